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
    padding: 8px 12px 12px;
    border-radius: var(--sportello-radius);
  }

  /* Three flashes in two seconds, the frame only: well under the three a second that may harm (WCAG 2.3.1). */
  section.answered {
    outline: 4px solid var(--sportello-primary);
    outline-offset: -4px;
    animation: answered 0.7s steps(1) 3;
  }

  @keyframes answered {
    50% {
      outline-style: none;
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
    flex: 1;
    min-height: 1.5em;
    font-weight: 600;
  }

  .state:focus-visible {
    outline: none;
    box-shadow: none;
  }

  .top {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .top .enlarge {
    min-height: 44px;
  }

  .top .enlarge[aria-pressed='true'] {
    background: var(--sportello-tint);
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

  .tiles.enlarged {
    grid-template-columns: minmax(0, 1fr);
  }

  .tiles.enlarged .theirs {
    --sportello-call-picture-height: var(--sportello-call-enlarged-height, 60rem);
  }

  .tiles.enlarged .own {
    width: max(25%, 6rem);
    margin-inline: auto;
  }

  /* Side by side only where each picture is still large enough to read signs from. */
  @container (min-width: 480px) {
    .tiles:not(.stacked, .enlarged) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .tiles.stacked {
      grid-template-columns: minmax(0, 1fr);
    }

    .layout {
      display: inline-flex;
    }
  }
`;
