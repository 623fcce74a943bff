import { css } from 'lit';

/**
 * The design tokens: Bootstrap Italia's colours and 8 px grid. They belong on the outermost element only (the widget,
 * the console), so that a host page can set any of them there and every part inside follows.
 *
 * Dark follows the page's own `color-scheme`, not the visitor's system: a dark panel on a light page is nobody's design.
 *
 * @cssproperty --sportello-primary - Buttons, links, own messages.
 * @cssproperty --sportello-on-primary - Text on primary.
 * @cssproperty --sportello-surface - The panel's ground.
 * @cssproperty --sportello-text - Text on the surface.
 */
export const tokens = css`
  :host {
    --sportello-font: 'Titillium Web', Geneva, Tahoma, sans-serif;
    --sportello-font-size: 1rem;
    --sportello-primary: #0066cc;
    --sportello-primary-strong: #004d99;
    --sportello-on-primary: #ffffff;
    --sportello-tint: #e6f0fa;
    --sportello-surface: #ffffff;
    --sportello-surface-2: #f5f5f5;
    --sportello-text: #1a1a1a;
    --sportello-text-quiet: #4c5c6b;
    --sportello-border: #c5c7c9;
    --sportello-field-border: #5d7083;
    --sportello-success: #008055;
    --sportello-success-tint: #e5f4ee;
    --sportello-warning: #995c00;
    --sportello-warning-tint: #fff4e0;
    --sportello-danger: #b3263f;
    --sportello-danger-tint: #fbeaed;
    --sportello-mark: #fff2b8;
    --sportello-focus: #000000;
    --sportello-focus-gap: #ffffff;
    --sportello-shadow: 0 8px 32px rgb(0 0 0 / 25%);
    --sportello-radius: 4px;
    --sportello-space: 8px;
  }

  @supports (color: light-dark(red, red)) {
    :host {
      --sportello-primary: light-dark(#0066cc, #6db3ff);
      --sportello-primary-strong: light-dark(#004d99, #9ccbff);
      --sportello-on-primary: light-dark(#ffffff, #06223f);
      --sportello-tint: light-dark(#e6f0fa, #16324f);
      --sportello-surface: light-dark(#ffffff, #17212b);
      --sportello-surface-2: light-dark(#f5f5f5, #212e3a);
      --sportello-text: light-dark(#1a1a1a, #f2f5f8);
      --sportello-text-quiet: light-dark(#4c5c6b, #b8c6d3);
      --sportello-border: light-dark(#c5c7c9, #445666);
      --sportello-field-border: light-dark(#5d7083, #8fa3b5);
      --sportello-success: light-dark(#008055, #5fd3a6);
      --sportello-success-tint: light-dark(#e5f4ee, #143429);
      --sportello-warning: light-dark(#995c00, #ffc266);
      --sportello-warning-tint: light-dark(#fff4e0, #3a2c12);
      --sportello-danger: light-dark(#b3263f, #ff9fae);
      --sportello-danger-tint: light-dark(#fbeaed, #45202a);
      --sportello-mark: light-dark(#fff2b8, #5c4d12);
      --sportello-focus: light-dark(#000000, #ffffff);
      --sportello-focus-gap: light-dark(#ffffff, #000000);
      --sportello-shadow: 0 8px 32px light-dark(rgb(0 0 0 / 25%), rgb(0 0 0 / 60%));
    }
  }
`;

/** What every element's own shadow root begins with. */
export const base = css`
  :host {
    box-sizing: border-box;
    color: var(--sportello-text);
    font-family: var(--sportello-font);
    font-size: var(--sportello-font-size);
    line-height: 1.5;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
  }

  fieldset {
    border: 0;
    min-width: 0;
  }

  h1,
  h2,
  h3 {
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }

  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
  }

  a {
    color: var(--sportello-primary);
    text-underline-offset: 0.15em;
    overflow-wrap: anywhere;
  }

  a:hover {
    color: var(--sportello-primary-strong);
  }

  svg {
    flex: none;
    width: 1.5em;
    height: 1.5em;
    fill: currentcolor;
  }

  :focus {
    outline: none;
  }

  /* The ring of Bootstrap Italia: three dark pixels with a light gap, seen on any ground. */
  :focus-visible {
    outline: 3px solid var(--sportello-focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--sportello-focus-gap);
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

/** `.button` with `.primary`, `.danger`, `.quiet` (text only) and `.small`. Never smaller than 44 px, `.small` 36. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--sportello-space);
    max-width: 100%;
    min-height: 44px;
    padding: 8px 16px;
    border: 2px solid var(--sportello-primary);
    border-radius: var(--sportello-radius);
    background: transparent;
    color: var(--sportello-primary);
    font-weight: 600;
    line-height: 1.25;
    text-decoration: none;
    cursor: pointer;
  }

  .button:hover {
    border-color: var(--sportello-primary-strong);
    background: var(--sportello-tint);
    color: var(--sportello-primary-strong);
  }

  .button.primary {
    background: var(--sportello-primary);
    color: var(--sportello-on-primary);
  }

  .button.primary:hover {
    background: var(--sportello-primary-strong);
  }

  /* Not seen yet: another shape, after three flashes in two seconds, well under the three a second that may harm. */
  .fresh {
    border-width: 4px;
    background: var(--sportello-surface);
    animation: fresh 0.7s steps(1) 3;
  }

  @keyframes fresh {
    50% {
      background: var(--sportello-primary);
      color: var(--sportello-on-primary);
    }
  }

  .button.danger {
    border-color: var(--sportello-danger);
    color: var(--sportello-danger);
  }

  .button.danger:hover {
    background: var(--sportello-danger-tint);
  }

  .button.quiet {
    border-color: transparent;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  .button.small {
    min-height: 36px;
    padding: 4px 12px;
  }

  .button.icon {
    min-width: 44px;
    padding: 8px;
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    border-color: var(--sportello-border);
    background: var(--sportello-surface-2);
    color: var(--sportello-text-quiet);
    cursor: not-allowed;
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }

    .button:disabled,
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;

/** `.field` around a label and its input, textarea or select. Text never under 16 px: phones zoom in otherwise. */
export const fields = css`
  .field {
    display: grid;
    gap: 4px;
  }

  .field > label {
    font-weight: 600;
  }

  .field .hint {
    color: var(--sportello-text-quiet);
    font-size: 0.875em;
  }

  .input {
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--sportello-field-border);
    border-radius: var(--sportello-radius);
    background: var(--sportello-surface);
    color: var(--sportello-text);
    font-size: max(16px, 1em);
  }

  .input::placeholder {
    color: var(--sportello-text-quiet);
    opacity: 1;
  }

  .input:disabled {
    background: var(--sportello-surface-2);
    color: var(--sportello-text-quiet);
  }
`;

/** `.notice` with `.warning`, `.danger` or `.success`: a framed word to the reader. The words carry the meaning. */
export const notices = css`
  .notice {
    padding: 12px 16px;
    border: 1px solid var(--sportello-border);
    border-inline-start: 6px solid var(--sportello-primary);
    border-radius: var(--sportello-radius);
    background: var(--sportello-surface);
  }

  .notice.warning {
    border-inline-start-color: var(--sportello-warning);
    background: var(--sportello-warning-tint);
  }

  .notice.danger {
    border-color: var(--sportello-danger);
    background: var(--sportello-danger-tint);
  }

  .notice.success {
    border-inline-start-color: var(--sportello-success);
    background: var(--sportello-success-tint);
  }
`;
