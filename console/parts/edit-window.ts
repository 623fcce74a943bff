import { css, html, nothing, type PropertyValues } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons, notices } from '../../widget/parts/theme.ts';
import './dialog.ts';
import { sendsForm } from './form-keys.ts';
import { waitingButtons, windowActs } from './styles.ts';
import './unsaved.ts';

/**
 * A window in which something is changed: it does not close over what is not saved without asking, nor does the page.
 *
 * @slot - The fields. What is marked `data-first` gets the focus.
 * @slot acts - More buttons, before the last two.
 * @fires close - It was put away.
 * @fires console-save - What is there is to be saved.
 */
export class EditWindow extends SportelloElement {
  static override styles = [
    base,
    buttons,
    notices,
    windowActs,
    waitingButtons,
    css`
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

      slot[name='acts'] {
        display: block;
        flex: 1;
      }

      @media (max-width: 480px) {
        slot[name='acts'] {
          flex-basis: 100%;
        }
      }
    `,
  ];
  static override properties = {
    heading: { attribute: false },
    dirty: { type: Boolean },
    busy: { type: Boolean },
    trouble: { attribute: false },
    save: { attribute: false },
    asking: { state: true },
  };

  declare heading: string;
  /** Something is not saved. */
  declare dirty: boolean;
  declare busy: boolean;
  /** What went wrong, in words; '' for nothing. */
  declare trouble: string;
  /** The button that saves. */
  declare save: string;
  declare asking: boolean;

  constructor() {
    super();
    this.heading = '';
    this.dirty = false;
    this.busy = false;
    this.trouble = '';
    this.save = '';
    this.asking = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.#handleUnload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#handleUnload);
  }

  /** Closes it, whatever is not saved. */
  dismiss(): void {
    this.dirty = false;
    this.renderRoot.querySelector('console-dialog')?.dismiss();
  }

  protected override render() {
    return html`<console-dialog
      .i18n=${this.i18n}
      .heading=${this.heading}
      .mayClose=${() => this.#mayClose()}
      open
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <form novalidate @submit=${this.#handleSubmit} @keydown=${this.#handleKey}>
        <div role="alert">${this.trouble === '' ? nothing : html`<p class="notice danger">${this.trouble}</p>`}</div>
        <slot></slot>
        ${
          this.asking
            ? html`<console-unsaved
                .i18n=${this.i18n}
                @console-keep=${() => (this.asking = false)}
                @console-drop=${() => this.dismiss()}
              ></console-unsaved>`
            : nothing
        }
        <div class="acts">
          <slot name="acts"></slot>
          <button class="button" type="button" @click=${() => this.#mayClose() && this.dismiss()}>
            ${this.t('console.cancel')}
          </button>
          <button class="button primary" type="submit" aria-disabled=${String(this.busy)}>${this.save}</button>
        </div>
      </form>
    </console-dialog>`;
  }

  /** Opening, the dialog gives the focus to its own button: what is slotted twice it does not find. */
  protected override firstUpdated(): void {
    const dialog = this.renderRoot.querySelector('console-dialog');
    void dialog?.updateComplete.then(() => this.querySelector<HTMLElement>('[data-first]')?.focus());
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('asking') && this.asking) this.renderRoot.querySelector('console-unsaved')?.focus();
  }

  #mayClose(): boolean {
    this.asking = this.dirty;
    return !this.dirty;
  }

  readonly #handleUnload = (event: BeforeUnloadEvent): void => {
    if (this.dirty) event.preventDefault();
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (!sendsForm(event)) return;
    event.preventDefault();
    this.#save();
  };

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#save();
  };

  #save(): void {
    this.asking = false;
    if (!this.busy) this.dispatchEvent(new Event('console-save'));
  }
}

define('console-edit-window', EditWindow);

declare global {
  interface HTMLElementTagNameMap {
    'console-edit-window': EditWindow;
  }
}
