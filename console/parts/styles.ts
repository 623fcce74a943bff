import { css } from 'lit';

/** Colours the console has and the widget has not. They belong on the outermost element. */
export const consoleTokens = css`
  :host {
    --console-bar: #0066cc;
    --console-bar-edge: #004d99;
    --console-side: #6b3fa0;
    --console-side-tint: #f3edfa;
    --console-on-side: #ffffff;
  }

  @supports (color: light-dark(red, red)) {
    :host {
      --console-bar: light-dark(#0066cc, #0d2a47);
      --console-bar-edge: light-dark(#004d99, #5b87b3);
      --console-side: light-dark(#6b3fa0, #c9a8f5);
      --console-side-tint: light-dark(#f3edfa, #2c2140);
      --console-on-side: light-dark(#ffffff, #24103f);
    }
  }
`;

/** A column's pieces: a heading that stays, a body that scrolls by itself. */
export const panel = css`
  .panel-title {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 8px;
    min-height: 40px;
    padding: 10px 16px 6px;
    font-size: 1rem;
  }

  .panel-title .count {
    color: var(--sportello-text-quiet);
    font-weight: 600;
  }

  .quiet {
    color: var(--sportello-text-quiet);
  }

  .small {
    font-size: 0.875rem;
  }

  .scroll {
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-gutter: stable;
    scrollbar-width: thin;
  }

  .plain {
    list-style: none;
  }

  .one-line {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

/** The buttons of a window, in sight however long it is. Needs the body's padding of dialog.ts. */
export const windowActs = css`
  .acts {
    position: sticky;
    z-index: 1;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    justify-content: flex-end;
    margin: 0 -24px -24px;
    padding: 12px 24px;
    border-top: 1px solid var(--sportello-border);
    background: var(--sportello-surface);
  }

  @media (max-width: 480px) {
    .acts {
      margin: 0 -16px -16px;
      padding: 8px 16px;
    }
  }
`;

/** A button that waits, or is of no use any more, looks so under the pointer, too. */
export const waitingButtons = css`
  .button.primary[aria-disabled='true']:hover {
    background: var(--sportello-surface-2);
  }
`;

/** A short word in a frame: it says in letters what its colour repeats. */
export const badge = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 0 8px;
    border: 1px solid currentcolor;
    border-radius: var(--sportello-radius);
    font-size: 0.8125rem;
    font-weight: 600;
    line-height: 1.4;
    white-space: nowrap;
  }

  .badge svg {
    width: 1.15em;
    height: 1.15em;
  }

  .badge.news {
    border-color: var(--sportello-primary);
    background: var(--sportello-primary);
    color: var(--sportello-on-primary);
  }

  .badge.late {
    color: var(--sportello-danger);
  }

  .badge.attention {
    color: var(--sportello-warning);
  }
`;
