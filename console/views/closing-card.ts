import { html, nothing, type PropertyValues } from 'lit';
import type { Knowledge } from '../../protocol/article.ts';
import type { ConversationState } from '../../protocol/conversation.ts';
import type { ReachBy } from '../../protocol/callback.ts';
import type { OfficeNow } from '../../protocol/office.ts';
import { formatDeskTime } from '../../widget/core/format.ts';
import type { Answer, Trouble } from '../../widget/core/wire.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons, fields, notices } from '../../widget/parts/theme.ts';
import {
  closingRequest,
  problemsOf,
  proposeClosing,
  type CloseForm,
  type CloseProblem,
  type ContactForm,
} from '../core/close-form.ts';
import type { ClosingRequest } from '../core/desk-requests.ts';
import { citizenOf } from '../core/notices.ts';
import '../parts/contact-form.ts';
import { choices } from '../parts/contact-form.styles.ts';
import '../parts/dialog.ts';
import { sendsForm } from '../parts/form-keys.ts';
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
  static override styles = [base, buttons, fields, notices, windowActs, waitingButtons, choices, closingCardStyles];
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

  /** What was typed and put away, by conversation: opened again it goes on there. */
  readonly #kept = new Map<string, CloseForm>();

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
    this.form =
      this.#kept.get(this.conversation.id) ??
      proposeClosing(this.knowledge, this.conversation.context, this.inserted, this.offices);
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
          <console-contact-form
            .i18n=${this.i18n}
            .form=${form}
            .problems=${this.problems}
            .knowledge=${this.knowledge}
            .offices=${this.offices}
            @console-form=${(event: CustomEvent<Partial<ContactForm>>) => this.#set(event.detail)}
          >
            ${form.outcome === 'later-answer' ? this.#promise() : nothing}
          </console-contact-form>
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

  #problem(name: 'reach' | 'promise', kind = '') {
    const key = `console.problem.${name}${kind === '' ? '' : `-${kind}`}`;
    const words = this.problems.includes(name) ? this.t(key) : '';
    return html`<span class="problem" id="problem-${name}">${words}</span>`;
  }

  #trouble() {
    if (this.trouble === null) return nothing;
    const why = refusalWords(this.i18n, 'console.trouble.code', this.trouble);
    return html`<p class="notice danger">${this.t('console.trouble.close')} ${why}</p>`;
  }

  #set(change: Partial<CloseForm>): void {
    this.form = { ...this.form, ...change };
    if (this.conversation !== undefined) this.#kept.set(this.conversation.id, this.form);
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
    if (field === 'reach' || field === 'promise') this.renderRoot.querySelector<HTMLElement>(`#${field}`)?.focus();
    else this.renderRoot.querySelector('console-contact-form')?.focusOn(field);
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
    if (!answer.ok) return;
    this.#kept.delete(request.conversationId);
    this.#dismiss();
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
