import { css, html, nothing, type PropertyValues } from 'lit';
import type { Topic } from '../../protocol/article.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Answer, Trouble } from '../../widget/core/wire.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons, fields, notices } from '../../widget/parts/theme.ts';
import {
  CLOSING_OUTCOMES,
  OTHER_TOPIC,
  problemsOf,
  REASONS,
  type CloseForm,
  type CloseProblem,
} from '../core/close-form.ts';
import '../parts/dialog.ts';
import { refusalWords } from '../parts/words.ts';

/**
 * The card that ends a conversation. It opens with what can be known filled in and the focus on what cannot; Enter in a
 * choice and Ctrl+Enter in the note send it.
 *
 * @fires close - It was put away, or the conversation is finished.
 */
export class ClosingCard extends SportelloElement {
  static override styles = [
    base,
    buttons,
    fields,
    notices,
    css`
      form {
        display: grid;
        gap: 20px;
      }

      [role='alert']:empty {
        display: none;
      }

      legend {
        padding: 0;
        font-weight: 600;
      }

      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(128px, 1fr));
        gap: 8px;
        padding-top: 4px;
      }

      .choice {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 44px;
        padding: 4px 12px;
        border: 1px solid var(--sportello-field-border);
        border-radius: var(--sportello-radius);
        cursor: pointer;
      }

      .choice:has(:checked) {
        border-color: var(--sportello-primary);
        background: var(--sportello-tint);
        box-shadow: inset 0 0 0 1px var(--sportello-primary);
        font-weight: 600;
      }

      .choice input {
        flex: none;
        width: 20px;
        height: 20px;
        outline: none;
        box-shadow: none;
      }

      .choice:has(:focus-visible) {
        outline: 3px solid var(--sportello-focus);
        outline-offset: 2px;
      }

      .problem {
        color: var(--sportello-danger);
        font-weight: 600;
      }

      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        justify-content: flex-end;
      }
    `,
  ];
  static override properties = {
    open: { type: Boolean },
    name: { attribute: false },
    byCitizen: { attribute: false },
    topics: { attribute: false },
    proposal: { attribute: false },
    finish: { attribute: false },
    form: { state: true },
    problems: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };

  declare open: boolean;
  /** Whom it is about. */
  declare name: string;
  /** The citizen has closed already: only the card is missing. */
  declare byCitizen: boolean;
  declare topics: readonly Topic[];
  /** The card as it opens. */
  declare proposal: CloseForm;
  /** Sends it; the card closes when the answer is `ok`. */
  declare finish: (form: CloseForm) => Promise<Answer>;
  declare form: CloseForm;
  declare problems: readonly CloseProblem[];
  declare trouble: Trouble | null;
  declare busy: boolean;

  constructor() {
    super();
    this.open = false;
    this.name = '';
    this.byCitizen = false;
    this.topics = [];
    this.form = this.proposal = { reason: null, topic: '', outcome: null, note: '' };
    this.problems = [];
    this.trouble = null;
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('open') || !this.open) return;
    this.form = this.proposal;
    this.problems = [];
    this.trouble = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('open') && this.open) void this.#begin();
  }

  protected override render() {
    const { form } = this;
    return html`
      <console-dialog
        .i18n=${this.i18n}
        .heading=${this.t('console.finish.title', { name: this.name })}
        ?open=${this.open}
        @close=${() => this.dispatchEvent(new Event('close'))}
      >
        <form novalidate @submit=${this.#handleSubmit} @keydown=${this.#handleKey}>
          ${this.byCitizen ? html`<p>${this.t('console.finish.by-citizen', { name: this.name })}</p>` : null}
          <div role="alert">${this.#trouble()}</div>
          ${this.#choices('reason', REASONS, form.reason)}
          <div class="field">
            <label for="topic">${this.t('console.finish.topic')}</label>
            <select
              class="input"
              id="topic"
              aria-invalid=${this.problems.includes('topic') ? 'true' : nothing}
              aria-describedby="problem-topic"
              @change=${(event: Event) => this.#set({ topic: (event.target as HTMLSelectElement).value })}
            >
              ${this.#topic('', this.t('console.finish.topic-choose'))}
              ${this.topics.map(({ id, title }) => this.#topic(id, title))}
              ${this.#topic(OTHER_TOPIC, this.t('console.finish.topic-other'))}
            </select>
            ${this.#problem('topic')}
          </div>
          ${this.#choices('outcome', CLOSING_OUTCOMES, form.outcome)}
          <div class="field">
            <label for="note">${this.t('console.finish.note')}</label>
            <textarea
              class="input"
              id="note"
              rows="2"
              aria-invalid=${this.problems.includes('note') ? 'true' : nothing}
              aria-describedby="note-hint problem-note"
              .value=${form.note}
              @input=${(event: Event) => this.#set({ note: (event.target as HTMLTextAreaElement).value })}
            ></textarea>
            <span class="hint" id="note-hint">${this.t('console.finish.note-hint')}</span>
            ${this.#problem('note')}
          </div>
          <div class="acts">
            <button class="button" type="button" @click=${() => this.#dismiss()}>${this.t('console.cancel')}</button>
            <button class="button primary" type="submit" aria-disabled=${String(this.busy)}>
              ${this.t(this.busy ? 'console.finish.busy' : 'console.finish.submit')}
            </button>
          </div>
        </form>
      </console-dialog>
    `;
  }

  #choices<Value extends 'reason' | 'outcome'>(
    name: Value,
    values: readonly NonNullable<CloseForm[Value]>[],
    chosen: CloseForm[Value],
  ) {
    return html`<fieldset aria-describedby="problem-${name}">
      <legend>${this.t(`console.finish.${name}`)}</legend>
      <div class="choices">
        ${values.map(
          (value) =>
            html`<label class="choice">
              <input
                type="radio"
                name=${name}
                value=${value}
                .checked=${value === chosen}
                @change=${() => this.#set({ [name]: value })}
              />
              ${this.t(`console.${name}.${value}`)}
            </label>`,
        )}
      </div>
      ${this.#problem(name)}
    </fieldset>`;
  }

  #topic(id: string, words: string) {
    return html`<option value=${id} ?selected=${id === this.form.topic}>${words}</option>`;
  }

  #problem(name: CloseProblem) {
    const words = this.problems.includes(name) ? this.t(`console.problem.${name}`, { max: LIMITS.note }) : '';
    return html`<span class="problem" id="problem-${name}">${words}</span>`;
  }

  #trouble() {
    if (this.trouble === null) return nothing;
    const why = refusalWords(this.i18n, 'console.trouble.code', this.trouble);
    return html`<p class="notice danger">${this.t('console.trouble.close')} ${why}</p>`;
  }

  #set(change: Partial<CloseForm>): void {
    this.form = { ...this.form, ...change };
    // What was missing disappears as it is filled in; nothing new is found before the next attempt.
    const left = problemsOf(this.form);
    this.problems = this.problems.filter((problem) => left.includes(problem));
  }

  /** The focus goes to the first field that nobody could fill in. */
  async #begin(): Promise<void> {
    await this.updateComplete;
    this.#focus(problemsOf(this.form)[0] ?? 'outcome');
  }

  #focus(field: CloseProblem): void {
    const inputs = { reason: 'input[name="reason"]', topic: '#topic', outcome: 'input[name="outcome"]', note: '#note' };
    this.renderRoot.querySelector<HTMLElement>(inputs[field])?.focus();
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const isNote = (event.target as Element).id === 'note';
    if (event.key !== 'Enter' || (isNote && !event.ctrlKey && !event.metaKey)) return;
    if ((event.target as Element).tagName === 'BUTTON') return;
    event.preventDefault();
    void this.#send();
  };

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    if (this.busy) return;
    this.problems = problemsOf(this.form);
    const [first] = this.problems;
    if (first !== undefined) return this.#focus(first);
    this.busy = true;
    const answer = await this.finish(this.form);
    this.busy = false;
    this.trouble = answer.ok ? null : answer.code;
    if (answer.ok) this.#dismiss();
  }

  #dismiss(): void {
    this.renderRoot.querySelector('console-dialog')?.dismiss();
  }
}

define('console-closing-card', ClosingCard);

declare global {
  interface HTMLElementTagNameMap {
    'console-closing-card': ClosingCard;
  }
}
