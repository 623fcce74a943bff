import { css } from 'lit';

export const floorPageStyles = css`
  /* To be read from three metres. */
  .figures {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: 8px;
    margin: 0;
  }

  .figures > div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    padding: 10px 16px;
    border: 1px solid var(--sportello-border);
    border-top-width: 4px;
    border-radius: var(--sportello-radius);
  }

  dt {
    color: var(--sportello-text-quiet);
    line-height: 1.25;
  }

  dd {
    font-size: 2.5rem;
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    line-height: 1.2;
  }

  .figures > .alarming {
    border-color: var(--sportello-danger);
    background: var(--sportello-danger-tint);
  }

  .alarming dd {
    color: var(--sportello-danger);
  }

  section {
    padding-top: 32px;
  }

  @media (max-width: 1100px) {
    .figures {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  @media (max-width: 600px) {
    .figures {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .figures > div {
      padding: 6px 12px;
    }

    dd {
      font-size: 2rem;
    }
  }
`;
