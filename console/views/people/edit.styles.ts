import { css } from 'lit';

export const editStyles = css`
  console-edit-window > * {
    min-width: 0;
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
    gap: 14px 16px;
    align-items: start;
  }

  .problem {
    color: var(--sportello-danger);
    font-weight: 600;
  }

  .more {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  @media (max-width: 480px) {
    .more[slot] {
      width: 100%;
    }
  }

  .confirm {
    display: grid;
    gap: 8px;
    justify-items: start;
  }

  .confirm .more {
    padding-top: 4px;
  }
`;
