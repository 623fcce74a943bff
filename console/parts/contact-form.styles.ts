import { css } from 'lit';

/** Choices as buttons one can hit, the chosen one marked by more than its colour; and what is wrong with a field. */
export const choices = css`
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
`;

export const contactFormStyles = css`
  :host {
    display: grid;
    gap: 14px;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    gap: 16px;
    align-items: start;
  }
`;
