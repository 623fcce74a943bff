import { html, nothing } from 'lit';
import type { Service } from '../../protocol/conversation.ts';
import { formatDeskTime } from '../core/format.ts';
import { checkMessage, type MessageFault, type MessageField } from '../core/message-check.ts';
import type { MessageDesk, MessageDraft, MessageState } from '../core/message-desk.ts';
import { isSentHome } from '../core/unusual.ts';
import { handedOver } from '../core/visit.ts';
import type { Trouble } from '../core/wire.ts';
import { troubleWords } from '../core/words.ts';
import { define } from '../parts/element.ts';
import '../parts/attachment-field.ts';
import { drawLink } from '../parts/link.ts';
import { drawHandedOver } from './handed-over.ts';
import { drawName, drawReach, drawText, type Fields } from './message-fields.ts';
import './message-receipt.ts';
import { messageStyles } from './message.styles.ts';
import { View, viewStyles } from './view.ts';

type Sending = Extract<MessageState, { name: 'sending' }>;

/** A message for when nobody answers: what is asked, how to answer, what goes along, and where it stands. */
export class MessageView extends View {
  static override styles = [...viewStyles, messageStyles];
  static override properties = {
    service: { attribute: false },
    desk: { state: true },
    faults: { state: true },
    moved: { state: true },
  };

  declare service: Service;
  declare desk: MessageDesk | undefined;
  /** What has to be put right, as it was when it was last tried to send. */
  declare faults: readonly MessageFault[];
  /** An operator answered while the message was on its way: its text went to them. */
  declare moved: boolean;

  #before: MessageState['name'] | undefined;
  #opening: Promise<void> | undefined;
  /** The conversation ends with the message, or has ended without an answer. */
  #endsTalk = false;

  constructor() {
    super();
    this.faults = [];
    this.moved = false;
    this.watch(({ visit }) => visit);
    this.watch(({ status }) => status);
    this.watch(({ citizen }) => citizen.model);
    this.watch(() => this.desk);
    this.watch(() => this.desk?.draft);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#opening = this.#open();
  }

  /** What is being written may still be on its way. */
  override focus(): void {
    void this.#opening?.then(() => super.focus());
  }

  async #open(): Promise<void> {
    await this.updateComplete;
    const desk = await this.counter.later.message();
    this.#takeAlong(desk);
    this.desk = desk;
  }

  /** What was said while waiting need not be said again. */
  #takeAlong(desk: MessageDesk): void {
    const session = this.counter.citizen.value;
    if (session.name !== 'open' || !this.#goesOn || desk.value.name !== 'writing') return;
    const { draft, value } = session.conversation;
    const { text, name } = desk.draft.value;
    const own = value.messages.flatMap((message) =>
      message.kind === 'text' && message.from === 'citizen' && message.text ? [message.text] : [],
    );
    const written = [...own, draft].filter((words) => words.trim()).join('\n');
    desk.change({ text: text || written, name: name || (value.state.citizenName ?? '') });
  }

  protected override willUpdate(): void {
    const { desk } = this;
    if (!desk || desk.value.name === this.#before) return;
    const before = this.#before;
    this.#before = desk.value.name;
    // Where it stands has changed under the focus: to what has come instead.
    if (before) this.#arrive(desk.value);
  }

  #arrive(state: MessageState): void {
    // The conversation has ended with the message: its end has nothing more to say.
    if (state.name === 'sent' && this.#endsTalk) this.counter.citizen.finish();
    if (state.name === 'writing') this.#faultFromServer(state.trouble);
    if (state.name === 'sending') void this.#focusOn('.send');
  }

  protected override render() {
    const { desk } = this;
    if (!desk) return nothing;
    const { value } = desk;
    if (value.name === 'sent') {
      return html`<sportello-message-receipt
        .i18n=${this.i18n}
        .receipt=${value.receipt}
        @sportello-receipt-read=${this.#finish}
      ></sportello-message-receipt>`;
    }
    return this.#form(desk, value.name === 'sending' ? value : undefined);
  }

  #form(desk: MessageDesk, sending: Sending | undefined) {
    const draft = desk.draft.value;
    const fields: Fields = {
      i18n: this.i18n,
      draft,
      sending: sending !== undefined,
      fault: (field) => this.#fault(field),
      change: (part) => this.#change(part),
    };
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <div>
        <h2 tabindex="-1">${this.t('message.title')}</h2>
        ${this.#due()} ${this.#keepsPlace ? html`<p>${this.t('message.waiting')}</p>` : nothing}
      </div>
      <p role="status" class="fault told">
        ${this.faults.length ? this.t('message.faults', { count: this.faults.length }) : ''}
      </p>
      ${drawText(fields)} ${this.#files(draft)} ${drawReach(fields)} ${drawName(fields)} ${this.#handedOver()}
      ${this.#privacy()} ${this.#foot(sending, desk)}
    </form>`;
  }

  #due() {
    const now = this.counter.status.value;
    if (now.name !== 'known') return nothing;
    const when = formatDeskTime(now.status.message.dueAt, now.status.now, this.i18n);
    return html`<p>${this.t('message.due', { when })}</p>`;
  }

  #files({ files }: MessageDraft) {
    const attaching = this.counter.attaching(this.counter.later);
    const here = attaching.tray?.value.map(({ name }) => name) ?? [];
    const lost = files.filter((name) => !here.includes(name));
    return html`<sportello-attachment-field
        .i18n=${this.i18n}
        .attaching=${attaching}
        @sportello-files-changed=${({ detail }: CustomEvent<string[]>) => this.#change({ files: detail })}
      ></sportello-attachment-field>
      ${lost.length ? html`<p class="notice">${this.t('message.lostFiles', { names: lost.join(', ') })}</p>` : nothing}`;
  }

  /** Nothing to show is nothing to say: who leaves a message has said it already. */
  #handedOver() {
    const { searches, articles } = handedOver(this.counter.visit.value);
    return searches.length + articles.length > 0 ? drawHandedOver(this) : nothing;
  }

  #privacy() {
    const now = this.counter.status.value;
    const href = now.name === 'known' ? now.status.privacyUrl : null;
    return html`<p class="quiet-text">
      ${this.t('message.privacy')} ${href ? drawLink(href, this.t('handover.privacyLink'), this.i18n) : nothing}
      ${this.t('message.kept')}
    </p>`;
  }

  #foot(sending: Sending | undefined, { value }: MessageDesk) {
    const trouble = value.name === 'writing' ? value.trouble : null;
    return html`<div role="alert" class="told">
        ${trouble && trouble !== 'bad-contact' ? this.#trouble(trouble) : nothing}
      </div>
      <div role="status" class="told">
        ${sending?.lost ? html`<p class="notice warning">${this.t('message.lost')}</p>` : nothing}
        ${sending && !sending.lost ? html`<p>${this.t(sending.what === 'files' ? 'message.sendingFiles' : 'message.sending')}</p>` : nothing}
      </div>
      ${
        sending
          ? html`<button class="button send" type="button" @click=${() => this.desk?.stop()}>
              ${this.t('message.stop')}
            </button>`
          : html`<button class="button primary send" type="submit">${this.t('message.send')}</button>`
      }`;
  }

  #trouble(code: Trouble) {
    const { what, next } = troubleWords(this.i18n, code);
    if (!this.moved) return html`<p class="notice danger"><strong>${what}</strong> ${next}</p>`;
    return html`<div class="notice">
      <p>${this.t('message.answered')}</p>
      <button class="button" type="button" @click=${() => this.counter.go({ name: 'conversation' })}>
        ${this.t('message.toConversation')}
      </button>
    </div>`;
  }

  #fault(field: MessageField): string {
    const fault = this.faults.find((one) => one.field === field);
    return fault ? this.t(`message.fault.${field}-${fault.why}`) : '';
  }

  #change(part: Partial<MessageDraft>): void {
    this.desk?.change(part);
    // What is put right is not called wrong any more; what is wrong is said when it is next sent.
    if (this.faults.length && this.desk) {
      const left = checkMessage(this.desk.draft.value);
      this.faults = this.faults.filter(({ field }) => left.some((one) => one.field === field));
    }
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { desk, counter } = this;
    if (!desk) return;
    this.moved = false;
    this.#endsTalk = this.#goesOn;
    this.faults = checkMessage(desk.draft.value);
    if (this.faults.length) return void this.#focusOn('[aria-invalid]');
    desk.send(
      {
        service: this.service,
        language: this.i18n.lang === 'en' ? 'en' : 'it',
        context: handedOver(counter.visit.value),
        token: this.#isWaiting ? counter.citizen.token() : null,
      },
      counter.attaching(counter.later).tray,
    );
  };

  #faultFromServer(trouble: Trouble | null): void {
    const draft = this.desk?.draft.value;
    if (trouble === 'bad-contact' && draft) {
      this.faults = [{ field: draft.by, why: 'wrong' }];
      void this.#focusOn('[aria-invalid]');
    } else if (trouble === 'wrong-phase' && draft) {
      this.#handOver(draft.text);
    } else void this.#focusOn(trouble ? '.send' : '#text');
  }

  /** Somebody has answered meanwhile: what was written is in the box they read from. */
  #handOver(text: string): void {
    const session = this.counter.citizen.value;
    if (session.name !== 'open') return;
    this.moved = true;
    if (!session.conversation.draft) session.conversation.draft = text;
  }

  async #focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The message stands in place of a conversation in which nobody answers any more. */
  get #goesOn(): boolean {
    const phase = this.counter.citizen.model.value?.state.phase;
    return this.#isWaiting || (phase?.name === 'closed' && phase.by === 'desk');
  }

  get #isWaiting(): boolean {
    return this.counter.citizen.model.value?.state.phase.name === 'waiting';
  }

  get #keepsPlace(): boolean {
    const phase = this.counter.citizen.model.value?.state.phase;
    return phase?.name === 'waiting' && !isSentHome(phase);
  }

  #finish = (): void => {
    this.desk?.finish();
    this.counter.go({ name: 'home' });
  };
}

define('sportello-message', MessageView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-message': MessageView;
  }
}
