import { css, html, nothing } from 'lit';
import type { Knowledge } from '../../../protocol/article.ts';
import type { Callback } from '../../../protocol/callback.ts';
import type { Office } from '../../../protocol/office.ts';
import type { Answer, Trouble } from '../../../widget/core/wire.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { base, buttons, notices } from '../../../widget/parts/theme.ts';
import type { CallbackClosing } from '../../core/callbacks.ts';
import {
  contactProblems,
  contactRequest,
  FINAL_OUTCOMES,
  proposeClosing,
  type ContactForm,
  type ContactProblem,
} from '../../core/close-form.ts';
import '../../parts/contact-form.ts';
import '../../parts/dialog.ts';
import { sendsForm } from '../../parts/form-keys.ts';
import { waitingButtons, windowActs } from '../../parts/styles.ts';
import { refusalWords } from '../../parts/words.ts';

/**
 * The card that ends a promise: only people end them. Enter in a choice and Ctrl+Enter in the note send it.
 *
 * @fires close - It was put away, or the promise is kept.
 */
export class FinishCallback extends SportelloElement {
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
    `,
  ];
  static override properties = {
    callback: { attribute: false },
    knowledge: { attribute: false },
    offices: { attribute: false },
    finish: { attribute: false },
    form: { state: true },
    problems: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };

  /** What is to be ended; null while it is put away. */
  declare callback: Callback | null;
  declare knowledge: Knowledge | null;
  declare offices: readonly Office[];
  declare finish: (request: CallbackClosing) => Promise<Answer>;
  declare form: ContactForm;
  declare problems: readonly ContactProblem[];
  declare trouble: Trouble | null;
  declare busy: boolean;

  constructor() {
    super();
    this.callback = null;
    this.knowledge = null;
    this.offices = [];
    this.form = proposeClosing(null, { searches: [], articles: [] }, undefined);
    this.problems = [];
    this.trouble = null;
    this.busy = false;
  }

  /** Opens it, with what can be known filled in and the focus on what cannot. */
  async begin(): Promise<void> {
    if (this.callback === null) return;
    const offices = this.offices.map((office) => ({ ...office, free: 0, here: 0 }));
    this.form = proposeClosing(this.knowledge, this.callback.context, undefined, offices);
    this.problems = [];
    this.trouble = null;
    await this.updateComplete;
    this.#focus(contactProblems(this.form)[0] ?? 'outcome');
  }

  protected override render() {
    return html`<console-dialog
      .i18n=${this.i18n}
      .heading=${this.t('console.callbacks.finish-title', { number: this.callback?.number ?? '' })}
      ?open=${this.callback !== null}
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <form novalidate @submit=${this.#handleSubmit} @keydown=${this.#handleKey}>
        <div role="alert">${this.#trouble()}</div>
        <console-contact-form
          .i18n=${this.i18n}
          .form=${this.form}
          .outcomes=${FINAL_OUTCOMES}
          .problems=${this.problems}
          .knowledge=${this.knowledge}
          .offices=${this.offices}
          @console-form=${(event: CustomEvent<Partial<ContactForm>>) => this.#set(event.detail)}
        ></console-contact-form>
        <div class="acts">
          <button class="button" type="button" @click=${() => this.#dismiss()}>${this.t('console.cancel')}</button>
          <button class="button primary" type="submit" aria-disabled=${String(this.busy)}>
            ${this.t(this.busy ? 'console.callbacks.busy' : 'console.callbacks.finish-submit')}
          </button>
        </div>
      </form>
    </console-dialog>`;
  }

  #trouble() {
    if (this.trouble === null) return nothing;
    const why = refusalWords(this.i18n, 'console.callbacks.trouble.code', this.trouble);
    return html`<p class="notice danger">${this.t('console.callbacks.trouble.close')} ${why}</p>`;
  }

  #set(change: Partial<ContactForm>): void {
    this.form = { ...this.form, ...change };
    const left = contactProblems(this.form);
    this.problems = this.problems.filter((problem) => left.includes(problem));
  }

  #focus(field: ContactProblem): void {
    this.renderRoot.querySelector('console-contact-form')?.focusOn(field);
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (!sendsForm(event)) return;
    event.preventDefault();
    void this.#send();
  };

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    if (this.busy || this.callback === null) return;
    this.problems = contactProblems(this.form);
    const [first] = this.problems;
    if (first !== undefined) return this.#focus(first);
    const request = contactRequest(this.form);
    if (request === null) return;
    this.busy = true;
    const answer = await this.finish({ callbackId: this.callback.id, ...request });
    this.busy = false;
    this.trouble = answer.ok ? null : answer.code;
    if (answer.ok) this.#dismiss();
  }

  #dismiss(): void {
    this.renderRoot.querySelector('console-dialog')?.dismiss();
  }
}

define('console-finish-callback', FinishCallback);

declare global {
  interface HTMLElementTagNameMap {
    'console-finish-callback': FinishCallback;
  }
}
