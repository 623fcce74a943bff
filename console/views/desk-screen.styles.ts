import { css } from 'lit';

export const deskScreenStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100dvh;
    background: var(--sportello-surface);
  }

  console-desk-columns {
    flex: 1;
    min-height: 0;
  }

  .page {
    display: block;
    flex: 1;
    min-height: 0;
  }

  .bar {
    min-height: 56px;
    background: var(--console-bar);
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

  @media (max-height: 560px), (max-width: 480px) {
    :host {
      height: auto;
      min-height: 100dvh;
    }
  }
`;
