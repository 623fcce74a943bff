import { html, nothing } from 'lit';
import type { DeskState, FloorEntry, QueueEntry } from '../../../protocol/desk.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { Observe } from '../../../widget/parts/observe.ts';
import { base, buttons } from '../../../widget/parts/theme.ts';
import type { App } from '../../core/app.ts';
import type { Desk } from '../../core/desk.ts';
import type { TransferRequest } from '../../core/desk-requests.ts';
import type { DeskPages } from '../../core/desk-pages.ts';
import { allWaiting, byBeginning, floorFigures, type FloorFigures } from '../../core/floor.ts';
import type { Listening } from '../../core/listening.ts';
import { emptySteadyList, steadyList, type SteadyList } from '../../core/steady-list.ts';
import { minutesWaited, waitLevel } from '../../core/waiting-time.ts';
import '../../parts/data-table.ts';
import { GoEvent } from '../../parts/events.ts';
import { panel } from '../../parts/styles.ts';
import { Tick } from '../../parts/tick.ts';
import { pageStyles } from '../page.styles.ts';
import { floorPageStyles } from './floor-page.styles.ts';
import { liveTable, peopleTable, waitingTable, type FloorAct } from './floor-tables.ts';
import './listen-window.ts';
import './move-window.ts';
import './take-window.ts';

/** Waiting times are shown in minutes. */
const TICK_MS = 10_000;

type Window = { act: 'take' | 'move'; entry: FloorEntry } | { act: 'read'; entry: FloorEntry; listening: Listening };

/** «Sala», for supervisors: who is here, what waits, everybody's conversations. Still under the pointer. */
export class FloorPage extends SportelloElement {
  static override styles = [base, buttons, panel, pageStyles, floorPageStyles];
  static override properties = {
    app: { attribute: false },
    desk: { attribute: false },
    pages: { attribute: false },
    held: { state: true },
    window: { state: true },
  };

  declare app: App<MediaStreamTrack>;
  declare desk: Desk<MediaStreamTrack>;
  declare pages: DeskPages;
  declare held: boolean;
  declare window: Window | null;

  #waiting: SteadyList<QueueEntry> = emptySteadyList;
  #live: SteadyList<FloorEntry> = emptySteadyList;

  constructor() {
    super();
    this.held = false;
    this.window = null;
    new Observe(this, () => this.desk);
    new Tick(this, () => this.app?.clock, TICK_MS);
  }

  /** Puts the focus on the page's heading. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2')?.focus());
  }

  protected override willUpdate(): void {
    const { desk } = this.desk.value;
    if (desk === null) return;
    // Behind a window nothing moves either: it speaks of a row.
    const held = this.held || this.window !== null;
    const idOf = ({ conversationId }: { conversationId: string }): string => conversationId;
    this.#waiting = steadyList(this.#waiting, allWaiting(desk), held, idOf);
    this.#live = steadyList(this.#live, byBeginning(desk.floor), held, idOf);
  }

  protected override render() {
    const { desk } = this.desk.value;
    if (desk === null) return nothing;
    return html`
      <div class="page">
        <div class="head">
          <div>
            <h2 tabindex="-1">${this.t('console.floor.title')}</h2>
            <p class="quiet">${this.t('console.floor.about')}</p>
          </div>
        </div>
        ${this.#figures(floorFigures(desk))}
        <div
          class="tables"
          @pointerenter=${() => this.#hold(true)}
          @pointerleave=${() => this.#hold(false)}
          @focusin=${() => this.#hold(true)}
          @focusout=${() => this.#hold(false)}
        >
          ${this.#tables(desk)}
        </div>
      </div>
      ${this.window === null ? nothing : this.#window(this.window, desk)}
    `;
  }

  #figures(figures: FloorFigures) {
    const now = this.app.clock.now();
    const { waiting, longestSince, live, free, here, overdue, today } = figures;
    const level = longestSince === null ? 'short' : waitLevel(now - longestSince);
    const longest = longestSince === null ? this.t('console.floor.no-wait') : this.#minutes(longestSince, now);
    return html`<dl class="figures">
      ${this.#figure('waiting', waiting)} ${this.#figure('longest', longest, level === 'late')}
      ${this.#figure('live', live)} ${this.#figure('here', `${free} / ${here}`, waiting > 0 && free === 0)}
      ${this.#figure('overdue', overdue, overdue > 0)} ${this.#figure('today', today)}
    </dl>`;
  }

  #minutes(since: number, now: number): string {
    const count = minutesWaited(since, now);
    return count === 0 ? '< 1 min' : this.t('console.queue.wait', { count });
  }

  #figure(name: string, value: number | string, alarming = false) {
    return html`<div class=${alarming ? 'alarming' : ''}>
      <dt>${this.t(`console.floor.figure.${name}`)}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  #tables(desk: DeskState) {
    const now = this.app.clock.now();
    const act = (name: FloorAct, entry: FloorEntry): void => this.#open(name, entry);
    return html`
      ${this.#section('waiting', this.#waiting.rows.length, () => waitingTable(this.#waiting.rows, now, this.i18n))}
      ${this.#section('live', this.#live.rows.length, () => liveTable(this.#live.rows, { me: desk.me.id, now, i18n: this.i18n, act }))}
      ${this.#section('people', 1, () => peopleTable(desk, this.i18n))}
    `;
  }

  #section(name: 'waiting' | 'live' | 'people', count: number, content: () => unknown) {
    return html`<section aria-labelledby=${name}>
      <h3 id=${name}>${this.t(`console.floor.${name}`)}</h3>
      ${
        count === 0
          ? html`<p class="quiet">${this.t(`console.floor.${name}-none`)}</p>`
          : html`<console-table .i18n=${this.i18n} .content=${content()}></console-table>`
      }
    </section>`;
  }

  #window(open: Window, desk: DeskState) {
    const close = (): void => this.#close();
    if (open.act === 'read') {
      return html`<console-listen
        .i18n=${this.i18n}
        .entry=${open.entry}
        .listening=${open.listening}
        .attaching=${this.app.attaching(open.listening)}
        @close=${close}
      ></console-listen>`;
    }
    return open.act === 'take'
      ? html`<console-take
          .i18n=${this.i18n}
          .entry=${open.entry}
          .take=${(id: string) => this.#take(id)}
          @close=${close}
        ></console-take>`
      : html`<console-move
          .i18n=${this.i18n}
          .entry=${open.entry}
          .desk=${desk}
          .move=${(request: TransferRequest) => this.desk.move(request)}
          @close=${close}
        ></console-move>`;
  }

  #open(act: FloorAct, entry: FloorEntry): void {
    this.window = act === 'read' ? { act, entry, listening: this.pages.listen(entry.conversationId) } : { act, entry };
  }

  #close(): void {
    this.window = null;
  }

  /** Work goes on at the desk, with the conversation on screen. */
  async #take(conversationId: string) {
    const answer = await this.desk.takeOver(conversationId);
    if (answer.ok) {
      this.#close();
      this.dispatchEvent(new GoEvent('desk'));
    }
    return answer;
  }

  #hold(held: boolean): void {
    this.held = held || this.renderRoot.querySelector('.tables:hover, .tables:focus-within') !== null;
  }
}

define('console-floor', FloorPage);

declare global {
  interface HTMLElementTagNameMap {
    'console-floor': FloorPage;
  }
}
