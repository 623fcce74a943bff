import { html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Callback } from '../../../protocol/callback.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { base, buttons } from '../../../widget/parts/theme.ts';
import { nearnessOf, type Nearness } from '../../core/due.ts';
import { emptySteadyList, steadyList, type SteadyList, type SteadyRow } from '../../core/steady-list.ts';
import { dueWords, momentWords, telLink } from '../../parts/callback-words.ts';
import { badge, panel } from '../../parts/styles.ts';
import { callbackListStyles } from './callback-list.styles.ts';

type Group = Nearness | 'closed';

const GROUPS = ['overdue', 'today', 'later', 'closed'] as const satisfies readonly Group[];
const HEADS = ['due', 'number', 'who', 'reach', 'language', 'taken'] as const;

/**
 * Promises by due time, what is late first; or the closed ones. Still while the pointer or the focus is in it.
 *
 * @fires console-callback - `detail` is the id of the one to be shown.
 */
export class CallbackList extends SportelloElement {
  static override styles = [base, buttons, panel, badge, callbackListStyles];
  static override properties = {
    callbacks: { attribute: false },
    selected: { attribute: false },
    me: { attribute: false },
    now: { attribute: false },
    held: { state: true },
  };

  declare callbacks: readonly Callback[];
  /** The id of the one that is shown. */
  declare selected: string | null;
  /** My id. */
  declare me: string;
  /** Epoch ms, the server's clock. */
  declare now: number;
  declare held: boolean;

  #steady: SteadyList<Callback> = emptySteadyList;
  /** Where each one stands: what becomes late under the pointer stays where it is. */
  #groups = new Map<string, Group>();

  constructor() {
    super();
    this.callbacks = [];
    this.selected = null;
    this.me = '';
    this.now = 0;
    this.held = false;
  }

  /** Puts the focus on the one that is shown, or on the first. */
  override focus(): void {
    void this.updateComplete.then(() => {
      const root = this.renderRoot;
      (root.querySelector<HTMLElement>('[aria-current="true"]') ?? root.querySelector<HTMLElement>('.number'))?.focus();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('callbacks') || changed.has('held')) {
      this.#steady = steadyList(this.#steady, this.callbacks, this.held, ({ id }) => id);
    }
    const before = this.held ? this.#groups : new Map<string, Group>();
    this.#groups = new Map(this.#steady.rows.map(({ item }) => [item.id, before.get(item.id) ?? this.#groupOf(item)]));
  }

  #groupOf(callback: Callback): Group {
    return callback.closedAt === null ? nearnessOf(callback, this.now) : 'closed';
  }

  protected override render() {
    const { rows, fresh } = this.#steady;
    const closed = this.callbacks[0]?.closedAt !== null && this.callbacks.length > 0;
    return html`
      ${fresh > 0 ? this.#freshStrip(fresh) : nothing}
      <div
        @pointerenter=${() => this.#hold(true)}
        @pointerleave=${() => this.#hold(false)}
        @focusin=${() => this.#hold(true)}
        @focusout=${() => this.#hold(false)}
        @keydown=${this.#handleKey}
      >
        <table role="table">
          <caption class="visually-hidden">
            ${this.t(closed ? 'console.callbacks.list-closed' : 'console.callbacks.list')}
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              ${HEADS.map((head) => html`<th scope="col" role="columnheader">${this.#head(head, closed)}</th>`)}
            </tr>
          </thead>
          ${GROUPS.map((group) => this.#group(group, rows))}
        </table>
      </div>
    `;
  }

  #head(head: (typeof HEADS)[number], closed: boolean): string {
    return this.t(`console.callbacks.head.${closed && head === 'due' ? 'closed' : head}`);
  }

  #freshStrip(count: number) {
    return html`<p class="fresh-strip" role="status">
      ${this.t('console.callbacks.fresh', { count })}
      <button class="button quiet small" type="button" @click=${() => (this.held = false)}>
        ${this.t('console.callbacks.show-fresh')}
      </button>
    </p>`;
  }

  #group(group: Group, rows: readonly SteadyRow<Callback>[]) {
    const own = rows.filter(({ item }) => this.#groups.get(item.id) === group);
    if (own.length === 0) return nothing;
    return html`<tbody role="rowgroup" class=${group}>
      ${
        group === 'closed'
          ? nothing
          : html`<tr role="row" class="group">
              <th scope="rowgroup" role="rowheader" colspan=${HEADS.length}>
                ${this.t(`console.callbacks.group.${group}`)} <span class="count">${own.length}</span>
              </th>
            </tr>`
      }
      ${repeat(
        own,
        ({ item }) => item.id,
        (row) => this.#row(row),
      )}
    </tbody>`;
  }

  #row({ item, gone }: SteadyRow<Callback>) {
    const shown = item.id === this.selected;
    const cells = [
      this.#due(item, gone),
      html`<button
        class="number"
        type="button"
        aria-current=${shown ? 'true' : nothing}
        @click=${() => this.#choose(item.id)}
      >
        ${item.number}
      </button>`,
      item.citizenName ?? html`<span class="quiet">${this.t('console.callbacks.unnamed')}</span>`,
      this.#reach(item),
      this.t(`console.language.${item.language}`),
      this.#taken(item),
    ];
    return html`<tr
      role="row"
      class="${gone ? 'gone' : ''} ${shown ? 'shown' : ''}"
      @click=${(event: Event) => this.#handleRow(event, item.id)}
    >
      ${cells.map((cell, index) => html`<td role="cell" data-head=${this.#head(HEADS[index] ?? 'due', item.closedAt !== null)}>${cell}</td>`)}
    </tr>`;
  }

  #due(item: Callback, gone: boolean) {
    if (gone) return html`<span class="quiet">${this.t('console.callbacks.gone')}</span>`;
    if (item.closedAt !== null) return momentWords(item.closedAt, this.now, this.i18n);
    const late = item.dueAt <= this.now;
    return html`<span class=${late ? 'late' : 'due'}>${dueWords(item, this.now, this.i18n)}</span>`;
  }

  #reach({ reach }: Callback) {
    return reach.by === 'phone'
      ? html`<a href=${telLink(reach.phone)}>${reach.phone}</a>`
      : html`<a href="mailto:${reach.email}">${reach.email}</a>`;
  }

  #taken({ takenBy, closedAt }: Callback) {
    if (takenBy === null) {
      return html`<span class="quiet">${closedAt === null ? this.t('console.callbacks.taken-nobody') : '–'}</span>`;
    }
    return takenBy.id === this.me ? html`<strong>${this.t('console.callbacks.taken-me')}</strong>` : takenBy.name;
  }

  #choose(id: string): void {
    this.dispatchEvent(new CustomEvent<string>('console-callback', { detail: id }));
  }

  /** Anywhere in the row but on what is a link or a button itself. */
  #handleRow(event: Event, id: string): void {
    if (!(event.target as Element).closest('a, button')) this.#choose(id);
  }

  /** Up and down from one to the next. */
  readonly #handleKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('button.number')];
    const at = all.findIndex((button) => button === event.target);
    if (step === 0 || at === -1) return;
    event.preventDefault();
    all[at + step]?.focus();
  };

  #hold(held: boolean): void {
    this.held = held || this.renderRoot.querySelector('div:hover, div:focus-within') !== null;
  }
}

define('console-callback-list', CallbackList);

declare global {
  interface HTMLElementTagNameMap {
    'console-callback-list': CallbackList;
  }
}
