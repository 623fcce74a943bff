import { css } from 'lit';

/** A page beside the desk: its heading, and the room around. */
export const pageStyles = css`
  :host {
    display: block;
  }

  .page {
    width: min(1360px, 100%);
    margin-inline: auto;
    padding: 24px 24px 64px;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 8px 24px;
    padding-bottom: 16px;
  }

  h2 {
    font-size: 1.75rem;
  }

  h3 {
    font-size: 1.25rem;
  }

  :is(h2, h3):focus-visible {
    width: fit-content;
    outline-offset: 1px;
    box-shadow: none;
  }

  .loading {
    padding-block: 24px;
    color: var(--sportello-text-quiet);
    animation: appear 0s 300ms both;
  }

  .notice {
    margin-bottom: 16px;
  }

  /* Two lists of which one is shown. */
  .which {
    display: inline-flex;
    flex-wrap: wrap;
    border: 1px solid var(--sportello-field-border);
    border-radius: var(--sportello-radius);
  }

  .which button {
    min-height: 42px;
    padding: 4px 16px;
    border: 0;
    border-radius: var(--sportello-radius);
    background: none;
    font-weight: 600;
    cursor: pointer;
  }

  .which [aria-pressed='false']:hover {
    background: var(--sportello-tint);
  }

  .which [aria-pressed='true'] {
    background: var(--sportello-primary);
    color: var(--sportello-on-primary);
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  @media (forced-colors: active) {
    .which [aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }

  @media (max-width: 600px) {
    .page {
      padding: 16px 16px 48px;
    }

    h2 {
      font-size: 1.5rem;
    }
  }
`;
