import { html, nothing, type PropertyValues } from 'lit';
import type { Phase } from '../../protocol/conversation.ts';
import type { Conversation } from '../core/conversation.ts';
import { logEntries, operatorName } from '../core/conversation-state.ts';
import { describePlace } from '../core/herald.ts';
import { isInLine, isProposed, isSentHome, isUnusual } from '../core/unusual.ts';
import type { Trouble } from '../core/wire.ts';
import { troubleWords } from '../core/words.ts';
import { unreachable } from '../core/unreachable.ts';
import '../parts/chat-log.ts';
import '../parts/composer.ts';
import { define } from '../parts/element.ts';
import type { DraftEvent, PendingEvent, SendEvent, TypingEvent } from '../parts/events.ts';
import { icons } from '../parts/icons.ts';
import { conversationStyles } from './conversation.styles.ts';
import { View, viewStyles } from './view.ts';

/** A conversation from the line to its end: who answers, the log, the box. A call puts its pictures beside it. */
export class ConversationView extends View {
  static override styles = [...viewStyles, conversationStyles];
  static override properties = { asking: { state: true }, trouble: { state: true }, draft: { state: true } };

  /** The person is asked whether they really want to end it. */
  declare asking: boolean;
  declare trouble: Trouble | null;
  declare draft: string;

  #conversation: Conversation | undefined;

  constructor() {
    super();
    this.asking = false;
    this.trouble = null;
    this.draft = '';
    this.watch(({ citizen }) => citizen);
    this.watch(({ citizen }) => citizen.model);
    this.watch(({ call }) => call);
    this.watch(({ status }) => status);
    this.watch(({ visit }) => visit);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#see);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#see);
    this.counter.wide.set(false);
  }

  /** To the box, where there is a keyboard of one's own: on a phone it would cover the log. */
  override focus(): void {
    void this.updateComplete.then(() => {
      const box = matchMedia('(hover: hover)').matches && this.renderRoot.querySelector('sportello-composer');
      // Back after a question, it has yet to draw what takes the focus.
      if (box) void box.updateComplete.then(() => box.focus());
      else super.focus();
      this.#see();
    });
  }

  protected override willUpdate(): void {
    const session = this.counter.citizen.value;
    const conversation = session.name === 'open' ? session.conversation : undefined;
    if (conversation !== this.#conversation) {
      this.#conversation = conversation;
      this.draft = conversation?.draft ?? '';
      this.asking = false;
    }
    // The call's pictures come with the call, and what follows the end with the end.
    if (this.#call) void import('./call.ts');
    const phase = conversation?.value.state.phase;
    if (phase?.name === 'closed') void this.#fetchEnd();
    if (phase && isUnusual(phase, Date.now())) void this.#fetchPatience();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    this.counter.wide.set(this.#call !== null);
    this.#see();
  }

  protected override render() {
    const session = this.counter.citizen.value;
    switch (session.name) {
      case 'open':
        return this.#open(session.conversation);
      case 'gone':
        return this.#gone(session.code);
      case 'none':
        return nothing;
      case 'starting':
      case 'restoring':
        return html`<p class="plain" role="status">${this.t('chat.restoring')}</p>`;
      default:
        return unreachable(session);
    }
  }

  #open(conversation: Conversation) {
    const { phase } = conversation.value.state;
    if (phase.name === 'closed') {
      return html`<sportello-end .i18n=${this.i18n} .counter=${this.counter}></sportello-end>`;
    }
    // The text stays where it is when a call comes or goes: what is being typed, and read, goes on.
    return html`<sportello-call .i18n=${this.i18n} .call=${this.#call} .names=${this.#names()}>
      <div class="text ${phase.name} ${this.#hasWritten ? 'written' : ''}">
        <div class="all">${this.#head(phase)}${this.#log(conversation)}${this.#foot(phase)}</div>
      </div>
    </sportello-call>`;
  }

  get #hasWritten(): boolean {
    return this.draft !== '' || !!this.#conversation?.value.messages.some(({ from }) => from === 'citizen');
  }

  /** The call client, while a call is going on. */
  get #call() {
    const { citizen, call } = this.counter;
    return citizen.model.value?.state.call ? call.value : null;
  }

  #names() {
    const model = this.counter.citizen.model.value;
    return { citizen: model?.state.citizenName ?? null, operator: model ? operatorName(model) : null };
  }

  #head(phase: Exclude<Phase, { name: 'closed' }>) {
    return html`<header>${phase.name === 'waiting' ? this.#waiting() : this.#operator(phase)}</header>`;
  }

  #waiting() {
    const state = this.#conversation?.value.state;
    if (state?.phase.name !== 'waiting') return nothing;
    const { phase, service } = state;
    const place = describePlace(state, this.i18n);
    const home = isSentHome(phase);
    // That is the news, and not a place in the line.
    const away = !isInLine(phase);
    return html`<h2 tabindex="-1">${away ? place : this.t('waiting.title')}</h2>
      ${away ? nothing : html`<p><strong>${place}</strong></p>`}
      ${isUnusual(phase, Date.now()) ? this.#patience() : nothing}
      ${home ? nothing : html`<p class="quiet-text">${this.t('waiting.meanwhile')}</p>`}
      ${
        this.asking
          ? nothing
          : html`<div class="row">
              <button class="button small" @click=${() => this.counter.go({ name: 'home' })}>
                ${this.t('waiting.read')}
              </button>
              ${
                isProposed(state, this.counter.visit.value)
                  ? nothing
                  : html`<button class="button small" @click=${() => this.counter.go({ name: 'message', service })}>
                      ${this.t('channel.message')}
                    </button>`
              }
              <button class="button small quiet" @click=${this.#ask}>
                ${this.t(away ? 'chat.end' : 'waiting.leave')}
              </button>
            </div>`
      }`;
  }

  /** Its code comes when a wait is not the ordinary one. */
  #patience() {
    return html`<sportello-patience
      .i18n=${this.i18n}
      .counter=${this.counter}
      @sportello-keeps-waiting=${() => this.focus()}
    ></sportello-patience>`;
  }

  #operator({ operator, operatorConnected, hold }: Extract<Phase, { name: 'live' }>) {
    return html`<div class="who">
        <h2 tabindex="-1">${operator.name}<small>${this.t('chat.desk')}</small></h2>
        ${this.asking ? nothing : html`<button class="button small" @click=${this.#ask}>${this.t('chat.end')}</button>`}
      </div>
      ${
        operatorConnected
          ? nothing
          : html`<p class="notice warning" role="status">${this.t('chat.operatorAway', { name: operator.name })}</p>`
      }
      ${hold ? this.#patience() : nothing}`;
  }

  #log(conversation: Conversation) {
    const model = conversation.value;
    return html`<sportello-chat-log
      .i18n=${this.i18n}
      .entries=${logEntries(model)}
      .me=${model.me}
      .readByOther=${model.state.read.operator}
      .names=${this.#names()}
      .attaching=${this.counter.attaching(conversation)}
      @sportello-pending=${({ detail }: PendingEvent) => conversation[detail.action](detail.clientId)}
    ></sportello-chat-log>`;
  }

  #foot(phase: Exclude<Phase, { name: 'closed' }>) {
    const typing = this.#conversation?.value.otherTyping;
    const name = this.#names().operator ?? this.t('chat.someone');
    return html`<footer class=${this.asking ? '' : 'open'}>
      <p class="typing">${typing ? this.t('chat.typing', { name }) : ''}</p>
      ${this.trouble ? this.#trouble(this.trouble) : nothing} ${this.asking ? this.#confirm(phase) : this.#box(phase)}
    </footer>`;
  }

  #box(phase: Exclude<Phase, { name: 'closed' }>) {
    // Nobody would read it: what is in the box already goes along in the message.
    if (isSentHome(phase)) return nothing;
    return html`<sportello-composer
        .i18n=${this.i18n}
        .value=${this.draft}
        .label=${this.t('chat.box')}
        .attaching=${this.#conversation && this.counter.attaching(this.#conversation)}
        @sportello-draft=${({ detail }: DraftEvent) => this.#keep(detail.text)}
        @sportello-typing=${({ detail }: TypingEvent) => this.#conversation?.setTyping(detail.typing)}
        @sportello-send=${({ detail }: SendEvent) => this.#conversation?.send(detail.text, detail.attachments)}
      ></sportello-composer>
      ${
        phase.name === 'live' && this.#mayCall()
          ? html`<button class="button small quiet" @click=${() => this.counter.go({ name: 'call-check' })}>
              ${icons.hands}${this.t('chat.video')}
            </button>`
          : nothing
      }`;
  }

  /** The video desk is at work, and no call is going on. */
  #mayCall(): boolean {
    const desk = this.counter.status.value;
    return desk.name === 'known' && desk.status.services.lis.state === 'open' && !this.#conversation?.value.state.call;
  }

  #confirm(phase: Exclude<Phase, { name: 'closed' }>) {
    const waiting = isInLine(phase);
    return html`<div class="notice confirm" role="group" aria-labelledby="ask" @keydown=${this.#handleKey}>
      <p id="ask" tabindex="-1">
        <strong>${this.t(waiting ? 'waiting.leaveAsk' : 'chat.endAsk')}</strong>
        ${waiting ? nothing : this.t('chat.endHint')}
      </p>
      <div class="row">
        <button class="button danger" @click=${this.#end}>
          ${this.t(waiting ? 'waiting.leaveYes' : 'chat.endYes')}
        </button>
        <button class="button" @click=${this.#stay}>${this.t(waiting ? 'waiting.stay' : 'chat.endNo')}</button>
      </div>
    </div>`;
  }

  #trouble(code: Trouble) {
    const { what, next } = troubleWords(this.i18n, code);
    return html`<p class="notice danger" role="alert"><strong>${what}</strong> ${next}</p>`;
  }

  /** The words first: the screen draws itself as soon as its code is there. */
  async #fetchEnd(): Promise<void> {
    await this.counter.learn('end');
    await import('./end.ts');
  }

  async #fetchPatience(): Promise<void> {
    await this.counter.learn('patience');
    await import('./patience.ts');
  }

  #gone(code: Trouble) {
    const { what, next } = troubleWords(this.i18n, code);
    return html`<div class="plain stack">
      <h2 tabindex="-1">${this.t('chat.gone')}</h2>
      <p>${what} ${next}</p>
      <button class="button primary" @click=${this.#leave}>${this.t('chat.home')}</button>
    </div>`;
  }

  #keep(text: string): void {
    this.draft = text;
    if (this.#conversation) this.#conversation.draft = text;
  }

  #ask = async (): Promise<void> => {
    this.asking = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#ask')?.focus();
  };

  /** Escape takes back the question, not the panel it stands in. */
  #handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#stay();
  }

  #stay = (): void => {
    this.asking = false;
    this.focus();
  };

  #end = async (): Promise<void> => {
    this.trouble = null;
    const answer = await this.counter.citizen.end();
    this.asking = false;
    if (!answer.ok) this.trouble = answer.code;
    this.focus();
  };

  #leave = (): void => {
    this.counter.citizen.finish();
    this.counter.go({ name: 'home' });
  };

  /** What is on screen, in a page that is looked at, has been seen. */
  #see = (): void => {
    if (document.visibilityState === 'visible' && this.isConnected && this.checkVisibility()) this.#conversation?.see();
  };
}

define('sportello-conversation', ConversationView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-conversation': ConversationView;
  }
}
