import { css, html, nothing } from 'lit';
import type { Notice as Announcement } from '../../protocol/notice.ts';
import { drawBlocks } from '../../widget/parts/blocks.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import { announcementIn, announcementLine } from '../core/announcements.ts';
import { icons } from './icons.ts';
import { fromWords, untilWords } from './period.ts';

/**
 * What citizens are being told now, word for word, and until when: one line that is always there, and all of it over
 * what lies below, so that nothing moves when one comes or goes. The console's line of news says that it did.
 */
export class Announcements extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        position: relative;
        z-index: 2;
        display: block;
      }

      .strip {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 40px;
        padding: 2px 16px;
        border-bottom: 1px solid var(--sportello-border);
      }

      .strip.some {
        border-inline-start: 6px solid var(--sportello-warning);
        background: var(--sportello-warning-tint);
      }

      .words {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .quiet {
        color: var(--sportello-text-quiet);
      }

      .button.small {
        flex: none;
        min-height: 32px;
        padding: 2px 10px;
      }

      .all {
        position: absolute;
        inset: 100% 0 auto;
        max-height: 60dvh;
        overflow-y: auto;
        padding: 8px 24px 16px;
        border: 1px solid var(--sportello-border);
        border-top: 0;
        background: var(--sportello-surface);
        box-shadow: var(--sportello-shadow);
        list-style: none;
      }

      li {
        display: grid;
        gap: 4px;
        max-width: 80ch;
        padding-block: 12px;
      }

      li + li {
        border-top: 1px solid var(--sportello-border);
      }

      .period {
        font-weight: 600;
      }

      .text :is(ul, ol) {
        padding-inline-start: 24px;
      }

      @media (max-width: 600px) {
        .words {
          display: -webkit-box;
          line-height: 1.3;
          white-space: normal;
          -webkit-box-orient: vertical;
          -webkit-line-clamp: 2;
        }

        .told {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];
  static override properties = {
    announcements: { attribute: false },
    now: { attribute: false },
    open: { state: true },
  };

  /** The newest first. */
  declare announcements: readonly Announcement[];
  /** Epoch ms, the server's clock. */
  declare now: number;
  declare open: boolean;

  constructor() {
    super();
    this.announcements = [];
    this.now = 0;
    this.open = false;
    this.addEventListener('keydown', this.#handleKey);
    this.addEventListener('focusout', this.#handleLeave);
  }

  protected override willUpdate(): void {
    if (this.announcements.length === 0) this.open = false;
  }

  protected override render() {
    return html`<section aria-label=${this.t('console.announcements.label')}>
      ${this.announcements[0] === undefined ? this.#none() : this.#line(this.announcements[0])}
      ${
        this.open
          ? html`<ul class="all" id="all">
              ${this.announcements.map((announcement) => this.#whole(announcement))}
            </ul>`
          : nothing
      }
    </section>`;
  }

  #none() {
    return html`<div class="strip quiet">
      ${icons.announcement}<span class="words">${this.t('console.announcements.none')}</span>
    </div>`;
  }

  #line(announcement: Announcement) {
    const { lang } = announcementIn(announcement, this.i18n.lang);
    const count = this.announcements.length;
    return html`<div class="strip some">
      ${icons.announcement}
      <span class="words"
        ><strong
          ><span class="told">${this.t('console.announcements.told')}</span>
          ${untilWords(announcement.until, this.now, this.i18n)}:</strong
        >
        <span lang=${lang}>${announcementLine(announcement, this.i18n.lang)}</span></span
      >
      <button
        class="button small"
        type="button"
        aria-expanded=${String(this.open)}
        aria-controls=${this.open ? 'all' : nothing}
        @click=${() => (this.open = !this.open)}
      >
        ${this.open ? this.t('console.close') : this.t('console.announcements.read', { count })}
      </button>
    </div>`;
  }

  #whole(announcement: Announcement) {
    const { lang, blocks } = announcementIn(announcement, this.i18n.lang);
    const { from, until } = announcement;
    const period = `${fromWords(from, this.now, this.i18n)} ${untilWords(until, this.now, this.i18n)}`;
    return html`<li>
      <span class="period">${period}</span>
      <div class="text" lang=${lang}>${drawBlocks(blocks, this.i18n)}</div>
    </li>`;
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    event.preventDefault();
    this.open = false;
    this.renderRoot.querySelector('button')?.focus();
  };

  /** Nobody is to stand on something that it covers. */
  readonly #handleLeave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.open = false;
  };
}

define('console-announcements', Announcements);

declare global {
  interface HTMLElementTagNameMap {
    'console-announcements': Announcements;
  }
}
