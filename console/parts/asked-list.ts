import { css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Consultation } from '../../protocol/consultation.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base } from '../../widget/parts/theme.ts';
import type { SideTalk } from '../core/side-talk.ts';
import { sideUnread } from '../core/side-talk-state.ts';
import { QuestionEvent } from './events.ts';
import { badge, panel } from './styles.ts';

/**
 * The questions that colleagues put to me or to my office.
 *
 * @fires console-question - This one is to be shown.
 */
export class AskedList extends SportelloElement {
  static override styles = [
    base,
    panel,
    badge,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        border-top: 1px solid var(--sportello-border);
      }

      ul {
        padding: 0 0 8px 8px;
      }

      button {
        display: grid;
        width: 100%;
        min-height: 52px;
        padding: 4px 8px 4px 10px;
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
        border-inline-start-color: var(--console-side);
        background: var(--console-side-tint);
      }

      button:focus-visible {
        outline-offset: -3px;
        box-shadow: none;
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
    consultations: { attribute: false },
    talks: { attribute: false },
    me: { attribute: false },
    selected: { attribute: false },
  };

  /** The oldest first. */
  declare consultations: readonly Consultation[];
  declare talks: ReadonlyMap<string, SideTalk>;
  /** My id. */
  declare me: string;
  declare selected: string | null;

  constructor() {
    super();
    this.consultations = [];
    this.talks = new Map();
    this.me = '';
    this.selected = null;
  }

  protected override render() {
    const count = this.consultations.length;
    return html`
      <h2 class="panel-title" tabindex="-1" aria-label=${this.t('console.asked.count', { count })}>
        ${this.t('console.asked.title')}<span class="count">${count}</span>
      </h2>
      <div class="scroll">
        <ul class="plain">
          ${repeat(
            this.consultations,
            ({ id }) => id,
            (consultation) => this.#row(consultation),
          )}
        </ul>
      </div>
    `;
  }

  #row({ id, openedBy, summary, kind }: Consultation) {
    const talk = this.talks.get(id);
    const unread = talk === undefined ? 0 : sideUnread(talk.value, this.me);
    return html`<li>
      <button
        type="button"
        aria-current=${id === this.selected ? 'true' : 'false'}
        @click=${() => this.dispatchEvent(new QuestionEvent(id))}
      >
        <span class="head">
          <span class="name one-line">${openedBy.name}</span>
          ${unread === 0 ? null : html`<span class="badge news">${this.t('console.mine.unread', { count: unread })}</span>`}
        </span>
        <span class="small quiet one-line">${this.t(`console.asked.kind-short.${kind}`)}: ${summary}</span>
      </button>
    </li>`;
  }
}

define('console-asked-list', AskedList);

declare global {
  interface HTMLElementTagNameMap {
    'console-asked-list': AskedList;
  }
}
