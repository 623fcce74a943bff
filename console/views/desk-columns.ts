import { css, html, type PropertyValues } from 'lit';
import type { DeskState } from '../../protocol/desk.ts';
import { unreadCount } from '../../widget/core/conversation-state.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { Observe } from '../../widget/parts/observe.ts';
import { base } from '../../widget/parts/theme.ts';
import type { App } from '../core/app.ts';
import { waitingForMe } from '../core/attention.ts';
import type { Desk } from '../core/desk.ts';
import { ReadEvent, type ResizeEvent } from '../parts/events.ts';
import { panel } from '../parts/styles.ts';
import './context-pane.ts';
import type { Part } from './desk-commands.ts';
import './desk-middle.ts';
import './queues-pane.ts';
import './three-columns.ts';
import type { View } from './three-columns.ts';

/**
 * The desk's three columns, and the ways into them.
 *
 * @fires console-accept-next - Whoever has waited longest is to be taken.
 * @fires console-view - Another part is on screen.
 */
export class DeskColumns extends SportelloElement {
  static override styles = [
    base,
    panel,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }

      nav,
      main {
        display: flex;
        flex-direction: column;
      }

      nav > *,
      main > * {
        flex: 1;
        min-height: 0;
      }
    `,
  ];
  static override properties = {
    app: { attribute: false },
    desk: { attribute: false },
    state: { attribute: false },
    now: { attribute: false },
  };

  declare app: App<MediaStreamTrack>;
  declare desk: Desk<MediaStreamTrack>;
  /** The server's word, whole. */
  declare state: DeskState;
  /** Epoch ms, the server's clock. */
  declare now: number;

  constructor() {
    super();
    this.now = 0;
    new Observe(this, () => this.desk);
    new Observe(this, () => this.desk?.mine);
    new Observe(this, () => this.desk?.calls);
    new Observe(this, () => this.desk?.sideTalks);
    new Observe(this, () => this.desk?.notes);
    new Observe(this, () => this.app?.settings);
    new Observe(this, () => this.app?.search);
    new Observe(this, () => this.app?.shelf);
    // What is being written shows in the list of mine.
    this.addEventListener('console-draft', () => this.requestUpdate());
  }

  /** Whether this part is on screen now. */
  shows(view: View): boolean {
    return this.renderRoot.querySelector('console-columns')?.shows(view) === true;
  }

  /** Shows a view, where only one is shown, and puts the focus into a part of it. */
  async goTo(view: View, part: Part): Promise<void> {
    const columns = this.renderRoot.querySelector('console-columns');
    if (columns) columns.view = view;
    await Promise.all([this.updateComplete, columns?.updateComplete]);
    const queues = this.renderRoot.querySelector('console-queues');
    const middle = this.renderRoot.querySelector('console-middle');
    const context = this.renderRoot.querySelector('console-context');
    switch (part) {
      case 'mine':
        return queues?.focusMine();
      case 'queue':
        return queues?.focusQueue();
      case 'work':
        return middle?.focus();
      case 'answer':
        return middle?.writeTo('citizen');
      case 'side':
        return middle?.writeTo('colleague');
      case 'attach':
        return middle?.focusAttach();
      case 'offers':
        return middle?.focusOffers();
      case 'context':
        return context?.focus();
      case 'note':
        return context?.focusNote();
      default:
        return unreachable(part);
    }
  }

  insert(articleId: string): void {
    this.renderRoot.querySelector('console-middle')?.insert(articleId);
  }

  read(articleId: string): void {
    const columns = this.renderRoot.querySelector('console-columns');
    if (columns) columns.view = 'context';
    this.renderRoot.querySelector('console-context')?.dispatchEvent(new ReadEvent(articleId));
  }

  protected override render() {
    const mine = this.desk.value.order.flatMap((id) => this.desk.mine.get(id) ?? []);
    const unread = mine.reduce((sum, { value }) => sum + unreadCount(value), 0);
    return html`<console-columns
      .i18n=${this.i18n}
      .columns=${this.app.settings.value.columns}
      .waiting=${waitingForMe(this.state) + unread}
      ?tall=${this.desk.calls.value.has(this.desk.value.selected ?? '')}
      @console-resize=${({ detail }: ResizeEvent) => this.app.settings.change({ columns: detail })}
      @console-view=${() => this.dispatchEvent(new Event('console-view'))}
    >
      <nav slot="queues" aria-label=${this.t('console.view.queues')}>${this.#queues(mine)}</nav>
      <main slot="conversation">
        <console-middle
          .i18n=${this.i18n}
          .app=${this.app}
          .desk=${this.desk}
          @console-accept-next=${() => this.dispatchEvent(new Event('console-accept-next'))}
          @console-read=${(event: ReadEvent) => this.read(event.detail.articleId)}
        ></console-middle>
      </main>
      <aside slot="context" class="scroll" aria-label=${this.t('console.view.context')}>${this.#context()}</aside>
    </console-columns>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.dispatchEvent(new Event('console-view'));
  }

  #queues(mine: readonly Conversation[]) {
    const { selected, asked, accepting } = this.desk.value;
    return html`<console-queues
      .i18n=${this.i18n}
      .desk=${this.state}
      .mine=${mine}
      .selected=${selected}
      .asked=${asked}
      .talks=${this.desk.sideTalks.value}
      .calls=${new Set(this.desk.calls.value.keys())}
      .accepting=${accepting}
      .now=${this.now}
    ></console-queues>`;
  }

  /** Of a question put to me there is what the citizen searched and read, and nothing to write down. */
  #context() {
    const { asked, selected } = this.desk.value;
    const id = asked === null ? selected : null;
    const thread = this.desk.sideTalks.get(asked)?.value.thread;
    return html`<console-context
      .i18n=${this.i18n}
      .conversation=${thread?.conversation ?? this.desk.mine.get(id)?.value.state ?? null}
      .file=${this.state.cases[id ?? '']}
      .note=${this.desk.notes.value.get(id ?? '') ?? null}
      .shelf=${this.app.shelf.value}
      .search=${this.app.search.value}
      .announcements=${this.state.notices}
      .now=${this.now}
    ></console-context>`;
  }
}

function unreachable(part: never): never {
  throw new TypeError(`no such part: ${String(part)}`);
}

define('console-desk-columns', DeskColumns);

declare global {
  interface HTMLElementTagNameMap {
    'console-desk-columns': DeskColumns;
  }
}
