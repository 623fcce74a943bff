import { css, html, nothing } from 'lit';
import type { AttemptResult } from '../../../protocol/callback.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { base, buttons, fields } from '../../../widget/parts/theme.ts';
import type { AttemptRequest } from '../../core/callbacks.ts';
import { choices } from '../../parts/contact-form.styles.ts';
import { sendsForm } from '../../parts/form-keys.ts';
import { waitingButtons } from '../../parts/styles.ts';

const RESULTS = ['reached', 'no-answer', 'busy', 'wrong-contact'] as const satisfies readonly AttemptResult[];

/** What came of trying, with a note. Enter in a choice sends it. */
export class AttemptForm extends SportelloElement {
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

      fieldset,
      .field {
        width: 100%;
      }

      .choices {
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
      }
    `,
  ];
  static override properties = {
    log: { attribute: false },
    result: { state: true },
    note: { state: true },
    missing: { state: true },
    busy: { state: true },
  };

  /** Sends it; what is written is kept unless it returns true. */
  declare log: (attempt: Omit<AttemptRequest, 'callbackId'>) => Promise<boolean>;
  declare result: (typeof RESULTS)[number] | null;
  declare note: string;
  declare missing: boolean;
  declare busy: boolean;

  constructor() {
    super();
    this.result = null;
    this.note = '';
    this.missing = false;
    this.busy = false;
  }

  /** Puts the focus on the first choice. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('input')?.focus());
  }

  protected override render() {
    return html`<form novalidate @submit=${this.#handleSubmit} @keydown=${this.#handleKey}>
      <fieldset aria-describedby="problem">
        <legend>${this.t('console.callbacks.result.label')}</legend>
        <div class="choices">
          ${RESULTS.map(
            (result) =>
              html`<label class="choice">
                <input
                  type="radio"
                  name="result"
                  value=${result}
                  .checked=${result === this.result}
                  @change=${() => this.#choose(result)}
                />
                ${this.t(`console.callbacks.result.${result}`)}
              </label>`,
          )}
        </div>
        <span class="problem" id="problem" role="alert"
          >${this.missing ? this.t('console.callbacks.log-missing') : nothing}</span
        >
      </fieldset>
      <div class="field">
        <label for="note">${this.t('console.callbacks.log-note')}</label>
        <textarea
          class="input"
          id="note"
          rows="2"
          maxlength=${LIMITS.note}
          .value=${this.note}
          @input=${(event: Event) => (this.note = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      <button class="button" type="submit" aria-disabled=${String(this.busy)}>
        ${this.t(this.busy ? 'console.callbacks.busy' : 'console.callbacks.log-submit')}
      </button>
    </form>`;
  }

  #choose(result: (typeof RESULTS)[number]): void {
    this.result = result;
    this.missing = false;
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
    const { result } = this;
    if (this.busy) return;
    this.missing = result === null;
    if (result === null) return this.focus();
    this.busy = true;
    const note = this.note.trim();
    const done = await this.log({ result, ...(note === '' ? {} : { note }) });
    this.busy = false;
    if (!done) return;
    this.result = null;
    this.note = '';
  }
}

define('console-attempt-form', AttemptForm);

declare global {
  interface HTMLElementTagNameMap {
    'console-attempt-form': AttemptForm;
  }
}
