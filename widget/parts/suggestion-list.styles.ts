import { css } from 'lit';

export const suggestionListStyles = css`
  ul {
    position: absolute;
    inset: calc(100% + 4px) 0 auto;
    z-index: 2;
    max-height: 50dvh;
    overflow-y: auto;
    padding: 0;
    border: 1px solid var(--sportello-field-border);
    border-radius: var(--sportello-radius);
    background: var(--sportello-surface);
    box-shadow: var(--sportello-shadow);
    list-style: none;
  }

  li {
    padding: 10px 12px;
    border-inline-start: 4px solid transparent;
    line-height: 1.35;
    cursor: pointer;
  }

  li + li {
    border-top: 1px solid var(--sportello-border);
  }

  li:hover,
  li[aria-selected='true'] {
    background: var(--sportello-tint);
  }

  li[aria-selected='true'] {
    border-inline-start-color: var(--sportello-primary);
  }

  li span {
    display: block;
    font-weight: 600;
  }

  li small {
    color: var(--sportello-text-quiet);
    font-size: 0.875em;
  }

  mark {
    background: var(--sportello-mark);
    color: inherit;
  }

  @media (forced-colors: active) {
    li {
      border-inline-start: 0;
    }

    li[aria-selected='true'] {
      border-inline-start-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    li[aria-selected='true'] :is(small, mark) {
      background: none;
      color: inherit;
    }
  }
`;
