import { css } from 'lit';

export const editorsPageStyles = css`
  :host {
    display: block;
  }

  .page {
    width: min(1280px, 100%);
    margin-inline: auto;
    padding: 24px 24px 64px;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 8px 24px;
  }

  h2 {
    font-size: 1.75rem;
  }

  h3 {
    padding-bottom: 4px;
    font-size: 1.25rem;
    scroll-margin-top: 16px;
  }

  .notice {
    margin-top: 16px;
  }

  .jumps {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: 8px;
    padding-block: 24px 8px;
    list-style: none;
  }

  .jumps button {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    width: 100%;
    height: 100%;
    min-height: 56px;
    padding: 8px 16px;
    border: 1px solid var(--sportello-border);
    border-radius: var(--sportello-radius);
    background: none;
    color: var(--sportello-primary);
    font-weight: 600;
    line-height: 1.25;
    text-align: start;
    cursor: pointer;
  }

  .jumps button:hover {
    border-color: var(--sportello-primary);
    background: var(--sportello-tint);
  }

  .jumps .count {
    color: var(--sportello-text);
    font-size: 1.5rem;
    font-variant-numeric: tabular-nums;
  }

  :is(h2, h3):focus-visible {
    width: fit-content;
    outline-offset: 1px;
    box-shadow: none;
  }

  section {
    padding-top: 40px;
  }

  .loading {
    padding-block: 24px;
    color: var(--sportello-text-quiet);
    animation: appear 0s 300ms both;
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  @media (max-width: 1100px) {
    .jumps {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  @media (max-width: 600px) {
    .page {
      padding: 16px 16px 48px;
    }

    .jumps {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      padding-top: 16px;
    }

    .jumps button {
      padding: 4px 10px;
      font-size: 0.9375rem;
    }
  }
`;
