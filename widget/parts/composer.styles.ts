import { css } from 'lit';

export const composerStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  /* Letters so large that the word would leave no room for the text: the button keeps its picture. */
  @container (max-width: 13em) {
    .button span {
      position: absolute;
      clip-path: inset(50%);
    }
  }

  form {
    position: relative;
    display: flex;
    align-items: flex-end;
    gap: 8px;
  }

  textarea {
    flex: 1;
    min-width: 0;
    resize: none;
    line-height: 1.5;
  }

  .under {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
  }

  .under:has(.button) {
    margin: 4px 0 0 -12px;
  }

  .count {
    color: var(--sportello-text-quiet);
    font-size: 0.875em;
  }

  .count.over {
    color: var(--sportello-danger);
    font-weight: 600;
  }
`;
