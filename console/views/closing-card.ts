import { html, nothing, type PropertyValues } from 'lit';
import type { Knowledge } from '../../protocol/article.ts';
import type { ConversationState } from '../../protocol/conversation.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { ReachBy } from '../../protocol/callback.ts';
import type { OfficeNow } from '../../protocol/office.ts';
import { formatDeskTime } from '../../widget/core/format.ts';
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
import type { ClosingRequest } from '../core/desk-requests.ts';
import { officeFor } from '../core/directory.ts';
import { citizenOf } from '../core/notices.ts';
import '../parts/dialog.ts';
import { waitingButtons, windowActs } from '../parts/styles.ts';
import { citizenLabel, refusalWords } from '../parts/words.ts';
import { closingCardStyles } from './closing-card.styles.ts';

const REACH = ['email', 'phone'] as const satisfies readonly ReachBy['by'][];

/**
 * The card that ends a conversation. It opens with what can be known filled in and the focus on what cannot; Enter in a
 * choice and Ctrl+Enter in a text send it.
 *
 * @fires close - It was put away, or the conversation is finished.
 */
export class ClosingCard extends SportelloElement {
  static override styles = [base, buttons, fields, notices, windowActs, waitingButtons, closingCardStyles];
  static override properties = {
    open: { type: Boolean },
    conversation: { attribute: false },
    knowledge: { attribute: false },
    inserted: { attribute: false },
    offices: { attribute: false },
    finish: { attribute: false },
    fetchDueAt: { attribute: false },
    now: { attribute: false },
    due: { state: true },
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
  /** Those whose business it may have been. */
  declare offices: readonly OfficeNow[];
  declare fetchDueAt: () => Promise<number | null>;
  /** Epoch ms, the server's clock. */
  declare now: () => number;
  /** Until when a promise made now would be kept; null while nobody says. */
  declare due: number | null;
  declare form: CloseForm;
  declare problems: readonly CloseProblem[];
  declare trouble: Trouble | null;
  declare busy: boolean;

  constructor() {
    super();
    this.open = false;
    this.knowledge = null;
    this.offices = [];
    this.fetchDueAt = async () => null;
    this.now = () => Date.now();
    this.due = null;
    this.form = proposeClosing(null, { searches: [], articles: [] }, undefined);
    this.problems = [];
    this.trouble = null;
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('open') || !this.open || this.conversation === undefined) return;
    this.form = proposeClosing(this.knowledge, this.conversation.context, this.inserted, this.offices);
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
          <div class="pair">
            <div class="field">
              <label for="topic">${this.t('console.finish.topic')}</label>
              <select
                class="input"
                id="topic"
                aria-invalid=${this.problems.includes('topic') ? 'true' : nothing}
                aria-describedby="problem-topic"
                @change=${(event: Event) => this.#setTopic((event.target as HTMLSelectElement).value)}
              >
                ${this.#option('', this.t('console.finish.topic-choose'), form.topic)}
                ${this.knowledge?.topics.map(({ id, title }) => this.#option(id, title, form.topic))}
                ${this.#option(OTHER_TOPIC, this.t('console.finish.topic-other'), form.topic)}
              </select>
              ${this.#problem('topic')}
            </div>
            ${this.offices.length > 0 ? this.#office() : nothing}
          </div>
          ${this.#choices('outcome', CLOSING_OUTCOMES, form.outcome)}
          ${form.outcome === 'later-answer' ? this.#promise() : nothing}
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

  #office() {
    const language = this.i18n.lang === 'en' ? 'en' : 'it';
    return html`<div class="field">
      <label for="office">${this.t('console.finish.office')}</label>
      <select
        class="input"
        id="office"
        @change=${(event: Event) => this.#set({ office: (event.target as HTMLSelectElement).value })}
      >
        ${this.#option('', this.t('console.finish.office-none'), this.form.office)}
        ${this.offices.map(({ id, name }) => this.#option(id, name[language], this.form.office))}
      </select>
    </div>`;
  }

  /** What a later answer needs: a way to the citizen, and what they were promised. */
  #promise() {
    const { reachBy, reach, promise } = this.form;
    return html`<fieldset class="promise">
      <legend>${this.t('console.finish.promise.label')}</legend>
      <div class="choices by">
        ${REACH.map(
          (by) =>
            html`<label class="choice">
              <input
                type="radio"
                name="reach-by"
                .checked=${by === reachBy}
                @change=${() => this.#set({ reachBy: by })}
              />
              ${this.t(`console.finish.promise.by.${by}`)}
            </label>`,
        )}
      </div>
      <div class="field">
        <label for="reach">${this.t(`console.finish.promise.${reachBy}`)}</label>
        <input
          class="input"
          id="reach"
          type=${reachBy === 'email' ? 'email' : 'tel'}
          autocomplete="off"
          aria-invalid=${this.problems.includes('reach') ? 'true' : nothing}
          aria-describedby="problem-reach"
          .value=${reach}
          @input=${(event: Event) => this.#set({ reach: (event.target as HTMLInputElement).value })}
        />
        ${this.#problem('reach', reachBy)}
      </div>
      <div class="field wide">
        <label for="promise">${this.t('console.finish.promise.text')}</label>
        <textarea
          class="input"
          id="promise"
          rows="2"
          aria-invalid=${this.problems.includes('promise') ? 'true' : nothing}
          aria-describedby="problem-promise"
          .value=${promise}
          @input=${(event: Event) => this.#set({ promise: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
        ${this.#problem('promise')}
      </div>
      <p class="due" role="status">
        ${this.due === null ? '' : this.t('console.finish.promise.due', { when: formatDeskTime(this.due, this.now(), this.i18n) })}
      </p>
    </fieldset>`;
  }

  #option(id: string, words: string, chosen: string) {
    return html`<option value=${id} ?selected=${id === chosen}>${words}</option>`;
  }

  #problem(name: CloseProblem, kind = '') {
    const key = `console.problem.${name}${kind === '' ? '' : `-${kind}`}`;
    const words = this.problems.includes(name) ? this.t(key, { max: LIMITS.note }) : '';
    return html`<span class="problem" id="problem-${name}">${words}</span>`;
  }

  #trouble() {
    if (this.trouble === null) return nothing;
    const why = refusalWords(this.i18n, 'console.trouble.code', this.trouble);
    return html`<p class="notice danger">${this.t('console.trouble.close')} ${why}</p>`;
  }

  /** The office goes along with the topic, unless it was chosen by hand. */
  #setTopic(topic: string): void {
    const proposed = this.form.office === officeFor(this.offices, this.form.topic);
    this.#set({ topic, ...(proposed ? { office: officeFor(this.offices, topic) } : {}) });
  }

  #set(change: Partial<CloseForm>): void {
    this.form = { ...this.form, ...change };
    // What was missing disappears as it is filled in; nothing new is found before the next attempt.
    const left = problemsOf(this.form);
    this.problems = this.problems.filter((problem) => left.includes(problem));
    if (change.outcome === 'later-answer') void this.#askDue();
  }

  /** Told before the promise is made, so that it can be passed on in the conversation. */
  async #askDue(): Promise<void> {
    this.due = await this.fetchDueAt();
  }

  /** The focus goes to the first field that nobody could fill in. */
  async #begin(): Promise<void> {
    await this.updateComplete;
    this.#focus(problemsOf(this.form)[0] ?? 'outcome');
  }

  #focus(field: CloseProblem): void {
    const inputs: Record<CloseProblem, string> = {
      reason: 'input[name="reason"]',
      topic: '#topic',
      outcome: 'input[name="outcome"]',
      reach: '#reach',
      promise: '#promise',
      note: '#note',
    };
    this.renderRoot.querySelector<HTMLElement>(inputs[field])?.focus();
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const { tagName } = event.target as Element;
    if (event.key !== 'Enter' || (tagName === 'TEXTAREA' && !event.ctrlKey && !event.metaKey)) return;
    if (tagName === 'BUTTON') return;
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
