import { html, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ArticleHead } from '../../protocol/article.ts';
import type { CaseFile } from '../../protocol/desk.ts';
import type { Notice as Announcement } from '../../protocol/notice.ts';
import type { CannedReply } from '../../protocol/office.ts';
import type { Attaching } from '../../widget/core/attaching.ts';
import type { CallClient } from '../../widget/core/call-client.ts';
import { logEntries, operatorName } from '../../widget/core/conversation-state.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import '../../widget/parts/call-stage.ts';
import '../../widget/parts/chat-log.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import type { DraftEvent, PendingEvent, SendEvent, TypingEvent } from '../../widget/parts/events.ts';
import { Observe } from '../../widget/parts/observe.ts';
import { base, buttons, notices } from '../../widget/parts/theme.ts';
import { citizenOf } from '../core/notices.ts';
import type { SideTalk } from '../core/side-talk.ts';
import '../parts/offer-strip.ts';
import '../parts/reply-composer.ts';
import '../parts/side-panel.ts';
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
 * One conversation: who it is, the call if there is one, the log, and the answer box with the articles that fit; while
 * a colleague is asked about it, the conversation with them, apart.
 *
 * @fires console-insert - An article is to go into the answer.
 * @fires console-open - The closing card is wanted, or the window to pass it or to ask.
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
    caseFile: { attribute: false },
    talk: { attribute: false },
    me: { attribute: false },
    replies: { attribute: false },
    attaching: { attribute: false },
    writingTo: { state: true },
  };

  declare conversation: Conversation;
  /** The calls I am in, with this citizen or another: a picture that is behind another conversation is not begun anew. */
  declare calls: readonly OwnCall[];
  declare offers: readonly ArticleHead[];
  /** What citizens are being told now. */
  declare announcements: readonly Announcement[];

  /** What only operators know of it; undefined until the desk says. */
  declare caseFile: CaseFile | undefined;
  /** The side conversation about it, while there is one. */
  declare talk: SideTalk | undefined;
  /** My id. */
  declare me: string;
  declare replies: readonly CannedReply[];
  /** Where files go and come from. */
  declare attaching: Attaching<Blob> | undefined;
  /** One box is on screen at a time: nobody writes to the wrong one. */
  declare writingTo: 'citizen' | 'colleague';

  constructor() {
    super();
    this.me = '';
    this.replies = [];
    this.writingTo = 'citizen';
    this.calls = [];
    this.offers = [];
    this.announcements = [];
    new Observe(this, () => this.conversation);
  }

  /** Puts the focus into the box that is on screen. */
  override focus(): void {
    void this.updateComplete.then(() => {
      const box = this.writingTo === 'citizen' ? 'console-composer' : 'console-side';
      this.renderRoot.querySelector<HTMLElement>(box)?.focus();
    });
  }

  /** Puts the focus on the way to attach a file. */
  focusAttach(): void {
    this.writeTo('citizen');
    void this.updateComplete.then(() => this.renderRoot.querySelector('console-composer')?.focusAttach());
  }

  /** Opens the box for the citizen, or for the colleague who is asked, and puts the focus there. */
  writeTo(whom: 'citizen' | 'colleague'): void {
    if (whom === 'colleague' && this.talk === undefined) return;
    this.writingTo = whom;
    this.focus();
  }

  /** Puts the focus on the first article offered, if any. */
  focusOffers(): void {
    this.renderRoot.querySelector('console-offers')?.focusFirst();
  }

  /** A question that has just been asked wants to be talked about; one that is over leaves the citizen. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const before = changed.get('talk') as SideTalk | undefined;
    if (!changed.has('talk') || before?.id === this.talk?.id) return;
    // Whoever is in a box goes on in the one that takes its place.
    if (this.shadowRoot?.activeElement?.matches('console-composer, console-side')) this.focus();
    this.writingTo = this.talk ? 'colleague' : 'citizen';
  }

  protected override render() {
    const { state } = this.conversation.value;
    return html`
      <console-conversation-head
        .i18n=${this.i18n}
        .state=${state}
        .caseFile=${this.caseFile}
      ></console-conversation-head>
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
        .self=${operatorName(model)}
        .attaching=${this.attaching}
        @sportello-pending=${this.#handlePending}
      ></sportello-chat-log>
      <p class="typing small quiet" aria-live="off">
        ${model.otherTyping ? this.t('console.conversation.typing', { name: this.#name }) : nothing}
      </p>
      ${this.#side()}
      ${
        closed
          ? html`<p class="ended notice warning">${this.t('console.conversation.ended', { name: this.#name })}</p>`
          : this.#answer()
      }
    </div>`;
  }

  #side() {
    if (this.talk === undefined) return nothing;
    return html`<console-side
      .i18n=${this.i18n}
      .talk=${this.talk}
      .me=${this.me}
      ?writing=${this.writingTo === 'colleague'}
      @console-side-write=${() => this.writeTo('colleague')}
    ></console-side>`;
  }

  /** The citizen waits and knows it: to write to them is a step of its own. */
  #toCitizen() {
    const draft = this.conversation.draft.trim();
    return html`<div class="to-citizen">
      <p class="small">${this.t('console.conversation.on-hold', { name: this.#name })}</p>
      <button class="button small" type="button" aria-keyshortcuts="Alt+R" @click=${() => this.writeTo('citizen')}>
        ${this.t('console.conversation.write', { name: this.#name })}
      </button>
      ${draft === '' ? nothing : html`<span class="small quiet one-line">${this.t('console.mine.draft', { text: draft })}</span>`}
    </div>`;
  }

  #answer() {
    if (this.writingTo === 'colleague') return this.#toCitizen();
    const words = this.replies.length > 0 ? 'placeholder-replies' : 'placeholder';
    return html`
      <console-offers .i18n=${this.i18n} .articles=${this.offers} .announcements=${this.announcements}></console-offers>
      <console-composer
        .i18n=${this.i18n}
        .value=${this.conversation.draft}
        .label=${this.t('console.conversation.answer')}
        .placeholder=${this.t(`console.conversation.${words}`, { name: this.#name })}
        .replies=${this.replies}
        .attaching=${this.attaching}
        .language=${this.conversation.value.state.language}
        @sportello-send=${this.#handleSend}
        @sportello-typing=${this.#handleTyping}
        @sportello-draft=${this.#handleDraft}
      ></console-composer>
    `;
  }

  readonly #handleSend = (event: SendEvent): void =>
    this.conversation.send(event.detail.text, event.detail.attachments);

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
