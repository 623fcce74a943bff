import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Article } from '../../protocol/article.ts';
import type { Notice as Announcement } from '../../protocol/notice.ts';
import type { CallClient } from '../../widget/core/call-client.ts';
import { logEntries } from '../../widget/core/conversation-state.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import '../../widget/parts/call-stage.ts';
import '../../widget/parts/chat-log.ts';
import '../../widget/parts/composer.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import type { DraftEvent, PendingEvent, SendEvent, TypingEvent } from '../../widget/parts/events.ts';
import { Observe } from '../../widget/parts/observe.ts';
import { base, buttons, notices } from '../../widget/parts/theme.ts';
import { citizenOf } from '../core/notices.ts';
import '../parts/offer-strip.ts';
import { panel } from '../parts/styles.ts';
import { citizenLabel } from '../parts/words.ts';
import { conversationPaneStyles } from './conversation-pane.styles.ts';
import './conversation-head.ts';

/** A call I am in. */
export interface OwnCall {
  conversationId: string;
  call: CallClient<MediaStreamTrack>;
  /** Whom with. */
  name: string;
}

/**
 * One conversation: who it is, the call if there is one, the log, and the answer box with the articles that fit.
 *
 * @fires console-insert - An article is to go into the answer.
 * @fires console-open - The closing card is wanted.
 * @fires console-enter-call - The call the citizen asks for is to be entered.
 * @fires console-draft - What is being written has changed.
 */
export class ConversationPane extends SportelloElement {
  static override styles = [base, buttons, notices, panel, conversationPaneStyles];
  static override properties = {
    conversation: { attribute: false },
    calls: { attribute: false },
    offers: { attribute: false },
    announcements: { attribute: false },
  };

  declare conversation: Conversation;
  /** The calls I am in, with this citizen or another: a picture that is behind another conversation is not begun anew. */
  declare calls: readonly OwnCall[];
  declare offers: readonly Article[];
  /** What citizens are being told now. */
  declare announcements: readonly Announcement[];

  constructor() {
    super();
    this.calls = [];
    this.offers = [];
    this.announcements = [];
    new Observe(this, () => this.conversation);
  }

  /** Puts the focus into the answer box. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('sportello-composer')?.focus());
  }

  /** Puts the focus on the first article offered, if any. */
  focusOffers(): void {
    this.renderRoot.querySelector('console-offers')?.focusFirst();
  }

  protected override render() {
    const { state } = this.conversation.value;
    return html`
      <console-conversation-head .i18n=${this.i18n} .state=${state}></console-conversation-head>
      <div class="stage-and-text ${this.#inCall ? 'in-call' : ''}">
        ${repeat(
          this.calls,
          ({ conversationId }) => conversationId,
          (call) => this.#stage(call),
        )}
        ${this.#callReady()}${keyed(this.conversation.id, this.#text())}
      </div>
    `;
  }

  get #name(): string {
    return citizenLabel(this.i18n, citizenOf(this.conversation.value.state));
  }

  get #inCall(): boolean {
    return this.calls.some(({ conversationId }) => conversationId === this.conversation.id);
  }

  #stage({ conversationId, call, name }: OwnCall) {
    return html`<div class="stage scroll" ?hidden=${conversationId !== this.conversation.id}>
      <sportello-call-stage
        .i18n=${this.i18n}
        .call=${call}
        .names=${{ citizen: name, operator: null }}
      ></sportello-call-stage>
    </div>`;
  }

  #callReady() {
    if (this.conversation.value.state.call === null || this.#inCall) return nothing;
    return html`<div class="call-ready notice" role="status">
      <div>
        <strong>${this.t('console.conversation.call-ready', { name: this.#name })}</strong>
        <p class="small">${this.t('console.conversation.call-ready-why')}</p>
      </div>
      <button
        class="button primary small"
        type="button"
        @click=${() => this.dispatchEvent(new Event('console-enter-call', { bubbles: true, composed: true }))}
      >
        ${this.t('console.conversation.call-enter')}
      </button>
    </div>`;
  }

  #text() {
    const { conversation } = this;
    const model = conversation.value;
    const closed = model.state.phase.name === 'closed';
    return html`<div class="text">
      <sportello-chat-log
        .i18n=${this.i18n}
        .entries=${logEntries(model)}
        .me=${model.me}
        .readByOther=${model.state.read.citizen}
        .names=${{ citizen: this.#name, operator: null }}
        @sportello-pending=${this.#handlePending}
      ></sportello-chat-log>
      <p class="typing small quiet" aria-live="off">
        ${model.otherTyping ? this.t('console.conversation.typing', { name: this.#name }) : nothing}
      </p>
      ${
        closed
          ? html`<p class="ended notice warning">${this.t('console.conversation.ended', { name: this.#name })}</p>`
          : this.#answer()
      }
    </div>`;
  }

  #answer() {
    return html`
      <console-offers .i18n=${this.i18n} .articles=${this.offers} .announcements=${this.announcements}></console-offers>
      <sportello-composer
        .i18n=${this.i18n}
        .value=${this.conversation.draft}
        .label=${this.t('console.conversation.answer')}
        .placeholder=${this.t('console.conversation.placeholder', { name: this.#name })}
        @sportello-send=${this.#handleSend}
        @sportello-typing=${this.#handleTyping}
        @sportello-draft=${this.#handleDraft}
      ></sportello-composer>
    `;
  }

  readonly #handleSend = (event: SendEvent): void => this.conversation.send(event.detail.text);

  readonly #handleTyping = (event: TypingEvent): void => this.conversation.setTyping(event.detail.typing);

  readonly #handleDraft = (event: DraftEvent): void => {
    this.conversation.draft = event.detail.text;
    this.requestUpdate();
    this.dispatchEvent(new Event('console-draft', { bubbles: true, composed: true }));
  };

  readonly #handlePending = (event: PendingEvent): void => {
    const { clientId, action } = event.detail;
    this.conversation[action](clientId);
  };
}

define('console-conversation', ConversationPane);

declare global {
  interface HTMLElementTagNameMap {
    'console-conversation': ConversationPane;
  }
}
