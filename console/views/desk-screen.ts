import { html, type PropertyValues } from 'lit';
import type { DeskState, Presence } from '../../protocol/desk.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import type { FollowEvent } from '../../widget/parts/events.ts';
import { Observe } from '../../widget/parts/observe.ts';
import { base } from '../../widget/parts/theme.ts';
import type { App } from '../core/app.ts';
import type { Desk } from '../core/desk.ts';
import type { Command } from '../core/keys.ts';
import type { Citizen } from '../core/notices.ts';
import type { Place } from '../core/places.ts';
import * as events from '../parts/events.ts';
import { Keys } from '../parts/keys.ts';
import { panel } from '../parts/styles.ts';
import { Tick } from '../parts/tick.ts';
import './desk-bar.ts';
import './desk-columns.ts';
import { runCommand, type DeskActions, type Part } from './desk-commands.ts';
import { deskScreenStyles } from './desk-screen.styles.ts';
import './desk-strips.ts';
import { ABOUT_ONE } from './desk-windows.ts';
import './page-host.ts';
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
  declare window: events.WindowName | null;

  constructor() {
    super();
    this.window = null;
    new Observe(this, () => this.desk);
    new Observe(this, () => this.app?.visible);
    new Observe(this, () => this.app?.settings);
    new Observe(this, () => this.app?.place);
    new Tick(this, () => this.app?.clock, TICK_MS);
    new Keys(
      this,
      (command, inWindow) =>
        this.app.settings.value.keys && ((this.window === null && !inWindow) || this.#isUrgent(command)),
      (command) => runCommand(command, this),
    );
    this.#listen();
  }

  /** An offer does not wait until a window is filled in. */
  #isUrgent({ action }: Command): boolean {
    const offered = (this.desk.value.desk?.offer ?? null) !== null;
    return offered && (action === 'accept-next' || action === 'decline');
  }

  #listen(): void {
    this.addEventListener(events.AcceptEvent.type, ({ detail }) => void this.#accept(detail));
    this.addEventListener(events.DeclineEvent.type, ({ detail }) => void this.desk.decline(detail.conversationId));
    this.addEventListener(events.SelectEvent.type, ({ detail }) => this.show(detail.conversationId));
    this.addEventListener(events.QuestionEvent.type, ({ detail }) => this.#showQuestion(detail.consultationId));
    this.addEventListener(events.SideEvent.type, ({ detail }) => void this.#actAside(detail));
    this.addEventListener(events.NoteEvent.type, ({ detail }) =>
      this.desk.notes.write(detail.conversationId, detail.text),
    );
    this.addEventListener(events.InsertEvent.type, ({ detail }) => this.#insert(detail.articleId));
    this.addEventListener(events.GoEvent.type, ({ detail }) => this.#go(detail.place));
    this.addEventListener(events.OpenEvent.type, ({ detail }) => this.open(detail.window));
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
        @console-finished=${() => this.#goToWork()}
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
      ?busy=${me.busy}
      .places=${this.app.places}
      .place=${this.app.place.value}
      .callbacks=${callbacks}
      ?sound=${this.app.settings.value.sound}
      @console-silence=${() => this.app.settings.change({ sound: !this.app.settings.value.sound })}
      @console-presence-set=${(event: CustomEvent<Presence>) => this.#setPresence(event.detail)}
      @console-sign-out=${() => this.#signOut()}
    ></console-bar>`;
  }

  /** The desk stays where it is behind a page, with its calls and what is being written. */
  #columns(desk: DeskState) {
    return html`<console-desk-columns
      .i18n=${this.i18n}
      .app=${this.app}
      .desk=${this.desk}
      .state=${desk}
      .now=${this.app.clock.now()}
      ?hidden=${!this.#atDesk}
      @console-accept-next=${() => this.acceptNext()}
      @console-view=${() => this.#watch()}
    ></console-desk-columns>`;
  }

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

  get #parts() {
    return this.renderRoot.querySelector('console-desk-columns');
  }

  get mine(): Conversation[] {
    return this.desk.value.order.flatMap((id) => this.desk.mine.get(id) ?? []);
  }

  get selected(): Conversation | undefined {
    const { selected, asked } = this.desk.value;
    return asked === null ? this.desk.mine.get(selected) : undefined;
  }

  get call() {
    return this.desk.calls.value.get(this.selected?.id ?? '');
  }

  /** A conversation behind a window, another view, another place or another tab is read by nobody. */
  #watch(): void {
    const shown = this.#atDesk && this.#parts?.shows('conversation') === true;
    this.desk.watch(this.app.visible.value && this.window === null && shown);
  }

  open(name: events.WindowName): void {
    if (ABOUT_ONE.has(name)) {
      const phase = this.selected?.value.state.phase.name;
      if (phase === undefined || (name !== 'finish' && (phase !== 'live' || this.#question !== undefined))) return;
      this.app.go('desk');
    }
    this.window = name;
  }

  show(conversationId: string): void {
    this.desk.select(conversationId);
    void this.goTo('conversation', 'work');
  }

  /** One put to me, or one that I put about my own citizen. */
  #showQuestion(consultationId: string): void {
    const { desk } = this.desk.value;
    const own = Object.entries(desk?.cases ?? {}).find(([, { consultation }]) => consultation?.id === consultationId);
    if (own) this.desk.select(own[0]);
    else this.desk.showQuestion(consultationId);
    void this.goTo('conversation', own ? 'side' : 'work');
  }

  async acceptNext(): Promise<void> {
    if (await this.desk.acceptNext()) this.#goToSelected();
  }

  decline(): void {
    const offer = this.desk.value.desk?.offer;
    if (offer) void this.desk.decline(offer.conversationId);
  }

  beAvailable(): void {
    void this.#setPresence('available');
  }

  async goTo(view: View, part: Part): Promise<void> {
    this.app.go('desk');
    await this.updateComplete;
    await this.#parts?.goTo(view, part);
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

  /** The question about the citizen on screen, while it is open. */
  get #question() {
    const question = this.desk.value.desk?.cases[this.selected?.id ?? '']?.consultation;
    return question?.state === 'open' ? question : undefined;
  }

  goToSide(): void {
    const [first] = this.desk.value.desk?.consultations ?? [];
    if (this.#question !== undefined) void this.goTo('conversation', 'side');
    else if (this.desk.value.asked !== null) void this.goTo('conversation', 'work');
    else if (first !== undefined) this.#showQuestion(first.id);
  }

  endQuestion(): void {
    if (this.#question !== undefined) void this.#actAside({ consultationId: this.#question.id, action: 'end' });
  }

  takeOver(): void {
    const { asked, desk } = this.desk.value;
    const question = desk?.consultations.find(({ id }) => id === asked);
    if (question?.kind === 'transfer') void this.#actAside({ consultationId: question.id, action: 'ready' });
  }

  /** When it is over the next step is the citizen's box. */
  async #actAside({ consultationId, action }: events.SideEvent['detail']): Promise<void> {
    await (action === 'end' ? this.desk.endConsultation(consultationId) : this.desk.ready(consultationId));
    this.#goToWork();
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

  /** What there is to do: what is on screen, or the line. */
  #goToWork(): void {
    if (this.selected === undefined && this.desk.value.asked === null) void this.goTo('queues', 'queue');
    else void this.goTo('conversation', 'work');
  }

  #goToSelected(): void {
    if (this.selected !== undefined) void this.goTo('conversation', 'work');
  }

  #insert(articleId: string): void {
    this.#parts?.insert(articleId);
    if (this.selected !== undefined) void this.goTo('conversation', 'answer');
  }

  #read(articleId: string): void {
    this.app.go('desk');
    this.#parts?.read(articleId);
  }

  async #setPresence(presence: Presence): Promise<void> {
    await this.desk.setPresence(presence);
    // Refused, the choice goes back to what the server says, which has not changed.
    this.renderRoot.querySelector('console-bar')?.requestUpdate();
  }
}

define('console-desk', DeskScreen);

declare global {
  interface HTMLElementTagNameMap {
    'console-desk': DeskScreen;
  }
}
