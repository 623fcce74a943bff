import { css } from 'lit';

/** Another colour than the citizen's thread, another frame, and words that say whose it is. */
export const sidePanelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    container-type: inline-size;
  }

  section {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    border-top: 3px solid var(--console-side);
    border-inline-start: 6px solid var(--console-side);
    background: var(--console-side-tint);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 12px;
    padding: 6px 12px;
    border-bottom: 1px solid var(--console-side);
  }

  h3 {
    font-size: 1rem;
  }

  .hidden {
    display: inline-flex;
    flex: 1;
    align-items: center;
    gap: 6px;
    color: var(--console-side);
    font-weight: 700;
    white-space: nowrap;
  }

  .hidden svg {
    width: 1.25em;
    height: 1.25em;
  }

  .button {
    border-color: var(--console-side);
    color: var(--console-side);
  }

  .button:hover {
    border-color: var(--console-side);
    background: var(--sportello-surface);
    color: var(--console-side);
  }

  .button.primary {
    background: var(--console-side);
    color: var(--console-on-side);
  }

  .log {
    flex: 1;
    min-height: 0;
    padding: 8px 12px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .log:focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }

  ol {
    display: grid;
    gap: 8px;
    list-style: none;
  }

  li {
    display: grid;
    justify-items: start;
    max-width: 90%;
  }

  li.mine {
    justify-self: end;
    justify-items: end;
  }

  .name {
    font-size: 0.875em;
    font-weight: 600;
  }

  .text {
    padding: 6px 12px;
    border: 1px solid var(--console-side);
    border-radius: var(--sportello-radius);
    background: var(--sportello-surface);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .mine .text {
    background: var(--console-side);
    color: var(--console-on-side);
  }

  .meta {
    color: var(--sportello-text-quiet);
    font-size: 0.8125em;
  }

  .refused {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    color: var(--sportello-danger);
    font-size: 0.875em;
  }

  .summary {
    padding-bottom: 8px;
  }

  form {
    display: flex;
    gap: 8px;
    align-items: flex-end;
    padding: 6px 12px 10px;
  }

  textarea {
    flex: 1;
    min-width: 0;
    border: 2px solid var(--console-side);
    resize: none;
  }

  @container (max-width: 480px) {
    form .primary span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  .mailed {
    padding: 2px 12px;
    font-size: 0.875rem;
  }

  /* Little height, as with a call above: what was said scrolls, the box stays. */
  @media (max-height: 560px) {
    .log {
      min-height: 96px;
    }
  }
`;
