import { css, html, nothing } from 'lit';
import type { Language } from '../../../protocol/conversation.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { base, buttons, fields } from '../../../widget/parts/theme.ts';
import { choices } from '../../parts/contact-form.styles.ts';
import { waitingButtons } from '../../parts/styles.ts';

/**
 * An answer by e-mail.
 *
 * @fires console-draft-text - `detail` is what is written so far.
 */
export class AnswerForm extends SportelloElement {
  static override styles = [
    base,
    buttons,
    fields,
    choices,
    waitingButtons,
    css`
      form {
        display: grid;
        gap: 10px;
        justify-items: start;
      }

      .field {
        width: 100%;
      }

      textarea {
        min-height: 9em;
        resize: vertical;
      }

      .language {
        color: var(--sportello-warning);
        font-weight: 600;
      }
    `,
  ];
  static override properties = {
    email: { attribute: false },
    language: { attribute: false },
    text: { attribute: false },
    send: { attribute: false },
    problem: { state: true },
    busy: { state: true },
  };

  declare email: string;
  /** In which the citizen wrote. */
  declare language: Language;
  declare text: string;
  /** Sends it; the text is kept unless it returns true. */
  declare send: (text: string) => Promise<boolean>;
  declare problem: 'missing' | 'long' | null;
  declare busy: boolean;

  constructor() {
    super();
    this.text = '';
    this.problem = null;
    this.busy = false;
  }

  protected override render() {
    const other = this.language !== this.i18n.lang;
    const language = this.t(`console.language.${this.language}`);
    return html`<form novalidate @submit=${this.#handleSubmit} @keydown=${this.#handleKey}>
      ${other ? html`<p class="language">${this.t('console.callbacks.answer-language', { language })}</p>` : nothing}
      <div class="field">
        <label for="answer">${this.t('console.callbacks.answer-label', { email: this.email })}</label>
        <textarea
          class="input"
          id="answer"
          rows="6"
          lang=${this.language}
          aria-invalid=${this.problem === null ? nothing : 'true'}
          aria-describedby="hint problem"
          .value=${this.text}
          @input=${(event: Event) => this.#write((event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <span class="hint" id="hint">${this.t('console.callbacks.answer-hint')}</span>
        <span class="problem" id="problem" role="alert"
          >${this.problem === null ? nothing : this.t(`console.callbacks.answer-${this.problem}`, { max: LIMITS.messageText })}</span
        >
      </div>
      <button class="button primary" type="submit" aria-disabled=${String(this.busy)}>
        ${this.t(this.busy ? 'console.callbacks.busy' : 'console.callbacks.answer-submit')}
      </button>
    </form>`;
  }

  #write(text: string): void {
    this.text = text;
    this.problem = null;
    this.dispatchEvent(new CustomEvent<string>('console-draft-text', { detail: text }));
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    void this.#send();
  };

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    const text = this.text.trim();
    if (this.busy) return;
    this.problem = text === '' ? 'missing' : text.length > LIMITS.messageText ? 'long' : null;
    if (this.problem !== null) return this.renderRoot.querySelector('textarea')?.focus();
    this.busy = true;
    const done = await this.send(text);
    this.busy = false;
    if (done) this.#write('');
  }
}

define('console-answer-form', AnswerForm);

declare global {
  interface HTMLElementTagNameMap {
    'console-answer-form': AnswerForm;
  }
}
