import { css } from 'lit';

export const conversationStyles = css`
  :host {
    overflow: hidden;
    /* Hidden would still be scrolled by the focus, with no way back. */
    overflow: clip;
    padding: 0;
    container-type: size;
  }

  .plain {
    padding: 16px;
  }

  /* Where there is no room for all, as with a phone's keyboard, large letters or at 400 %, the whole text scrolls. */
  .text {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  /* It then begins at its end, and stays there: the last lines are what counts. */
  .text.live {
    flex-direction: column-reverse;
  }

  /* Who has begun to write in the line does not write blind; how it stands is further up. */
  @container (max-height: 26rem) {
    .text.written {
      flex-direction: column-reverse;
    }
  }

  .all {
    display: flex;
    flex: none;
    flex-direction: column;
    min-height: 100%;
  }

  header {
    display: grid;
    gap: 8px;
    padding: 12px 16px;
    border-bottom: 1px solid var(--sportello-border);
  }

  header h2 {
    font-size: 1.125em;
    overflow-wrap: anywhere;
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
    flex: 1 0 6rem;
    min-height: 0;
  }

  footer {
    padding: 4px 16px 16px;
    background: var(--sportello-surface);
  }

  /* One can always write. */
  footer.open {
    position: sticky;
    bottom: 0;
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
    min-height: 0;
  }
`;
