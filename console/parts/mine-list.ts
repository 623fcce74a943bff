import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  joinedLast,
  operatorName,
  unreadCount,
  visibleMessages,
  type ConversationModel,
} from '../../widget/core/conversation-state.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base } from '../../widget/parts/theme.ts';
import type { CaseFile } from '../../protocol/desk.ts';
import { citizenOf } from '../core/notices.ts';
import type { SideTalk } from '../core/side-talk.ts';
import { sideUnread } from '../core/side-talk-state.ts';
import { SelectEvent } from './events.ts';
import { icons } from './icons.ts';
import { badge, panel } from './styles.ts';
import { citizenLabel, recipientName } from './words.ts';

/** Alt with a digit reaches this many. */
const REACHABLE = 9;

/**
 * My conversations, in the order they came to me: rows never change places.
 *
 * @fires console-select - This one is to be shown.
 */
export class MineList extends SportelloElement {
  static override styles = [
    base,
    panel,
    badge,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }

      .rows {
        flex: 1;
        min-height: 0;
      }

      ol {
        padding: 4px 0 8px 8px;
      }

      li {
        padding-block: 1px;
      }

      button {
        display: grid;
        grid-template-columns: 1.25em minmax(0, 1fr);
        gap: 0 6px;
        align-items: center;
        width: 100%;
        min-height: 52px;
        padding: 4px 8px 4px 2px;
        border: 0;
        border-inline-start: 6px solid transparent;
        border-radius: var(--sportello-radius);
        background: none;
        text-align: start;
        cursor: pointer;
      }

      button:hover {
        background: var(--sportello-surface-2);
      }

      button[aria-current='true'] {
        border-inline-start-color: var(--sportello-primary);
        background: var(--sportello-tint);
      }

      button:focus-visible {
        outline-offset: -3px;
        box-shadow: none;
      }

      .number {
        color: var(--sportello-text-quiet);
        font-variant-numeric: tabular-nums;
        text-align: center;
      }

      .text {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
      }

      .head {
        display: flex;
        align-items: center;
        gap: 8px;
      }

      .name {
        flex: 1;
        font-weight: 600;
      }

      svg {
        width: 1.25em;
        height: 1.25em;
      }

      .empty {
        padding: 4px 16px 16px;
      }

      @media (forced-colors: active) {
        button {
          border-inline-start-color: Canvas;
        }

        button[aria-current='true'] {
          border-inline-start-color: Highlight;
        }
      }
    `,
  ];
  static override properties = {
    conversations: { attribute: false },
    selected: { attribute: false },
    calls: { attribute: false },
    cases: { attribute: false },
    talks: { attribute: false },
    shown: { attribute: false },
  };

  /** In the order on screen. */
  declare conversations: readonly Conversation[];
  declare selected: string | null;
  /** Conversations whose call I am in. */
  declare calls: ReadonlySet<string>;
  declare cases: Readonly<Record<string, CaseFile>>;
  /** The side conversations I take part in. */
  declare talks: ReadonlyMap<string, SideTalk>;
  /** False while something else is on screen instead of the selected one. */
  declare shown: boolean;

  constructor() {
    super();
    this.conversations = [];
    this.selected = null;
    this.calls = new Set();
    this.cases = {};
    this.talks = new Map();
    this.shown = true;
  }

  /** Puts the focus on the one that is shown, or on the heading when there is none. */
  override focus(): void {
    const root = this.renderRoot;
    const current = root.querySelector<HTMLElement>('[aria-current="true"], button');
    (current ?? root.querySelector<HTMLElement>('h2'))?.focus();
  }

  protected override render() {
    const count = this.conversations.length;
    return html`
      <h2 class="panel-title" tabindex="-1" aria-label=${this.t('console.mine.count', { count })}>
        ${this.t('console.mine.title')}<span class="count">${count}</span>
      </h2>
      <div class="rows scroll">
        ${count === 0 ? html`<p class="empty quiet">${this.t('console.mine.none')}</p>` : null}
        <ol class="plain">
          ${repeat(
            this.conversations,
            ({ id }) => id,
            (conversation, index) => this.#row(conversation, index),
          )}
        </ol>
      </div>
    `;
  }

  #row(conversation: Conversation, index: number) {
    const { state } = conversation.value;
    const name = citizenLabel(this.i18n, citizenOf(state));
    return html`<li>
      <button
        type="button"
        aria-current=${this.shown && conversation.id === this.selected ? 'true' : 'false'}
        aria-keyshortcuts=${index < REACHABLE ? `Alt+${index + 1}` : nothing}
        @click=${() => this.dispatchEvent(new SelectEvent(conversation.id))}
      >
        <span class="number small" aria-hidden="true">${index < REACHABLE ? index + 1 : ''}</span>
        <span class="text">
          <span class="head">
            <span class="name one-line">${name}</span>
            ${state.service === 'lis' ? icons.lis : null}${this.#unread(conversation)}
          </span>
          <span class="small quiet one-line">${this.#preview(conversation)}</span>
        </span>
      </button>
    </li>`;
  }

  /** What the citizen wrote and, beside it, what a colleague did. */
  #unread({ value, id }: Conversation) {
    const talk = this.talks.get(this.cases[id]?.consultation?.id ?? '');
    const operator = value.state.phase.name === 'live' ? value.state.phase.operator.id : '';
    const count = unreadCount(value) + (talk ? sideUnread(talk.value, operator) : 0);
    if (count === 0) return null;
    return html`<span class="badge news">
      <span aria-hidden="true">${this.t('console.mine.unread', { count })}</span>
      <span class="visually-hidden">${this.t('console.mine.unread-name', { count })}</span>
    </span>`;
  }

  #last(model: ConversationModel): string {
    const messages = visibleMessages(model);
    const at = messages.findLastIndex(({ kind }) => kind === 'text');
    const last = messages[at];
    if (last?.kind !== 'text') return this.t('console.mine.silent');
    const { text } = last;
    if (last.from !== model.me) return text;
    // Passed on, it begins with what a colleague wrote.
    const name = joinedLast(messages.slice(0, at));
    return name === operatorName(model) || name === null
      ? this.t('console.mine.you', { text })
      : this.t('console.mine.colleague', { name, text });
  }

  /** The most telling thing about it, in one line. */
  #preview(conversation: Conversation): string {
    const { state, otherTyping } = conversation.value;
    if (state.phase.name === 'closed') return this.t('console.mine.ended');
    if (state.call !== null) return this.t(`console.mine.${this.calls.has(conversation.id) ? 'call' : 'call-offered'}`);
    if (otherTyping) return this.t('console.mine.typing');
    const asking = this.cases[conversation.id]?.consultation;
    if (asking?.state === 'open') return this.t('console.mine.asking', { name: recipientName(this.i18n, asking.to) });
    const draft = conversation.draft.trim();
    const words = draft === '' ? this.#last(conversation.value) : this.t('console.mine.draft', { text: draft });
    return state.citizenConnected ? words : `${this.t('console.mine.away')} · ${words}`;
  }
}

define('console-mine', MineList);

declare global {
  interface HTMLElementTagNameMap {
    'console-mine': MineList;
  }
}
