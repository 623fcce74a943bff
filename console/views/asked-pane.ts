import { css, html, nothing } from 'lit';
import { openModel, logEntries } from '../../widget/core/conversation-state.ts';
import type { ConversationView } from '../../protocol/conversation.ts';
import '../../widget/parts/chat-log.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { Observe } from '../../widget/parts/observe.ts';
import { base } from '../../widget/parts/theme.ts';
import { citizenOf } from '../core/notices.ts';
import type { SideTalk } from '../core/side-talk.ts';
import { icons } from '../parts/icons.ts';
import '../parts/side-panel.ts';
import { badge, panel } from '../parts/styles.ts';
import { citizenLabel, recipientName } from '../parts/words.ts';

/**
 * A question that a colleague put to me: what they ask, the citizen's thread to be read, and the conversation with the
 * colleague. There is no box for the citizen here.
 *
 * @fires console-side - I take over.
 */
export class AskedPane extends SportelloElement {
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

      header {
        display: grid;
        gap: 4px;
        max-height: 40%;
        padding: 8px 16px;
        overflow-y: auto;
        border-bottom: 1px solid var(--sportello-border);
      }

      h2 {
        font-size: 1.125rem;
      }

      .summary {
        padding: 8px 12px;
        border-inline-start: 4px solid var(--console-side);
        background: var(--console-side-tint);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .thread {
        display: flex;
        flex: 3;
        flex-direction: column;
        min-height: 0;
      }

      .reading {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 6px 16px;
        background: var(--sportello-surface-2);
        font-size: 0.9375rem;
      }

      sportello-chat-log {
        flex: 1;
        min-height: 0;
      }

      .loading {
        padding: 16px;
      }

      console-side {
        flex: 4;
      }
    `,
  ];
  static override properties = { talk: { attribute: false }, me: { attribute: false } };

  declare talk: SideTalk;
  /** My id. */
  declare me: string;

  constructor() {
    super();
    this.me = '';
    new Observe(this, () => this.talk);
  }

  /** Puts the focus into the box for the colleague. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('console-side')?.focus());
  }

  /** What is being written was changed from outside. */
  redraw(): void {
    this.renderRoot.querySelector('console-side')?.requestUpdate();
  }

  protected override render() {
    const { consultation, thread } = this.talk.value;
    const { openedBy, to, kind, summary } = consultation;
    return html`
      <header>
        <h2>${this.t('console.asked.heading', { name: openedBy.name })}</h2>
        <p class="small quiet">
          ${this.t(`console.asked.kind.${kind}`, { name: openedBy.name })}
          ${'operator' in to ? nothing : this.t('console.asked.office', { office: recipientName(this.i18n, to) })}
        </p>
        <p class="summary">${summary}</p>
      </header>
      <section class="thread" aria-label=${this.t('console.asked.thread')}>
        <p class="reading">${icons.eye}${this.t('console.asked.read-only')}</p>
        ${thread === null ? html`<p class="loading quiet">${this.t('console.asked.loading')}</p>` : this.#thread(thread)}
      </section>
      <console-side .i18n=${this.i18n} .talk=${this.talk} .me=${this.me} writing></console-side>
    `;
  }

  #thread(view: ConversationView) {
    const { phase } = view.conversation;
    const operator = phase.name === 'live' ? phase.operator.name : null;
    return html`<sportello-chat-log
      .i18n=${this.i18n}
      .entries=${logEntries(openModel('operator', view))}
      .me=${null}
      .readByOther=${view.conversation.read.citizen}
      .names=${{ citizen: citizenLabel(this.i18n, citizenOf(view.conversation)), operator }}
    ></sportello-chat-log>`;
  }
}

define('console-asked', AskedPane);

declare global {
  interface HTMLElementTagNameMap {
    'console-asked': AskedPane;
  }
}
