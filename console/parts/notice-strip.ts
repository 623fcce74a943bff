import { css, html } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import type { Connection } from '../../widget/core/wire.ts';
import { announcementLine } from '../core/announcements.ts';
import type { Notice } from '../core/notices.ts';
import { GoEvent, QuestionEvent, SelectEvent } from './events.ts';
import { icons } from './icons.ts';
import { formatTime } from '../../widget/core/format.ts';
import { citizenLabel, recipientName, refusalWords } from './words.ts';

/** Characters of an announcement that fit on the line; all of it stands in its own. */
const LINE = 90;

/**
 * One line, always in its place, so that nothing moves when it has something to say: the connection when it is not
 * there, else that one was put on a break, else the newest notice, else how many wait. It is the console's one status for screen readers.
 *
 * @fires console-select - The conversation a notice speaks of is wanted.
 * @fires console-question - The side conversation a notice speaks of is wanted.
 * @fires console-available - The operator is back from the break they were put on.
 * @fires console-dismiss - A notice was read; `detail` is its id.
 */
export class NoticeStrip extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }

      .strip {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 44px;
        padding: 4px 16px;
        border-bottom: 1px solid var(--sportello-border);
        background: var(--sportello-surface-2);
      }

      .words {
        flex: 1;
        min-width: 0;
      }

      .time {
        color: var(--sportello-text-quiet);
        font-variant-numeric: tabular-nums;
      }

      .news {
        border-inline-start: 6px solid var(--sportello-primary);
        background: var(--sportello-tint);
      }

      .trouble,
      .cut {
        border-inline-start: 6px solid var(--sportello-warning);
        background: var(--sportello-warning-tint);
        font-weight: 600;
      }

      .button.small {
        min-height: 32px;
        padding: 2px 10px;
      }
    `,
  ];
  static override properties = {
    connection: { attribute: false },
    notices: { attribute: false },
    waiting: { attribute: false },
    selectable: { attribute: false },
    paused: { type: Boolean },
  };

  declare connection: Connection;
  /** Oldest first. */
  declare notices: readonly Notice[];
  /** How many wait in the lines I serve. */
  declare waiting: number;
  /** The conversations that can be opened from here. */
  declare selectable: readonly string[];
  /** The server has put the operator on a break: that stays until they are back. */
  declare paused: boolean;

  constructor() {
    super();
    this.connection = { name: 'connecting' };
    this.notices = [];
    this.waiting = 0;
    this.selectable = [];
    this.paused = false;
  }

  protected override render() {
    const cut = this.#connectionWords();
    const notice = this.notices.at(-1);
    if (cut !== null) return this.#line('cut', html`${icons.offline}${this.#say(cut)}${this.#reload()}`);
    if (this.paused)
      return this.#line('trouble', html`${icons.warning}${this.#say(this.t('console.pause.why'))}${this.#back()}`);
    if (notice === undefined) return this.#line('', this.#say(this.#quietWords()));
    return this.#line(
      notice.kind === 'trouble' ? 'trouble' : 'news',
      html`${notice.kind === 'trouble' ? icons.warning : icons.bell}
        <span class="time">${formatTime(notice.at, this.i18n)}</span>
        ${this.#say(this.#words(notice), this.#more())}${this.#open(notice)}
        <button
          class="button quiet small"
          type="button"
          aria-label=${this.t('console.notice.dismiss')}
          @click=${() => this.dispatchEvent(new CustomEvent<number>('console-dismiss', { detail: notice.id }))}
        >
          ${icons.close}
        </button>`,
    );
  }

  #line(kind: string, content: unknown) {
    return html`<section class="strip ${kind}" aria-label=${this.t('console.notice.label')}>${content}</section>`;
  }

  /** The same element whatever it says: a live region that is drawn anew is not heard. */
  #say(words: string, more = '') {
    return html`<span class="words" role="status">${words} ${more}</span>`;
  }

  #more(): string {
    const others = this.notices.length - 1;
    return others > 0 ? this.t('console.notice.more', { count: others }) : '';
  }

  #open(notice: Notice) {
    if (notice.kind === 'asked' || notice.kind === 'side-message') {
      return html`<button
        class="button small"
        type="button"
        @click=${() => this.dispatchEvent(new QuestionEvent(notice.consultationId))}
      >
        ${this.t('console.notice.show')}
      </button>`;
    }
    if (notice.kind === 'callback') {
      return html`<button
        class="button small"
        type="button"
        @click=${() => this.dispatchEvent(new GoEvent('callbacks'))}
      >
        ${this.t('console.notice.show')}
      </button>`;
    }
    if (!('conversationId' in notice) || !this.selectable.includes(notice.conversationId)) return null;
    return html`<button
      class="button small"
      type="button"
      @click=${() => this.dispatchEvent(new SelectEvent(notice.conversationId))}
    >
      ${this.t('console.notice.show')}
    </button>`;
  }

  #back() {
    return html`<button
      class="button primary small"
      type="button"
      aria-keyshortcuts="Alt+D"
      @click=${() => this.dispatchEvent(new Event('console-available'))}
    >
      ${this.t('console.pause.back')}
    </button>`;
  }

  #reload() {
    if (this.connection.name !== 'refused') return null;
    return html`<button class="button small" type="button" @click=${() => location.reload()}>
      ${this.t('console.connection.reload')}
    </button>`;
  }

  #quietWords(): string {
    if (this.connection.name === 'connecting') return this.t('console.connection.connecting');
    return this.waiting > 0
      ? this.t('console.notice.waiting', { count: this.waiting })
      : this.t('console.notice.quiet');
  }

  #connectionWords(): string | null {
    const { connection } = this;
    switch (connection.name) {
      case 'connected':
      case 'connecting':
      case 'closed':
        return null;
      case 'lost':
      case 'offline':
        return this.t(`console.connection.${connection.name}`);
      case 'refused':
        if (connection.code === 'not-signed-in') return null;
        return this.t(`console.connection.${connection.code === 'version-mismatch' ? 'version' : 'refused'}`);
      default:
        return unreachable(connection);
    }
  }

  #words(notice: Notice): string {
    switch (notice.kind) {
      case 'joined':
      case 'offered':
      case 'returned': {
        const service = this.t(`console.service.${notice.service}`);
        return this.t(`console.notice.${notice.kind}`, { name: citizenLabel(this.i18n, notice), service });
      }
      case 'taken':
      case 'left':
      case 'moved':
      case 'lost':
      case 'message':
      case 'call-requested':
        return this.t(`console.notice.${notice.kind}`, { name: citizenLabel(this.i18n, notice) });
      case 'passed':
      case 'handed-over': {
        const to = recipientName(this.i18n, notice.to);
        return this.t(`console.notice.${notice.kind}`, { name: citizenLabel(this.i18n, notice), to });
      }
      case 'listening':
      case 'taken-over':
        return this.t(`console.notice.${notice.kind}`, { name: citizenLabel(this.i18n, notice), by: notice.by });
      case 'asked':
      case 'asked-no-more':
      case 'side-message':
        return this.t(`console.notice.${notice.kind}`, { by: notice.by });
      case 'announced':
      case 'announced-no-more': {
        const text = announcementLine(notice.announcement, this.i18n.lang, LINE);
        return this.t(`console.notice.${notice.kind}`, { text });
      }
      case 'callback': {
        const { number, citizenName } = notice;
        const who = citizenName === null ? number : `${citizenName}, ${number}`;
        return this.t(`console.notice.callback-${notice.stage}`, { who });
      }
      case 'trouble': {
        const why = refusalWords(this.i18n, 'console.trouble.code', notice.code);
        return `${this.t(`console.trouble.${notice.doing}`)} ${why}`;
      }
      default:
        return unreachable(notice);
    }
  }
}

function unreachable(value: never): never {
  throw new TypeError(`no words for ${JSON.stringify(value)}`);
}

define('console-notices', NoticeStrip);

declare global {
  interface HTMLElementTagNameMap {
    'console-notices': NoticeStrip;
  }
}
