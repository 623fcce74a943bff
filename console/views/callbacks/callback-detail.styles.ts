import { css } from 'lit';

export const callbackDetailStyles = css`
  :host {
    display: grid;
    gap: 12px;
    min-width: 0;
  }

  h3:focus-visible {
    width: fit-content;
    outline-offset: 1px;
    box-shadow: none;
  }

  h4 {
    margin: 0;
    padding-block: 8px 4px;
    font-size: 1.0625rem;
  }

  section {
    padding-top: 8px;
    border-top: 1px solid var(--sportello-border);
  }

  [role='alert']:empty {
    display: none;
  }

  .late {
    color: var(--sportello-danger);
    font-weight: 700;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }

  .email {
    padding-inline-end: 8px;
    font-weight: 600;
  }

  .taken {
    color: var(--sportello-text-quiet);
  }

  .text {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--sportello-primary);
    background: var(--sportello-surface-2);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .lines {
    padding-inline-start: 20px;
  }

  .lines,
  .note {
    overflow-wrap: anywhere;
  }

  section > .button {
    margin-top: 8px;
  }

  sportello-chat-log {
    height: 320px;
    border: 1px solid var(--sportello-border);
    border-radius: var(--sportello-radius);
  }

  .attempts {
    list-style: none;
  }

  .attempts li {
    padding-block: 6px;
  }

  .attempts li + li {
    border-top: 1px solid var(--sportello-border);
  }

  .note {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--sportello-border);
    white-space: pre-wrap;
  }

  /* Beside the list it goes without saying. */
  @media (min-width: 1100px) {
    .back {
      display: none;
    }
  }

  .back {
    justify-self: start;
    margin-inline-start: -12px;
  }
`;
