import { css } from 'lit';

export const stageStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  section {
    display: grid;
    gap: 12px;
    padding: 8px;
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
    grid-template-columns: minmax(0, 1fr);
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: center;
  }

  .controls .button {
    flex: 0 1 auto;
  }

  .state:empty {
    display: none;
  }

  .state {
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

  /* On a phone: icon above words, three in a row. */
  @container (max-width: 479px) {
    .controls .button {
      flex: 1 1 0;
      flex-direction: column;
      gap: 2px;
      padding: 6px 4px;
      font-size: 0.875em;
    }
  }
`;
