import { css, html, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Service } from '../../protocol/conversation.ts';
import type { OperatorState, QueueEntry } from '../../protocol/desk.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import { seemsEmergency } from '../core/danger.ts';
import { emptySteadyList, steadyList, type SteadyList, type SteadyRow } from '../core/steady-list.ts';
import { mayTake } from '../core/transfers.ts';
import { minutesWaited, waitLevel } from '../core/waiting-time.ts';
import { AcceptEvent } from './events.ts';
import { icons } from './icons.ts';
import { badge, panel, waitingButtons } from './styles.ts';
import { citizenLabel, recipientName } from './words.ts';

/**
 * One line of waiting citizens, live, and still while the pointer or the focus is in it.
 *
 * @fires console-accept - This one is to be taken.
 */
export class QueueList extends SportelloElement {
  static override styles = [
    base,
    buttons,
    panel,
    badge,
    waitingButtons,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        border-top: 1px solid var(--sportello-border);
      }

      h2 svg {
        align-self: center;
      }

      h2 .name {
        flex: 1;
      }

      .rows {
        flex: 1;
        min-height: 0;
      }

      ol {
        padding: 4px 0 8px 16px;
      }

      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 8px;
        align-items: center;
        min-height: 60px;
        padding-block: 4px;
      }

      li + li {
        border-top: 1px solid var(--sportello-border);
      }

      .name {
        font-weight: 600;
      }

      .wait {
        font-variant-numeric: tabular-nums;
      }

      .wait.long {
        font-weight: 700;
      }

      .wait.late {
        color: var(--sportello-danger);
        font-weight: 700;
      }

      .gone .name {
        color: var(--sportello-text-quiet);
        text-decoration: line-through;
      }

      .empty {
        padding: 4px 16px 16px;
      }

      .fresh {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 4px 8px 4px 16px;
        background: var(--sportello-tint);
        font-weight: 600;
      }
    `,
  ];
  static override properties = {
    service: { attribute: false },
    entries: { attribute: false },
    now: { attribute: false },
    accepting: { attribute: false },
    me: { attribute: false },
    held: { state: true },
  };

  declare service: Service;
  /** First in line first. */
  declare entries: readonly QueueEntry[];
  /** Epoch ms, the server's clock. */
  declare now: number;
  /** The conversation being asked for, if any. */
  declare accepting: string | null;
  /** Who looks at it: what is on its way to somebody else is not theirs to take. */
  declare me: Pick<OperatorState, 'id' | 'offices'>;
  declare held: boolean;

  #steady: SteadyList<QueueEntry> = emptySteadyList;

  constructor() {
    super();
    this.entries = [];
    this.now = 0;
    this.accepting = null;
    this.me = { id: '', offices: [] };
    this.held = false;
  }

  /** Puts the focus on the first who can be accepted, or on the heading when nobody waits. */
  override focus(): void {
    const root = this.renderRoot;
    (root.querySelector<HTMLElement>('li:not(.gone) button') ?? root.querySelector<HTMLElement>('h2'))?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('entries') || changed.has('held')) {
      this.#steady = steadyList(this.#steady, this.entries, this.held, ({ conversationId }) => conversationId);
    }
  }

  protected override render() {
    const { rows, fresh } = this.#steady;
    const service = this.t(`console.service.${this.service}`);
    return html`
      <h2
        class="panel-title"
        tabindex="-1"
        aria-label=${this.t('console.queue.heading', { service, count: this.entries.length })}
      >
        ${icons[this.service]}<span class="name">${this.t('console.queue.title', { service })}</span
        ><span class="count">${this.entries.length}</span>
      </h2>
      ${fresh > 0 ? this.#freshStrip(fresh) : null}
      <div
        class="rows scroll"
        @pointerenter=${() => this.#hold(true)}
        @pointerleave=${() => this.#hold(false)}
        @focusin=${() => this.#hold(true)}
        @focusout=${() => this.#hold(false)}
      >
        ${
          rows.length === 0
            ? html`<p class="empty quiet">${this.t('console.queue.nobody')}</p>`
            : html`<ol class="plain">
                ${repeat(
                  rows,
                  ({ item }) => item.conversationId,
                  (row) => this.#row(row),
                )}
              </ol>`
        }
      </div>
    `;
  }

  #freshStrip(count: number) {
    return html`<p class="fresh">
      ${this.t('console.queue.fresh', { count })}
      <button class="button quiet small" type="button" @click=${() => this.#hold(false)}>
        ${this.t('console.queue.show-fresh')}
      </button>
    </p>`;
  }

  #row({ item, gone }: SteadyRow<QueueEntry>) {
    const name = citizenLabel(this.i18n, item);
    const minutes = minutesWaited(item.since, this.now);
    const wait = minutes === 0 ? this.t('console.queue.just-now') : this.t('console.minutes', { count: minutes });
    return html`<li class=${gone ? 'gone' : ''}>
      <div>
        <div class="name one-line">${name}</div>
        ${
          !gone && seemsEmergency(item.context)
            ? html`<span class="badge late">${icons.warning}${this.t('console.queue.emergency')}</span>`
            : null
        }
        <div class="small one-line">
          ${gone ? html`<span class="quiet">${this.t('console.queue.gone')}</span>` : this.#facts(item, minutes)}
        </div>
        ${gone ? null : this.#whose(item)}
      </div>
      ${this.#button(item, gone, { name, wait })}
    </li>`;
  }

  #button(item: QueueEntry, gone: boolean, params: { name: string; wait: string }) {
    if (!mayTake(item, this.me)) return null;
    const asked = this.accepting === item.conversationId;
    return html`<button
      class="button small ${item.returned ? 'primary' : ''}"
      type="button"
      aria-label=${asked ? this.t('console.queue.accepting') : this.#acceptWords(item, params)}
      aria-disabled=${String(gone || this.accepting !== null)}
      @click=${() => this.#accept(item)}
    >
      ${this.t(asked ? 'console.queue.accepting' : 'console.queue.accept')}
    </button>`;
  }

  #acceptWords({ context }: QueueEntry, params: { name: string; wait: string }): string {
    const words = this.t('console.queue.accept-name', params);
    return seemsEmergency(context) ? `${words}, ${this.t('console.queue.emergency')}` : words;
  }

  #facts({ since, returned, ...entry }: QueueEntry, minutes: number) {
    const level = waitLevel(this.now - since);
    const words = minutes === 0 ? this.t('console.queue.now') : this.t('console.queue.wait', { count: minutes });
    return html`<span class="wait ${level}"
        >${words}${level === 'late' ? html`, ${this.t('console.queue.late')}` : null}</span
      >
      ${
        returned && entry.transfer === null
          ? html`<span class="badge attention">${this.t('console.queue.returned')}</span>`
          : html`<span class="quiet">· ${this.#about(entry)}</span>`
      }`;
  }

  /** On the way to somebody, or put to somebody. */
  #whose({ transfer, offeredTo }: QueueEntry) {
    const lines = [
      transfer &&
        this.t('console.queue.passed', { from: transfer.from.name, to: recipientName(this.i18n, transfer.to) }),
      offeredTo &&
        this.t(offeredTo.id === this.me.id ? 'console.queue.offered-you' : 'console.queue.offered', {
          name: offeredTo.name,
        }),
    ];
    return lines.map((words) => words && html`<div class="small quiet whose">${words}</div>`);
  }

  /** What it is about: the last search says it best. */
  #about({ context, language }: Pick<QueueEntry, 'context' | 'language'>): string {
    const search = context.searches.at(-1);
    const about = search === undefined ? this.t('console.queue.no-search') : `«${search}»`;
    return language === this.i18n.lang ? about : `${this.t(`console.language.${language}`)} · ${about}`;
  }

  /** Also who is gone may be asked for: the server says why not, to the operator who was about to. */
  #accept({ conversationId, citizenName, since }: QueueEntry): void {
    if (this.accepting === null) this.dispatchEvent(new AcceptEvent({ conversationId, citizenName, since }));
  }

  #hold(held: boolean): void {
    this.held = held || this.renderRoot.querySelector('.rows:hover, .rows:focus-within') !== null;
  }
}

define('console-queue', QueueList);

declare global {
  interface HTMLElementTagNameMap {
    'console-queue': QueueList;
  }
}
