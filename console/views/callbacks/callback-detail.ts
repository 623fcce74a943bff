import { html, nothing, type PropertyValues } from 'lit';
import type { Knowledge } from '../../../protocol/article.ts';
import type { Attempt, Callback } from '../../../protocol/callback.ts';
import type { Message } from '../../../protocol/message.ts';
import type { Attaching } from '../../../widget/core/attaching.ts';
import { formatDeskTime } from '../../../widget/core/format.ts';
import type { Answer, Trouble } from '../../../widget/core/wire.ts';
import '../../../widget/parts/attachment-list.ts';
import '../../../widget/parts/chat-log.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { base, buttons, notices } from '../../../widget/parts/theme.ts';
import type { AttemptRequest, Callbacks } from '../../core/callbacks.ts';
import { dueWords, mailWhy, mailWords, momentWords, telLink } from '../../parts/callback-words.ts';
import { panel } from '../../parts/styles.ts';
import { refusalWords } from '../../parts/words.ts';
import './answer-form.ts';
import './attempt-form.ts';
import { callbackDetailStyles } from './callback-detail.styles.ts';

type Doing = 'take' | 'attempt' | 'answer';
type Thread = { name: 'closed' | 'loading' | 'failed' } | { name: 'open'; messages: readonly Message[] };

/**
 * One promise: what was asked, how to reach who asked, what was tried, and what can be done now.
 *
 * @fires console-callback-close - It is to be concluded.
 * @fires console-callback-back - The list is wanted.
 */
export class CallbackDetail extends SportelloElement {
  static override styles = [base, buttons, notices, panel, callbackDetailStyles];
  static override properties = {
    callback: { attribute: false },
    gone: { type: Boolean },
    callbacks: { attribute: false },
    knowledge: { attribute: false },
    attaching: { attribute: false },
    me: { attribute: false },
    mayTakeOver: { type: Boolean },
    now: { attribute: false },
    thread: { state: true },
    trouble: { state: true },
    said: { state: true },
  };

  declare callback: Callback;
  /** It is open no longer: somebody else has concluded it. */
  declare gone: boolean;
  declare callbacks: Callbacks;
  declare knowledge: Knowledge | null;
  declare attaching: Attaching<Blob> | undefined;
  /** My id. */
  declare me: string;
  /** Supervisors take from colleagues what these cannot do. */
  declare mayTakeOver: boolean;
  /** Epoch ms, the server's clock. */
  declare now: number;
  declare thread: Thread;
  declare trouble: { doing: Doing; code: Trouble } | null;
  declare said: string;

  constructor() {
    super();
    this.gone = false;
    this.knowledge = null;
    this.me = '';
    this.mayTakeOver = false;
    this.now = 0;
    this.thread = { name: 'closed' };
    this.trouble = null;
    this.said = '';
  }

  /** Puts the focus on its heading. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h3')?.focus());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('callback') || changed.get('callback')?.id === this.callback.id) return;
    this.thread = { name: 'closed' };
    this.trouble = null;
    this.said = '';
  }

  protected override render() {
    const { number, citizenName, text, attachments, closedAt } = this.callback;
    return html`
      <button
        class="button quiet small back"
        type="button"
        @click=${() => this.dispatchEvent(new Event('console-callback-back'))}
      >
        ${this.t('console.callbacks.back')}
      </button>
      <h3 tabindex="-1">${this.t('console.callbacks.heading', { number })}</h3>
      <p class="who"><strong>${citizenName ?? this.t('console.callbacks.unnamed')}</strong> · ${this.#when()}</p>
      <p class="visually-hidden" role="status">${this.said}</p>
      <div role="alert">${this.#trouble()}</div>
      ${this.gone && closedAt === null ? html`<p class="notice warning">${this.t('console.callbacks.closed-meanwhile')}</p>` : nothing}
      <div class="ways">${this.#reach()}${this.#open ? this.#acts() : nothing}</div>
      <section aria-labelledby="text">
        <h4 id="text">${this.t('console.callbacks.text')}</h4>
        <p class="text" lang=${this.callback.language}>${text}</p>
        ${
          attachments.length === 0
            ? nothing
            : html`<sportello-attachments
                .i18n=${this.i18n}
                .files=${attachments}
                .attaching=${this.attaching}
              ></sportello-attachments>`
        }
        ${this.#context()}${this.callback.conversationId === null ? nothing : this.#thread()}
      </section>
      ${this.#attempts()}${this.#open ? this.#forms() : nothing}
    `;
  }

  get #open(): boolean {
    return this.callback.closedAt === null && !this.gone;
  }

  #when() {
    const { receivedAt, closedAt, dueAt } = this.callback;
    const received = this.t('console.callbacks.received', { when: momentWords(receivedAt, this.now, this.i18n) });
    if (closedAt !== null) {
      const when = momentWords(closedAt, this.now, this.i18n);
      return html`${received} · ${this.t('console.callbacks.closed-at', { when })}`;
    }
    const due =
      dueAt <= this.now
        ? html`<span class="late">${dueWords(this.callback, this.now, this.i18n)}</span>`
        : this.t('console.callbacks.due', { when: formatDeskTime(dueAt, this.now, this.i18n) });
    return html`${received} · ${due}`;
  }

  #reach() {
    const { reach } = this.callback;
    return reach.by === 'phone'
      ? html`<a class="button primary" href=${telLink(reach.phone)}
          >${this.t('console.callbacks.call', { phone: reach.phone })}</a
        >`
      : html`<a class="email" href="mailto:${reach.email}">${reach.email}</a>`;
  }

  #acts() {
    const { takenBy } = this.callback;
    const mine = takenBy?.id === this.me;
    const words = mine ? 'release' : takenBy === null ? 'take' : 'take-over';
    return html`
      ${
        words === 'take-over' && !this.mayTakeOver
          ? html`<span class="taken">${this.t('console.callbacks.head.taken')}: ${takenBy?.name}</span>`
          : html`<button class="button" type="button" @click=${() => void this.#take()}>
              ${this.t(`console.callbacks.${words}`, { name: takenBy?.name ?? '' })}
            </button>`
      }
      <button class="button" type="button" @click=${() => this.dispatchEvent(new Event('console-callback-close'))}>
        ${this.t('console.callbacks.close')}
      </button>
    `;
  }

  #context() {
    const { searches, articles } = this.callback.context;
    const titles = articles.map(
      (id) =>
        this.knowledge?.articles.find((article) => article.id === id)?.title ??
        this.t('console.callbacks.article-gone'),
    );
    return html`${this.#list('searched', searches)}${this.#list('read', titles)}`;
  }

  #list(name: 'searched' | 'read', lines: readonly string[]) {
    if (lines.length === 0) return nothing;
    return html`<h4>${this.t(`console.callbacks.${name}`)}</h4>
      <ul class="lines">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`;
  }

  #thread() {
    const { thread } = this;
    if (thread.name === 'open') {
      if (thread.messages.length === 0) return html`<p class="quiet">${this.t('console.callbacks.thread-none')}</p>`;
      return html`<h4>${this.t('console.callbacks.thread-title')}</h4>
        <sportello-chat-log
          .i18n=${this.i18n}
          .entries=${thread.messages}
          .me=${'operator'}
          .names=${{ citizen: this.callback.citizenName, operator: null }}
          .attaching=${this.attaching}
        ></sportello-chat-log>`;
    }
    return html`${thread.name === 'failed' ? html`<p role="alert">${this.t('console.callbacks.thread-failed')}</p>` : nothing}
      <button
        class="button small"
        type="button"
        aria-disabled=${String(thread.name === 'loading')}
        @click=${() => void this.#readThread()}
      >
        ${this.t('console.callbacks.thread')}
      </button>`;
  }

  #attempts() {
    const { attempts, receipt, closedAt } = this.callback;
    const none = closedAt === null ? 'attempts-none' : 'attempts-unclosed';
    return html`<section aria-labelledby="attempts">
      <h4 id="attempts">${this.t('console.callbacks.attempts')}</h4>
      ${
        attempts.length === 0
          ? html`<p class="quiet">${this.t(`console.callbacks.${none}`)}</p>`
          : html`<ol class="attempts">
              ${attempts.map((attempt) => this.#attempt(attempt))}
            </ol>`
      }
      ${receipt === null ? nothing : html`<p class="quiet">${this.#mail(receipt, true)}</p>`}
    </section>`;
  }

  #attempt({ at, by, result, note, mail }: Attempt) {
    return html`<li>
      <div>
        <strong>${this.t(`console.callbacks.result.${result}`)}</strong>
        <span class="quiet"
          >· ${momentWords(at, this.now, this.i18n)} ·
          ${by.id === this.me ? this.t('console.callbacks.taken-me') : by.name}</span
        >
      </div>
      ${mail === null ? nothing : html`<div>${this.#mail(mail, false)}</div>`}
      ${note === null ? nothing : html`<div class="note">${note}</div>`}
    </li>`;
  }

  #mail(mail: NonNullable<Attempt['mail']>, receipt: boolean) {
    const state = mailWords(mail, this.now, this.i18n);
    const why = mailWhy(mail);
    const bad = mail.name === 'failed' || mail.name === 'retrying' || mail.name === 'no-server';
    const words = receipt ? this.t('console.callbacks.receipt', { state }) : `E-mail ${state}`;
    return html`<span class=${bad ? 'late' : 'quiet'}>${words}.</span>
      ${why === '' ? nothing : html`<span class="quiet small">${this.t('console.callbacks.mail.why', { why })}</span>`}`;
  }

  #forms() {
    const { id, reach, language } = this.callback;
    return html`
      ${
        reach.by === 'email'
          ? html`<section aria-labelledby="answer">
              <h4 id="answer">${this.t('console.callbacks.answer')}</h4>
              <console-answer-form
                .i18n=${this.i18n}
                .email=${reach.email}
                .language=${language}
                .text=${this.callbacks.draft(id)}
                .send=${(text: string) => this.#answer(text)}
                @console-draft-text=${(event: CustomEvent<string>) => this.callbacks.keepDraft(id, event.detail)}
              ></console-answer-form>
            </section>`
          : nothing
      }
      <section aria-labelledby="log">
        <h4 id="log">${this.t('console.callbacks.log')}</h4>
        <console-attempt-form
          .i18n=${this.i18n}
          .log=${(attempt: Omit<AttemptRequest, 'callbackId'>) => this.#log(attempt)}
        ></console-attempt-form>
      </section>
    `;
  }

  #trouble() {
    if (this.trouble === null) return nothing;
    const { doing, code } = this.trouble;
    const why = refusalWords(this.i18n, 'console.callbacks.trouble.code', code);
    return html`<p class="notice danger">${this.t(`console.callbacks.trouble.${doing}`)} ${why}</p>`;
  }

  async #take(): Promise<void> {
    const released = this.callback.takenBy?.id === this.me;
    await this.#do('take', this.callbacks.take(this.callback.id), released ? 'said-released' : 'said-taken');
  }

  #log(attempt: Omit<AttemptRequest, 'callbackId'>): Promise<boolean> {
    return this.#do('attempt', this.callbacks.attempt({ callbackId: this.callback.id, ...attempt }), 'said-attempt');
  }

  #answer(text: string): Promise<boolean> {
    return this.#do('answer', this.callbacks.answer(this.callback.id, text), 'said-answer');
  }

  async #do(doing: Doing, work: Promise<Answer>, said: string): Promise<boolean> {
    const { id } = this.callback;
    const answer = await work;
    // Another one is on screen by now.
    if (this.callback.id !== id) return answer.ok;
    this.trouble = answer.ok ? null : { doing, code: answer.code };
    this.said = answer.ok ? this.t(`console.callbacks.${said}`) : '';
    return answer.ok;
  }

  async #readThread(): Promise<void> {
    if (this.thread.name === 'loading') return;
    const { id } = this.callback;
    this.thread = { name: 'loading' };
    const answer = await this.callbacks.thread(id);
    if (this.callback.id !== id) return;
    this.thread = answer.ok ? { name: 'open', messages: answer.messages } : { name: 'failed' };
  }
}

define('console-callback', CallbackDetail);

declare global {
  interface HTMLElementTagNameMap {
    'console-callback': CallbackDetail;
  }
}
