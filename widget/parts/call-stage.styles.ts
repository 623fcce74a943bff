import { css } from 'lit';

/** A button of a call, the icon above its words: five fit in one row beside the text, and four on a phone. */
export const controlStyles = css`
  .control {
    flex-direction: column;
    gap: 2px;
    padding: 6px 4px;
    font-size: 0.875em;
  }
`;

export const stageStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  section {
    display: grid;
    gap: 8px;
    padding: 4px 8px 8px;
    border: 4px solid transparent;
    border-radius: var(--sportello-radius);
  }

  /* Three flashes in two seconds, the frame only: well under the three a second that may harm (WCAG 2.3.1). */
  section.answered {
    border-color: var(--sportello-primary);
    animation: answered 0.7s steps(1) 3;
  }

  @keyframes answered {
    50% {
      border-color: transparent;
    }
  }

  .tiles {
    display: grid;
    gap: 8px;
    grid-template-columns: var(--sportello-call-tiles, minmax(0, 1fr));
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    justify-content: center;
  }

  .controls > .button,
  ::slotted(.control) {
    flex: 1 1 4.75rem;
    max-width: 7.5rem;
  }

  /* Room is kept for it: pictures and buttons must not move when it comes or goes. */
  .state {
    min-height: 1.5em;
    font-weight: 600;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }

  .layout {
    display: none;
  }

  /* Side by side only where each picture is still large enough to read signs from. */
  @container (min-width: 480px) {
    .tiles:not(.stacked) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .layout {
      display: inline-flex;
    }
  }
`;
