import { html, type PropertyValues } from 'lit';
import type { DeskState, Presence } from '../../protocol/desk.ts';
import { unreadCount } from '../../widget/core/conversation-state.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { Observe } from '../../widget/parts/observe.ts';
import type { FollowEvent } from '../../widget/parts/events.ts';
import { base } from '../../widget/parts/theme.ts';
import type { App } from '../core/app.ts';
import { waitingForMe } from '../core/attention.ts';
import type { Desk } from '../core/desk.ts';
import type { Citizen } from '../core/notices.ts';
import type { Place } from '../core/places.ts';
import { AcceptEvent, GoEvent, InsertEvent, OpenEvent, ReadEvent, SelectEvent } from '../parts/events.ts';
import type { ResizeEvent, WindowName } from '../parts/events.ts';
import { Keys } from '../parts/keys.ts';
import { panel } from '../parts/styles.ts';
import { Tick } from '../parts/tick.ts';
import './context-pane.ts';
import './desk-bar.ts';
import { runCommand, type DeskActions, type Part } from './desk-commands.ts';
import { deskScreenStyles } from './desk-screen.styles.ts';
import './desk-middle.ts';
import './desk-strips.ts';
import './desk-windows.ts';
import './page-host.ts';
import './queues-pane.ts';
import './three-columns.ts';
import type { View } from './three-columns.ts';

/** Waiting times are shown in minutes: this often is enough, and calm. */
const TICK_MS = 10_000;

/** The desk of one operator: puts the parts together and carries what they ask for to the desk's client. */
export class DeskScreen extends SportelloElement implements DeskActions {
  static override styles = [base, panel, deskScreenStyles];
  static override properties = {
    app: { attribute: false },
    desk: { attribute: false },
    window: { state: true },
  };

  declare app: App<MediaStreamTrack>;
  declare desk: Desk<MediaStreamTrack>;
  declare window: WindowName | null;

  constructor() {
    super();
    this.window = null;
    new Observe(this, () => this.desk);
    new Observe(this, () => this.desk?.mine);
    new Observe(this, () => this.desk?.calls);
    new Observe(this, () => this.app?.settings);
    new Observe(this, () => this.app?.search);
    new Observe(this, () => this.app?.shelf);
    new Observe(this, () => this.app?.visible);
    new Observe(this, () => this.app?.place);
    new Tick(this, () => this.app?.clock, TICK_MS);
    new Keys(
      this,
      () => this.window === null && this.app.settings.value.keys,
      (command) => runCommand(command, this),
    );
    this.addEventListener(AcceptEvent.type, ({ detail }) => void this.#accept(detail));
    this.addEventListener(SelectEvent.type, ({ detail }) => this.show(detail.conversationId));
    this.addEventListener(InsertEvent.type, ({ detail }) => this.#insert(detail.articleId));
    // What is being written shows in the list of mine.
    this.addEventListener('console-draft', () => this.requestUpdate());
    this.addEventListener(GoEvent.type, ({ detail }) => this.#go(detail.place));
    this.addEventListener(OpenEvent.type, ({ detail }) => this.open(detail.window));
  }

  protected override render() {
    const { desk } = this.desk.value;
    return html`
      ${desk === null ? html`<div class="bar"></div>` : this.#bar(desk)}
      <console-strips
        .i18n=${this.i18n}
        .app=${this.app}
        .desk=${this.desk}
        .now=${this.app.clock.now()}
        @sportello-follow=${({ detail }: FollowEvent) => this.#read(detail.article)}
      ></console-strips>
      ${
        desk === null
          ? html`<p class="loading" role="status">${this.t('console.loading')}</p>`
          : html`${this.#columns(desk)}${this.#page()}`
      }
      <console-windows
        .i18n=${this.i18n}
        .app=${this.app}
        .desk=${this.desk}
        .window=${this.window}
        @close=${() => (this.window = null)}
        @console-finished=${this.#handleFinished}
      ></console-windows>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#watch();
  }

  #bar({ me, callbacks }: DeskState) {
    return html`<console-bar
      .i18n=${this.i18n}
      .name=${me.name}
      .skills=${me.skills}
      .presence=${me.presence}
      .places=${this.app.places}
      .place=${this.app.place.value}
      .callbacks=${callbacks}
      @console-presence-set=${(event: CustomEvent<Presence>) => this.#setPresence(event.detail)}
      @console-sign-out=${() => this.#signOut()}
    ></console-bar>`;
  }

  /** The desk stays where it is behind a page, with its calls and what is being written. */
  #page() {
    const place = this.app.place.value;
    if (place === 'desk') return null;
    return html`<main class="scroll page">
      <console-page .i18n=${this.i18n} .app=${this.app} .desk=${this.desk} .place=${place}></console-page>
    </main>`;
  }

  get #atDesk(): boolean {
    return this.app.place.value === 'desk';
  }

  #columns(desk: DeskState) {
    const unread = this.mine.reduce((sum, { value }) => sum + unreadCount(value), 0);
    return html`<console-columns
      .i18n=${this.i18n}
      .columns=${this.app.settings.value.columns}
      .waiting=${waitingForMe(desk) + unread}
      ?hidden=${!this.#atDesk}
      ?tall=${this.call !== undefined}
      @console-resize=${({ detail }: ResizeEvent) => this.app.settings.change({ columns: detail })}
      @console-view=${() => this.#watch()}
    >
      <nav slot="queues" aria-label=${this.t('console.view.queues')}>${this.#queues(desk)}</nav>
      <main slot="conversation">
        <console-middle
          .i18n=${this.i18n}
          .app=${this.app}
          .desk=${this.desk}
          @console-accept-next=${() => this.acceptNext()}
          @console-read=${(event: ReadEvent) => this.#read(event.detail.articleId)}
        ></console-middle>
      </main>
      <aside slot="context" class="scroll" aria-label=${this.t('console.view.context')}>${this.#context()}</aside>
    </console-columns>`;
  }

  #queues(desk: DeskState) {
    const { selected, accepting } = this.desk.value;
    return html`<console-queues
      .i18n=${this.i18n}
      .desk=${desk}
      .mine=${this.mine}
      .selected=${selected}
      .calls=${new Set(this.desk.calls.value.keys())}
      .accepting=${accepting}
      .now=${this.app.clock.now()}
    ></console-queues>`;
  }

  #context() {
    return html`<console-context
      .i18n=${this.i18n}
      .conversation=${this.selected?.value.state ?? null}
      .shelf=${this.app.shelf.value}
      .search=${this.app.search.value}
      .announcements=${this.desk.value.desk?.notices ?? []}
      .now=${this.app.clock.now()}
    ></console-context>`;
  }

  get mine(): Conversation[] {
    return this.desk.value.order.flatMap((id) => this.desk.mine.get(id) ?? []);
  }

  get selected(): Conversation | undefined {
    return this.desk.mine.get(this.desk.value.selected);
  }

  get call() {
    return this.desk.calls.value.get(this.desk.value.selected ?? '');
  }

  /** A conversation behind a window, another view, another place or another tab is read by nobody. */
  #watch(): void {
    const columns = this.renderRoot.querySelector('console-columns');
    const shown = this.#atDesk && columns?.shows('conversation') === true;
    this.desk.watch(this.app.visible.value && this.window === null && shown);
  }

  open(name: WindowName): void {
    if (name === 'finish' && this.selected === undefined) return;
    if (name === 'finish') this.app.go('desk');
    this.window = name;
  }

  show(conversationId: string): void {
    this.desk.select(conversationId);
    void this.goTo('conversation', 'answer');
  }

  async acceptNext(): Promise<void> {
    if (await this.desk.acceptNext()) this.#goToSelected();
  }

  /** Shows a view, where only one is shown, and puts the focus into a part of it. */
  async goTo(view: View, part: Part): Promise<void> {
    this.app.go('desk');
    const columns = this.renderRoot.querySelector('console-columns');
    if (columns) columns.view = view;
    await Promise.all([this.updateComplete, columns?.updateComplete]);
    const queues = this.renderRoot.querySelector('console-queues');
    const middle = this.renderRoot.querySelector('console-middle');
    switch (part) {
      case 'mine':
        return queues?.focusMine();
      case 'queue':
        return queues?.focusQueue();
      case 'answer':
        return middle?.focus();
      case 'offers':
        return middle?.focusOffers();
      case 'context':
        return this.renderRoot.querySelector('console-context')?.focus();
      default:
        return unreachable(part);
    }
  }

  /** The focus goes along, to what the place begins with. */
  #go(place: Place): void {
    this.app.go(place);
    if (this.#atDesk) this.#goToWork();
    else void this.updateComplete.then(() => this.renderRoot.querySelector('console-page')?.focus());
  }

  changePlace(): void {
    const { places, place } = this.app;
    const next = places[(places.indexOf(place.value) + 1) % places.length];
    if (next !== undefined && next !== place.value) this.#go(next);
  }

  focusPresence(): void {
    this.renderRoot.querySelector('console-bar')?.focusPresence();
  }

  dismissNotice(): void {
    const notice = this.desk.value.notices.at(-1);
    if (notice !== undefined) this.desk.dismiss(notice.id);
  }

  enterCall(): void {
    if (this.selected !== undefined && this.selected.value.state.call !== null) this.desk.calls.enter(this.selected.id);
  }

  /** Whoever is in a conversation would be left alone: that is asked first. */
  async #signOut(): Promise<void> {
    if (this.desk.value.order.length > 0) return this.open('leave');
    const answer = await this.app.session.signOut();
    if (!answer.ok) this.desk.failed('sign-out', answer.code);
  }

  async #accept(citizen: Citizen): Promise<void> {
    await this.desk.accept(citizen);
    if (this.desk.value.selected === citizen.conversationId) this.#goToSelected();
  }

  /** What there is to do: one of mine, or the line. */
  #goToWork(): void {
    if (this.selected === undefined) void this.goTo('queues', 'queue');
    else this.#goToSelected();
  }

  #goToSelected(): void {
    if (this.selected !== undefined) void this.goTo('conversation', 'answer');
  }

  #insert(articleId: string): void {
    this.renderRoot.querySelector('console-middle')?.insert(articleId);
    this.#goToSelected();
  }

  #read(articleId: string): void {
    this.app.go('desk');
    const columns = this.renderRoot.querySelector('console-columns');
    if (columns) columns.view = 'context';
    this.renderRoot.querySelector('console-context')?.dispatchEvent(new ReadEvent(articleId));
  }

  async #setPresence(presence: Presence): Promise<void> {
    await this.desk.setPresence(presence);
    // Refused, the choice goes back to what the server says, which has not changed.
    this.renderRoot.querySelector('console-bar')?.requestUpdate();
  }

  /** When one is done the next comes. */
  readonly #handleFinished = (): void => this.#goToWork();
}

function unreachable(part: never): never {
  throw new TypeError(`no such part: ${String(part)}`);
}

define('console-desk', DeskScreen);

declare global {
  interface HTMLElementTagNameMap {
    'console-desk': DeskScreen;
  }
}
