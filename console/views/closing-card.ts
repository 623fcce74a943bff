import { html, nothing, type PropertyValues } from 'lit';
import type { Knowledge } from '../../protocol/article.ts';
import type { ConversationState } from '../../protocol/conversation.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Answer, Trouble } from '../../widget/core/wire.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons, fields, notices } from '../../widget/parts/theme.ts';
import {
  CLOSING_OUTCOMES,
  closingRequest,
  OTHER_TOPIC,
  problemsOf,
  proposeClosing,
  REASONS,
  type CloseForm,
  type CloseProblem,
} from '../core/close-form.ts';
import type { ClosingRequest } from '../core/desk.ts';
import { citizenOf } from '../core/notices.ts';
import '../parts/dialog.ts';
import { citizenLabel, refusalWords } from '../parts/words.ts';
import { closingCardStyles } from './closing-card.styles.ts';

/**
 * The card that ends a conversation. It opens with what can be known filled in and the focus on what cannot; Enter in a
 * choice and Ctrl+Enter in the note send it.
 *
 * @fires close - It was put away, or the conversation is finished.
 */
export class ClosingCard extends SportelloElement {
  static override styles = [base, buttons, fields, notices, closingCardStyles];
  static override properties = {
    open: { type: Boolean },
    conversation: { attribute: false },
    knowledge: { attribute: false },
    inserted: { attribute: false },
    finish: { attribute: false },
    form: { state: true },
    problems: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };

  declare open: boolean;
  /** What is to be ended, or was by the citizen: then only the card is missing. */
  declare conversation: ConversationState | undefined;
  /** Null while the articles are not there. */
  declare knowledge: Knowledge | null;
  /** The article put into an answer last. */
  declare inserted: string | undefined;
  /** Sends the card, which closes when the answer is `ok`. */
  declare finish: (request: ClosingRequest) => Promise<Answer>;
  declare form: CloseForm;
  declare problems: readonly CloseProblem[];
  declare trouble: Trouble | null;
  declare busy: boolean;

  constructor() {
    super();
    this.open = false;
    this.knowledge = null;
    this.form = { reason: null, topic: '', outcome: null, note: '' };
    this.problems = [];
    this.trouble = null;
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('open') || !this.open || this.conversation === undefined) return;
    this.form = proposeClosing(this.knowledge, this.conversation.context, this.inserted);
    this.problems = [];
    this.trouble = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('open') && this.open) void this.#begin();
  }

  protected override render() {
    const { form, conversation } = this;
    const name = conversation === undefined ? '' : citizenLabel(this.i18n, citizenOf(conversation));
    return html`
      <console-dialog
        .i18n=${this.i18n}
        .heading=${this.t('console.finish.title', { name })}
        ?open=${this.open}
        @close=${() => this.dispatchEvent(new Event('close'))}
      >
        <form novalidate @submit=${this.#handleSubmit} @keydown=${this.#handleKey}>
          ${conversation?.phase.name === 'closed' ? html`<p>${this.t('console.finish.by-citizen', { name })}</p>` : null}
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
              ${this.knowledge?.topics.map(({ id, title }) => this.#topic(id, title))}
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
    const request = this.conversation && closingRequest(this.conversation.id, this.form);
    if (!request) return;
    this.busy = true;
    const answer = await this.finish(request);
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
