import { css } from 'lit';

export const deskScreenStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100dvh;
    background: var(--sportello-surface);
  }

  .bar {
    min-height: 56px;
    background: var(--console-bar);
  }

  .columns {
    display: grid;
    flex: 1;
    grid-template-columns: var(--left) 1px minmax(0, 1fr) 1px var(--right);
    grid-template-rows: minmax(0, 1fr);
    min-height: 0;
  }

  .left,
  .middle {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }

  /* Equal shares of a fixed height: a line that grows scrolls, and moves no other. */
  .left > console-mine,
  .left > console-queue {
    flex: 1 1 0;
  }

  .left > .other {
    padding: 8px 16px;
    border-top: 1px solid var(--sportello-border);
  }

  .middle > * {
    flex: 1;
  }

  .loading {
    padding: 24px;
    color: var(--sportello-text-quiet);
    animation: appear 0s 300ms both;
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  .switch {
    display: none;
  }

  @media (max-width: 959px) {
    .switch {
      display: flex;
      border-bottom: 1px solid var(--sportello-border);
    }

    .switch button {
      flex: 1;
      min-height: 44px;
      padding: 4px;
      border: 0;
      border-bottom: 4px solid transparent;
      background: none;
      cursor: pointer;
    }

    .switch button:hover {
      background: var(--sportello-surface-2);
    }

    .switch [aria-current='true'] {
      border-bottom-color: var(--sportello-primary);
      font-weight: 700;
    }

    .switch button:focus-visible {
      outline-offset: -3px;
      box-shadow: none;
    }

    .columns {
      grid-template-columns: minmax(0, 1fr);
    }

    console-column-line {
      display: none;
    }

    .columns[data-view='queues'] > :not([data-part='queues']),
    .columns[data-view='conversation'] > :not([data-part='conversation']),
    .columns[data-view='context'] > :not([data-part='context']) {
      display: none;
    }
  }

  /* Little height, as at 200 % zoom: the page scrolls instead of squeezing everything into a slit. */
  @media (max-height: 560px) {
    :host {
      height: auto;
    }

    .columns {
      flex: none;
      height: max(420px, calc(100dvh - 136px));
    }

    .columns.in-call {
      height: 640px;
    }

    .left {
      overflow-y: auto;
    }

    .left > console-mine,
    .left > console-queue {
      flex: none;
    }
  }
`;
