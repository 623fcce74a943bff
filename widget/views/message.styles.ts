import { css } from 'lit';

export const messageStyles = css`
  textarea {
    resize: vertical;
  }

  fieldset {
    display: grid;
    gap: 12px;
  }

  legend {
    margin-bottom: 4px;
    padding: 0;
    font-weight: 600;
  }

  .choose {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
  }

  .choose label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
  }

  .choose input {
    width: 24px;
    height: 24px;
    accent-color: var(--sportello-primary);
  }

  .fault {
    color: var(--sportello-danger);
    font-weight: 600;
  }

  .input[aria-invalid] {
    border: 2px solid var(--sportello-danger);
  }

  /* There before the words are, so that they are read out; they take no room until then. */
  div.told:not(:has(*)),
  p.told:empty {
    position: absolute;
  }

  .send {
    justify-self: stretch;
  }
`;
