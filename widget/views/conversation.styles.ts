import { css } from 'lit';

export const conversationStyles = css`
  :host {
    overflow: hidden;
    padding: 0;
  }

  .plain {
    padding: 16px;
  }

  .text {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }

  header {
    display: grid;
    gap: 8px;
    padding: 12px 16px;
    border-bottom: 1px solid var(--sportello-border);
  }

  header h2 {
    font-size: 1.125em;
  }

  header small {
    display: block;
    color: var(--sportello-text-quiet);
    font-size: 0.8125rem;
    font-weight: 400;
  }

  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }

  sportello-chat-log {
    flex: 1;
    min-height: 6rem;
  }

  footer {
    padding: 4px 16px 16px;
  }

  .typing {
    min-height: 1.75em;
    color: var(--sportello-text-quiet);
    font-size: 0.875em;
  }

  .confirm {
    display: grid;
    gap: 12px;
  }

  sportello-call {
    display: block;
    height: 100%;
  }

  /* Very little room, as with a keyboard on a phone or at 400 %: the whole view scrolls instead of the log alone. */
  @media (max-height: 420px) {
    :host {
      overflow-y: auto;
    }

    .text {
      height: auto;
    }

    sportello-chat-log {
      min-height: 12rem;
      max-height: 60dvh;
    }
  }
`;
