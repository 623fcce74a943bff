import { html, type PropertyValues } from 'lit';
import type { Service } from '../../protocol/conversation.ts';
import type { DeskState, Presence } from '../../protocol/desk.ts';
import { unreadCount } from '../../widget/core/conversation-state.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { Observe } from '../../widget/parts/observe.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import type { App } from '../core/app.ts';
import { insertInto } from '../core/article-insert.ts';
import { waitingForMe } from '../core/attention.ts';
import { closingRequest, proposeClosing, type CloseForm } from '../core/close-form.ts';
import { withWidth, type Column } from '../core/columns.ts';
import type { Desk } from '../core/desk.ts';
import type { Command } from '../core/keys.ts';
import { articlesToCheck, offersFor } from '../core/offers.ts';
import type { SettingsModel } from '../core/settings.ts';
import '../parts/column-line.ts';
import { AcceptEvent, InsertEvent, OpenEvent, ReadEvent, SelectEvent, type WidthEvent } from '../parts/events.ts';
import { Keys } from '../parts/keys.ts';
import '../parts/mine-list.ts';
import '../parts/notice-strip.ts';
import '../parts/queue-list.ts';
import { panel } from '../parts/styles.ts';
import { Tick } from '../parts/tick.ts';
import { citizenLabel } from '../parts/words.ts';
import './closing-card.ts';
import './context-pane.ts';
import type { OwnCall } from './conversation-pane.ts';
import './conversation-pane.ts';
import './desk-bar.ts';
import { deskScreenStyles } from './desk-screen.styles.ts';
import './empty-desk.ts';
import './keys-window.ts';
import './settings-window.ts';

const VIEWS = ['queues', 'conversation', 'context'] as const;
type View = (typeof VIEWS)[number];

const SERVICES = ['chat', 'lis'] as const satisfies readonly Service[];
/** Waiting times are shown in minutes: this often is enough, and calm. */
const TICK_MS = 10_000;

/** The desk: queues and mine, the conversation, its context. Side by side where there is room, else one at a time. */
export class DeskScreen extends SportelloElement {
  static override styles = [base, buttons, panel, deskScreenStyles];
  static override properties = {
    app: { attribute: false },
    desk: { attribute: false },
    view: { state: true },
    window: { state: true },
  };

  declare app: App<MediaStreamTrack>;
  declare desk: Desk<MediaStreamTrack>;
  /** Which column a narrow screen shows. */
  declare view: View;
  declare window: OpenEvent['detail']['window'] | null;

  /** The card on screen has ended its conversation. */
  #finished = false;

  constructor() {
    super();
    this.view = 'queues';
    this.window = null;
    new Observe(this, () => this.desk);
    new Observe(this, () => this.desk?.connection);
    new Observe(this, () => this.desk?.mine);
    new Observe(this, () => this.desk?.calls);
    new Observe(this, () => this.app?.settings);
    new Observe(this, () => this.app?.search);
    new Observe(this, () => this.app?.shelf);
    new Observe(this, () => this.app?.visible);
    new Tick(this, () => this.app?.clock, TICK_MS);
    new Keys(
      this,
      () => this.window === null && this.app.settings.value.keys,
      (command) => this.#do(command),
    );
    this.addEventListener(AcceptEvent.type, ({ detail }) => void this.#accept(detail.conversationId));
    this.addEventListener(SelectEvent.type, ({ detail }) => this.#select(detail.conversationId));
    this.addEventListener(InsertEvent.type, ({ detail }) => this.#insert(detail.articleId));
    this.addEventListener(OpenEvent.type, ({ detail }) => (this.window = detail.window));
  }

  protected override render() {
    const { desk } = this.desk.value;
    return html`
      ${desk === null ? html`<div class="bar"></div>` : this.#bar(desk)}
      <console-notices
        .i18n=${this.i18n}
        .connection=${this.desk.connection.value}
        .notices=${this.desk.value.notices}
        .waiting=${waitingForMe(desk)}
        .selectable=${this.desk.value.order.filter((id) => id !== this.desk.value.selected)}
        @console-dismiss=${(event: CustomEvent<number>) => this.desk.dismiss(event.detail)}
      ></console-notices>
      ${this.#switch()}
      <div class="columns ${this.#inCall() ? 'in-call' : ''}" data-view=${this.view}>
        ${desk === null ? this.#skeleton() : this.#columns(desk)}
      </div>
      ${this.#windows()}
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { left, right } = this.app.settings.value.columns;
    // Through the object model: a style attribute would break the page's Content-Security-Policy.
    this.style.setProperty('--left', `${left}px`);
    this.style.setProperty('--right', `${right}px`);
    this.desk.watch(this.app.visible.value && this.window === null && this.#conversationShown());
  }

  #bar({ me }: DeskState) {
    return html`<console-bar
      .i18n=${this.i18n}
      .me=${me}
      @console-presence-set=${(event: CustomEvent<Presence>) => this.#setPresence(event.detail)}
      @console-sign-out=${() => this.app.session.signOut()}
    ></console-bar>`;
  }

  /** On a narrow screen. The counts say where something waits. */
  #switch() {
    const unread = this.#mine().reduce((sum, { value }) => sum + unreadCount(value), 0);
    const count = { queues: waitingForMe(this.desk.value.desk) + unread, conversation: 0, context: 0 };
    return html`<nav class="switch" aria-label=${this.t('console.view.label')}>
      ${VIEWS.map(
        (view) => html`
          <button
            type="button"
            aria-current=${view === this.view ? 'true' : 'false'}
            @click=${() => (this.view = view)}
          >
            ${this.t(`console.view.${view}`)}${count[view] > 0 ? html` <span>(${count[view]})</span>` : null}
          </button>
        `,
      )}
    </nav>`;
  }

  #skeleton() {
    return html`<p class="loading" role="status">${this.t('console.loading')}</p>`;
  }

  #columns(desk: DeskState) {
    const { columns } = this.app.settings.value;
    const line = (column: Column) =>
      html`<console-column-line
        .i18n=${this.i18n}
        .column=${column}
        .columns=${columns}
        @console-width=${(event: WidthEvent) =>
          this.app.settings.change({ columns: withWidth(columns, column, event.detail.width) })}
      ></console-column-line>`;
    return html`
      <nav class="left" data-part="queues" aria-label=${this.t('console.view.queues')}>${this.#left(desk)}</nav>
      ${line('left')}
      <main class="middle" data-part="conversation">${this.#middle(desk)}</main>
      ${line('right')}
      <aside class="right scroll" data-part="context" aria-label=${this.t('console.view.context')}>
        <console-context
          .i18n=${this.i18n}
          .conversation=${this.#selected()?.value.state ?? null}
          .shelf=${this.app.shelf.value}
          .search=${this.app.search.value}
        ></console-context>
      </aside>
    `;
  }

  #left({ me, queues }: DeskState) {
    const served = SERVICES.filter((service) => me.skills.includes(service));
    const others = SERVICES.filter((service) => !me.skills.includes(service));
    return html`
      <console-mine
        .i18n=${this.i18n}
        .conversations=${this.#mine()}
        .selected=${this.desk.value.selected}
        .calls=${new Set(this.desk.calls.value.keys())}
      ></console-mine>
      ${served.map(
        (service) => html`
          <console-queue
            .i18n=${this.i18n}
            .service=${service}
            .entries=${queues[service]}
            .now=${this.app.clock.now()}
            .accepting=${this.desk.value.accepting}
          ></console-queue>
        `,
      )}
      ${others.map((service) => {
        const key = service === 'lis' ? 'console.queue.other-skill' : 'console.queue.other-skill-chat';
        const name = this.t(`console.service.${service}`);
        return html`<p class="other small quiet">${this.t(key, { service: name, count: queues[service].length })}</p>`;
      })}
    `;
  }

  #middle(desk: DeskState) {
    const conversation = this.#selected();
    if (conversation !== undefined) {
      return html`<console-conversation
        .i18n=${this.i18n}
        .conversation=${conversation}
        .calls=${this.#calls()}
        .offers=${this.#offers(conversation)}
        @console-draft=${() => this.requestUpdate()}
        @console-enter-call=${() => this.desk.calls.enter(conversation.id)}
      ></console-conversation>`;
    }
    const today = new Date(this.app.clock.now()).toISOString().slice(0, 10);
    const { shelf } = this.app;
    return html`<console-empty-desk
      class="scroll"
      .i18n=${this.i18n}
      .waiting=${waitingForMe(desk)}
      .presence=${desk.me.presence}
      .toCheck=${shelf.value.name === 'ready' ? articlesToCheck(shelf.value.knowledge, today) : null}
      .today=${today}
      @console-accept-next=${() => this.#acceptNext()}
      @console-read=${(event: ReadEvent) => this.#read(event.detail.articleId)}
    ></console-empty-desk>`;
  }

  #windows() {
    const close = () => (this.window = null);
    const { value: settings } = this.app.settings;
    return html`
      <console-keys .i18n=${this.i18n} ?open=${this.window === 'keys'} .enabled=${settings.keys} @close=${close}>
      </console-keys>
      <console-settings
        .i18n=${this.i18n}
        ?open=${this.window === 'settings'}
        .settings=${settings}
        @close=${close}
        @console-settings=${(event: CustomEvent<Partial<SettingsModel>>) => this.app.settings.change(event.detail)}
      ></console-settings>
      ${this.#closingCard()}
    `;
  }

  #closingCard() {
    const { shelf } = this.app;
    const knowledge = shelf.value.name === 'ready' ? shelf.value.knowledge : null;
    const conversation = this.#selected();
    const state = conversation?.value.state;
    const proposal = proposeClosing(
      knowledge,
      state?.context ?? { searches: [], articles: [] },
      this.desk.value.inserted[state?.id ?? ''],
    );
    return html`<console-closing-card
      .i18n=${this.i18n}
      ?open=${this.window === 'finish' && conversation !== undefined}
      .name=${state ? citizenLabel(this.i18n, { citizenName: state.citizenName, since: state.startedAt }) : ''}
      .byCitizen=${state?.phase.name === 'closed'}
      .topics=${knowledge?.topics ?? []}
      .proposal=${proposal}
      .finish=${(form: CloseForm) => this.#finish(state?.id, form)}
      @close=${this.#handleCardClosed}
    ></console-closing-card>`;
  }

  #mine(): Conversation[] {
    return this.desk.value.order.flatMap((id) => this.desk.mine.get(id) ?? []);
  }

  #inCall(): boolean {
    return this.desk.calls.value.has(this.desk.value.selected ?? '');
  }

  #calls(): OwnCall[] {
    return [...this.desk.calls.value].map(([conversationId, call]) => {
      const state = this.desk.mine.get(conversationId)?.value.state;
      const name = state ? citizenLabel(this.i18n, { citizenName: state.citizenName, since: state.startedAt }) : '';
      return { conversationId, call, name };
    });
  }

  #selected(): Conversation | undefined {
    return this.desk.mine.get(this.desk.value.selected);
  }

  #offers({ draft, value }: Conversation) {
    const { search, shelf } = this.app;
    if (search.value === null || shelf.value.name !== 'ready') return [];
    return offersFor(draft, value.messages, search.value, shelf.value.knowledge);
  }

  /** On a narrow screen the conversation may be behind another view: then nobody reads it. */
  #conversationShown(): boolean {
    const middle = this.renderRoot.querySelector('.middle');
    return middle !== null && getComputedStyle(middle).display !== 'none';
  }

  async #accept(conversationId: string): Promise<void> {
    await this.desk.accept(conversationId);
    if (this.desk.value.selected === conversationId) this.#select(conversationId);
  }

  async #acceptNext(): Promise<void> {
    if ((await this.desk.acceptNext()) && this.desk.value.selected !== null) this.#select(this.desk.value.selected);
  }

  #select(conversationId: string): void {
    this.desk.select(conversationId);
    void this.#goTo('conversation', 'console-conversation');
  }

  async #goTo(view: View, part: keyof HTMLElementTagNameMap): Promise<void> {
    this.view = view;
    await this.updateComplete;
    this.renderRoot.querySelector(part)?.focus();
  }

  #insert(articleId: string): void {
    const conversation = this.#selected();
    const { shelf } = this.app;
    const article =
      shelf.value.name === 'ready' ? shelf.value.knowledge.articles.find(({ id }) => id === articleId) : undefined;
    if (article === undefined || conversation === undefined || conversation.value.state.phase.name === 'closed') return;
    conversation.draft = insertInto(conversation.draft, article);
    this.desk.inserted(conversation.id, articleId);
    this.renderRoot.querySelector('console-conversation')?.requestUpdate();
    void this.#goTo('conversation', 'console-conversation');
  }

  #read(articleId: string): void {
    this.view = 'context';
    this.renderRoot.querySelector('console-context')?.dispatchEvent(new ReadEvent(articleId));
  }

  async #finish(conversationId: string | undefined, form: CloseForm) {
    const request = conversationId === undefined ? null : closingRequest(conversationId, form);
    if (request === null) return { ok: false, code: 'invalid' } as const;
    const answer = await this.desk.finish(request);
    this.#finished = answer.ok;
    return answer;
  }

  /** When one is done the next comes: another of mine, or the line. */
  readonly #handleCardClosed = (): void => {
    this.window = null;
    if (!this.#finished) return;
    this.#finished = false;
    if (this.#selected() !== undefined) void this.#goTo('conversation', 'console-conversation');
    else void this.#goTo('queues', 'console-queue');
  };

  async #setPresence(presence: Presence): Promise<void> {
    await this.desk.setPresence(presence);
    this.requestUpdate();
  }

  #do(command: Command): void {
    const selected = this.#selected();
    const call = this.desk.calls.value.get(selected?.id ?? '');
    switch (command.action) {
      case 'keys':
      case 'settings':
        this.window = command.action;
        return;
      case 'accept-next':
        return void this.#acceptNext();
      case 'queue':
        return void this.#goTo('queues', 'console-queue');
      case 'mine':
        return void this.#goTo('queues', 'console-mine');
      case 'switch':
        return this.#switchTo(this.#mine()[command.index]);
      case 'next-unread':
        return this.#switchTo(this.#nextUnread());
      case 'answer':
        return void this.#goTo('conversation', 'console-conversation');
      case 'offers':
        return this.renderRoot.querySelector('console-conversation')?.focusOffers();
      case 'search':
        return void this.#goTo('context', 'console-context');
      case 'close':
        if (selected !== undefined) this.window = 'finish';
        return;
      case 'presence':
        return this.renderRoot.querySelector('console-bar')?.focusPresence();
      case 'call-microphone':
        return void call?.setMicrophone(call.value.microphone.state !== 'on');
      case 'call-camera':
        return void call?.setCamera(call.value.camera.state !== 'on');
      case 'call-end':
        return call?.leave();
      default:
        return unreachable(command);
    }
  }

  #switchTo(conversation: Conversation | undefined): void {
    if (conversation !== undefined) this.#select(conversation.id);
  }

  /** After the one on screen, then from the top again. */
  #nextUnread(): Conversation | undefined {
    const mine = this.#mine();
    const at = mine.findIndex(({ id }) => id === this.desk.value.selected) + 1;
    return [...mine.slice(at), ...mine.slice(0, at)].find(({ value }) => unreadCount(value) > 0);
  }
}

function unreachable(command: never): never {
  throw new TypeError(`no such command: ${JSON.stringify(command)}`);
}

define('console-desk', DeskScreen);

declare global {
  interface HTMLElementTagNameMap {
    'console-desk': DeskScreen;
  }
}
