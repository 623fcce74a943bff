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

  legend {
    padding: 0;
    font-weight: 600;
  }

  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    gap: 8px;
    padding-top: 4px;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding: 4px 8px;
    border: 1px solid var(--sportello-field-border);
    border-radius: var(--sportello-radius);
    cursor: pointer;
  }

  .choice:has(:checked) {
    border-color: var(--sportello-primary);
    background: var(--sportello-tint);
    box-shadow: inset 0 0 0 1px var(--sportello-primary);
    font-weight: 600;
  }

  .choice input {
    flex: none;
    width: 20px;
    height: 20px;
    outline: none;
    box-shadow: none;
  }

  .choice:has(:focus-visible) {
    outline: 3px solid var(--sportello-focus);
    outline-offset: 2px;
  }

  .problem {
    color: var(--sportello-danger);
    font-weight: 600;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    gap: 16px;
    align-items: start;
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
