import { css } from 'lit';

export const widgetStyles = css`
  :host {
    --offset-x: var(--sportello-offset-x, 16px);
    --offset-y: var(--sportello-offset-y, 16px);
    --level: var(--sportello-z-index, 1000);
    display: contents;
  }

  #launcher {
    position: fixed;
    right: calc(var(--offset-x) + env(safe-area-inset-right, 0px));
    bottom: calc(var(--offset-y) + env(safe-area-inset-bottom, 0px));
    z-index: var(--level);
    max-width: min(22rem, calc(100vw - 2 * var(--offset-x)));
    min-height: 48px;
    padding: 12px 20px;
    box-shadow: var(--sportello-shadow);
    font-family: var(--sportello-font);
    font-size: var(--sportello-font-size);
    text-align: start;
  }

  :host([position='left']) #launcher,
  :host([aside]) #launcher {
    right: auto;
    left: calc(var(--offset-x) + env(safe-area-inset-left, 0px));
  }

  :host([position='left'][aside]) #launcher {
    right: calc(var(--offset-x) + env(safe-area-inset-right, 0px));
    left: auto;
  }

  #launcher:focus-visible {
    box-shadow:
      0 0 0 2px var(--sportello-focus-gap),
      var(--sportello-shadow);
  }

  dialog {
    position: fixed;
    inset: auto var(--offset-x) var(--offset-y) auto;
    z-index: var(--level);
    width: min(420px, calc(100vw - 2 * var(--offset-x)));
    height: min(720px, calc(100dvh - 2 * var(--offset-y)));
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--sportello-border);
    border-radius: var(--sportello-radius);
    background: var(--sportello-surface);
    color: var(--sportello-text);
    box-shadow: var(--sportello-shadow);
    font-family: var(--sportello-font);
    font-size: var(--sportello-font-size);
  }

  :host([position='left']) dialog {
    inset: auto auto var(--offset-y) var(--offset-x);
  }

  dialog.wide {
    width: min(1040px, calc(100vw - 2 * var(--offset-x)));
    height: min(820px, calc(100dvh - 2 * var(--offset-y)));
  }

  dialog:modal {
    inset: var(--viewport-top, 0) 0 auto 0;
    width: 100vw;
    height: var(--viewport-height, 100dvh);
    border: 0;
    border-radius: 0;
    box-shadow: none;
  }

  dialog:focus-visible {
    outline: none;
  }

  .waiting {
    display: grid;
    gap: 16px;
    justify-items: start;
    padding: 16px;
  }

  .waiting > :first-child {
    justify-self: end;
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
