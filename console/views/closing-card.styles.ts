import { css } from 'lit';

export const closingCardStyles = css`
  console-dialog {
    --console-dialog-width: 720px;
  }

  form {
    display: grid;
    gap: 14px;
  }

  [role='alert']:empty {
    display: none;
  }

  .promise {
    display: grid;
    gap: 8px 12px;
    padding: 8px 16px;
    border-inline-start: 4px solid var(--sportello-primary);
    background: var(--sportello-surface-2);
  }

  .promise legend {
    float: left;
    width: 100%;
  }

  @media (min-width: 640px) {
    .promise {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: start;
    }

    .promise > :is(legend, .wide, .due) {
      grid-column: 1 / -1;
    }

    .by {
      grid-template-columns: auto auto;
      padding-top: 28px;
    }
  }

  .due {
    min-height: 1.5em;
    font-weight: 600;
  }
`;
