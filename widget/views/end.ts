import { css, html, nothing, type PropertyValues } from 'lit';
import type { Receipt } from '../../protocol/callback.ts';
import type { Phase, Service } from '../../protocol/conversation.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { logEntries, operatorName, type ConversationModel } from '../core/conversation-state.ts';
import { createTranscript, transcriptName } from '../core/transcript.ts';
import type { Trouble } from '../core/wire.ts';
import { troubleWords } from '../core/words.ts';
import { formatDeskTime } from '../core/format.ts';
import '../parts/chat-log.ts';
import { define } from '../parts/element.ts';
import { moreIcons } from '../parts/more-icons.ts';
import { saveText } from '../parts/save.ts';
import '../parts/stars.ts';
import type { Stars } from '../parts/stars.ts';
import './mail-copy.ts';
import { View, viewStyles } from './view.ts';

type Closer = Extract<Phase, { name: 'closed' }>['by'];

/** After a conversation: what became of it, stars, a copy to keep. Nothing else. */
export class EndView extends View {
  static override styles = [
    ...viewStyles,
    css`
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
      }

      textarea {
        resize: vertical;
      }

      sportello-chat-log {
        max-height: 24rem;
        border: 1px solid var(--sportello-border);
      }

      .promised {
        display: grid;
        gap: 8px;
        margin-top: 8px;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      .reach {
        overflow-wrap: anywhere;
      }

      .number {
        white-space: nowrap;
        user-select: all;
      }

      summary {
        min-height: 44px;
        padding-block: 8px;
        color: var(--sportello-primary);
        font-weight: 600;
        cursor: pointer;
      }
    `,
  ];
  static override properties = { trouble: { state: true } };

  declare trouble: Trouble | null;

  /** Stars are on their way. */
  #rating = false;

  constructor() {
    super();
    this.trouble = null;
    this.watch(({ citizen }) => citizen.model);
    this.watch(({ status }) => status);
  }

  protected override firstUpdated(): void {
    this.focus();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const thanks = this.#rating && this.renderRoot.querySelector<HTMLElement>('.success');
    if (!thanks) return;
    // The button pressed is gone with its form: the focus goes to what has come instead.
    this.#rating = false;
    thanks.focus();
  }

  protected override render() {
    const model = this.counter.citizen.model.value;
    if (model?.state.phase.name !== 'closed') return nothing;
    const { phase } = model.state;
    const answered = model.messages.some(({ from }) => from === 'operator');
    return html`<div class="stack">
      <div>
        <h2 tabindex="-1">${this.t('end.title')}</h2>
        <p>${this.#how(model, phase.by, answered)}</p>
        ${phase.promisedUntil === undefined ? nothing : this.#promised(phase.promisedUntil, phase.receipt)}
      </div>
      ${phase.by === 'desk' ? this.#waysOn(model.state.service) : nothing}
      ${answered ? this.#stars(phase.rated) : nothing}
      ${model.messages.some(({ kind }) => kind === 'text') ? this.#copy(model, phase.by, answered) : nothing}
      <button class="button ${phase.by === 'desk' ? '' : 'primary'}" @click=${this.#finish}>
        ${this.t('end.close')}
      </button>
    </div>`;
  }

  /** Nobody wanted this end: the way on is one press away. */
  #waysOn(service: Service) {
    const desk = this.counter.status.value;
    const state = desk.name === 'known' ? desk.status.services[service].state : undefined;
    const mayWait = state === 'open' || state === 'unstaffed';
    const way = (name: 'handover' | 'message', words: string, first: boolean) =>
      html`<button class="button ${first ? 'primary' : ''}" @click=${() => this.counter.go({ name, service })}>
        ${this.t(words)}
      </button>`;
    return html`<p class="ways">
      ${mayWait ? way('handover', 'end.again', true) : nothing} ${way('message', 'channel.message', !mayWait)}
    </p>`;
  }

  /** Everything that was agreed: a wrong number is noticed now or never. */
  #promised(until: number, receipt: Receipt | undefined) {
    const when = formatDeskTime(until, receipt?.receivedAt ?? Date.now(), this.i18n);
    const due = html`<p><strong>${this.t('end.promised', { when })}</strong></p>`;
    if (!receipt) return due;
    const { reach, number, mailed } = receipt;
    const how =
      reach.by === 'email' ? this.t('end.byEmail', { to: reach.email }) : this.t('end.byPhone', { to: reach.phone });
    return html`<div class="notice success promised">
      ${due}
      <p class="reach">${how}</p>
      <p>${this.t('end.number')}: <strong class="number">${number}</strong></p>
      ${mailed ? html`<p>${this.t('end.receiptMailed')}</p>` : nothing}
      <p class="quiet-text">${this.t('end.wrongReach')}</p>
    </div>`;
  }

  #how(model: ConversationModel, by: Closer, answered: boolean): string {
    if (by === 'citizen') return this.t(answered ? 'end.byCitizen' : 'end.leftLine');
    if (by === 'desk') return this.t('end.byDesk');
    return this.t('end.byOperator', { name: operatorName(model) ?? this.t('chat.someone') });
  }

  #stars(rated: boolean) {
    if (rated) return html`<p class="notice success" tabindex="-1">${this.t('end.rated')}</p>`;
    return html`<form @submit=${this.#rate}>
      <sportello-stars .i18n=${this.i18n} .label=${this.t('end.stars')}></sportello-stars>
      <p class="field">
        <label for="comment">${this.t('end.comment')}</label>
        <textarea id="comment" class="input" rows="2" maxlength=${LIMITS.comment}></textarea>
      </p>
      <div role="alert">${this.trouble ? this.#trouble(this.trouble) : nothing}</div>
      <p><button class="button" type="submit">${this.t('end.rate')}</button></p>
    </form>`;
  }

  #trouble(code: Trouble) {
    const { what, next } = troubleWords(this.i18n, code);
    return html`<p class="notice danger"><strong>${what}</strong> ${next}</p>`;
  }

  /** Closed by somebody else, its last words may not have been read yet. */
  #copy(model: ConversationModel, by: Closer, answered: boolean) {
    return html`<section>
      <p>
        <button
          class="button"
          @click=${() => saveText(createTranscript(model, this.i18n), transcriptName(model, this.i18n))}
        >
          ${moreIcons.save}${this.t('end.transcript')}
        </button>
      </p>
      ${answered && this.#mayMail ? html`<sportello-mail-copy .i18n=${this.i18n} .citizen=${this.counter.citizen}></sportello-mail-copy>` : nothing}
      <details ?open=${by !== 'citizen'}>
        <summary>${this.t('end.show')}</summary>
        <sportello-chat-log
          .i18n=${this.i18n}
          .entries=${logEntries(model)}
          .me=${model.me}
          .readByOther=${model.state.read.operator}
          .names=${{ citizen: null, operator: operatorName(model) }}
          .attaching=${this.counter.attaching(this.counter.citizen)}
        ></sportello-chat-log>
      </details>
    </section>`;
  }

  /** Without a mail server no copy would ever come. */
  get #mayMail(): boolean {
    const desk = this.counter.status.value;
    return desk.name === 'known' && desk.status.mail;
  }

  #rate = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const stars = this.renderRoot.querySelector<Stars>('sportello-stars');
    const comment = this.renderRoot.querySelector('textarea')?.value ?? '';
    if (!stars?.check()) return;
    this.trouble = null;
    this.#rating = true;
    const answer = await this.counter.citizen.rate(stars.value, comment);
    if (answer.ok) return;
    this.#rating = false;
    this.trouble = answer.code;
  };

  #finish = (): void => {
    this.counter.citizen.finish();
    this.counter.go({ name: 'home' });
  };
}

define('sportello-end', EndView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-end': EndView;
  }
}
