import { css, html, LitElement, type PropertyValues } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import { icons } from './icons.ts';

/**
 * A window over the console: the native modal, so focus, Escape and what lies below are the browser's business.
 * Something inside marked `data-first` gets the focus.
 *
 * @slot - What it is about.
 * @fires close - It has closed.
 */
export class ConsoleDialog extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      dialog {
        width: min(var(--console-dialog-width, 560px), calc(100vw - 16px));
        max-height: calc(100dvh - 16px);
        padding: 0;
        border: 1px solid var(--sportello-border);
        border-radius: var(--sportello-radius);
        background: var(--sportello-surface);
        color: var(--sportello-text);
        box-shadow: var(--sportello-shadow);
      }

      dialog::backdrop {
        background: rgb(0 20 40 / 55%);
      }

      header {
        position: sticky;
        z-index: 1;
        top: 0;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 16px;
        padding: 12px 12px 12px 24px;
        border-bottom: 1px solid var(--sportello-border);
        background: var(--sportello-surface);
      }

      h2 {
        font-size: 1.25rem;
        overflow-wrap: anywhere;
      }

      .body {
        padding: 16px 24px 24px;
      }

      @media (max-width: 480px) {
        header {
          padding: 8px 8px 8px 16px;
        }

        .body {
          padding: 16px;
        }
      }
    `,
  ];
  static override properties = {
    heading: { attribute: false },
    open: { type: Boolean },
    fixed: { type: Boolean },
    mayClose: { attribute: false },
  };

  declare heading: string;
  declare open: boolean;
  /** Cannot be dismissed: what it asks for has to be done first. */
  declare fixed: boolean;
  /** Asked when somebody wants to close it by Escape or its own button. */
  declare mayClose: () => boolean;

  constructor() {
    super();
    this.heading = '';
    this.open = false;
    this.fixed = false;
    this.mayClose = () => true;
  }

  /** Closes it; `close` is fired once the focus is back where it was before. */
  dismiss(): void {
    this.renderRoot.querySelector('dialog')?.close();
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  }

  protected override render() {
    return html`
      <dialog
        aria-labelledby="heading"
        @keydown=${this.#handleKey}
        @cancel=${this.#handleCancel}
        @close=${this.#handleClose}
      >
        <header>
          <h2 id="heading">${this.heading}</h2>
          ${
            this.fixed
              ? null
              : html`<button class="button quiet icon" type="button" @click=${() => this.mayClose() && this.dismiss()}>
                  ${icons.close}<span class="visually-hidden">${this.t('console.close')}</span>
                </button>`
          }
        </header>
        <div class="body"><slot></slot></div>
      </dialog>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.open && !dialog?.open) {
      dialog?.showModal();
      this.#focusFirst();
    } else if (!this.open) dialog?.close();
  }

  #focusFirst(): void {
    const first = this.querySelector<HTMLElement>('[data-first]');
    // What is slotted in may not have drawn itself yet.
    if (first instanceof LitElement) void first.updateComplete.then(() => first.focus());
    else first?.focus();
  }

  /** The native `close` comes with the next frame, which a page behind others does not have: not waited for. */
  readonly #handleCancel = (event: Event): void => {
    event.preventDefault();
    if (!this.fixed && this.mayClose()) this.dismiss();
  };

  /** Of several Escapes in a row browsers announce only the first: the key itself is stopped. */
  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (this.fixed) event.preventDefault();
    else if (!this.mayClose()) event.preventDefault();
  };

  /** Closed in a way that nobody could stop: what has to be done is asked again. */
  readonly #handleClose = (): void => {
    if (this.open && this.fixed) this.renderRoot.querySelector('dialog')?.showModal();
    else this.dismiss();
  };
}

define('console-dialog', ConsoleDialog);

declare global {
  interface HTMLElementTagNameMap {
    'console-dialog': ConsoleDialog;
  }
}
