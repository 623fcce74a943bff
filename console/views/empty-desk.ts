import { css, html } from 'lit';
import type { ArticleHead } from '../../protocol/article.ts';
import type { CallbackCounts } from '../../protocol/callback.ts';
import type { Presence } from '../../protocol/desk.ts';
import { formatDeskTime } from '../../widget/core/format.ts';
import { formatDate } from '../../widget/core/format-date.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import { GoEvent, ReadEvent } from '../parts/events.ts';

/** As many as fit without scrolling; the rest shows up as these are checked. */
const SHOWN = 6;

/**
 * The middle while no conversation is open: who waits, and what can be done in the quiet.
 *
 * @fires console-accept-next - Whoever has waited longest is to be taken.
 * @fires console-go - The list of promises is wanted.
 * @fires console-read - An article is to be shown.
 */
export class EmptyDesk extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        align-content: start;
        gap: 32px;
        width: min(640px, 100%);
        margin-inline: auto;
        padding: 48px 24px;
      }

      h2 {
        font-size: 1.5rem;
      }

      h3 {
        font-size: 1.125rem;
      }

      .now {
        display: grid;
        justify-items: start;
        gap: 8px;
      }

      .quiet {
        color: var(--sportello-text-quiet);
      }

      ul {
        padding-top: 8px;
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 16px;
        padding-block: 8px;
        border-top: 1px solid var(--sportello-border);
      }

      .link {
        padding: 2px 0;
        border: 0;
        background: none;
        color: var(--sportello-primary);
        text-align: start;
        text-decoration: underline;
        text-underline-offset: 0.15em;
        cursor: pointer;
      }

      .overdue {
        color: var(--sportello-danger);
        font-weight: 700;
      }
    `,
  ];
  static override properties = {
    waiting: { attribute: false },
    presence: { attribute: false },
    callbacks: { attribute: false },
    now: { attribute: false },
    toCheck: { attribute: false },
    today: { attribute: false },
  };

  /** How many wait in the lines I serve. */
  declare waiting: number;
  declare presence: Presence;
  /** The promises that are open; null while nobody says. */
  declare callbacks: CallbackCounts | null;
  /** Epoch ms, the server's clock. */
  declare now: number;
  /** Articles whose date of check is near or past, the most overdue first; null while they are not known. */
  declare toCheck: readonly ArticleHead[] | null;
  /** Local date, YYYY-MM-DD. */
  declare today: string;

  constructor() {
    super();
    this.waiting = 0;
    this.presence = 'off';
    this.callbacks = null;
    this.now = 0;
    this.toCheck = null;
    this.today = '';
  }

  protected override render() {
    return html`
      <section class="now">
        <h2>${this.t('console.conversation.none')}</h2>
        ${
          this.waiting === 0
            ? html`<p>${this.t('console.conversation.calm')}</p>`
            : html`<p>${this.t('console.conversation.none-waiting', { count: this.waiting })}</p>
                ${
                  this.presence === 'available'
                    ? null
                    : html`<p class="quiet">${this.t('console.conversation.not-available')}</p>`
                }
                <button
                  class="button primary"
                  type="button"
                  @click=${() => this.dispatchEvent(new Event('console-accept-next'))}
                >
                  ${this.t('console.conversation.accept-next')}
                </button>`
        }
      </section>
      ${this.callbacks === null || this.callbacks.open === 0 ? null : this.#promises(this.callbacks)}
      ${this.toCheck === null ? null : this.#check(this.toCheck)}
    `;
  }

  /** «2 da richiamare oggi, 1 scaduta» */
  #promises({ today, overdue, nextDueAt }: CallbackCounts) {
    const when = nextDueAt === null ? '' : formatDeskTime(nextDueAt, this.now, this.i18n);
    return html`<section class="now">
      <h3>${this.t('console.callbacks.today.title')}</h3>
      ${
        today === 0
          ? html`<p>${this.t('console.callbacks.today.later', { when })}</p>`
          : html`<p>
              ${this.t('console.callbacks.today.today', { count: today })}${
                overdue === 0
                  ? null
                  : html`,
                      <span class="overdue">${this.t('console.callbacks.today.overdue', { count: overdue })}</span>`
              }
            </p>`
      }
      <button class="button small" type="button" @click=${() => this.dispatchEvent(new GoEvent('callbacks'))}>
        ${this.t('console.callbacks.today.go')}
      </button>
    </section>`;
  }

  #check(articles: readonly ArticleHead[]) {
    return html`<section>
      <h3>${this.t('console.conversation.to-check')}</h3>
      <p class="quiet">
        ${this.t(articles.length === 0 ? 'console.conversation.to-check-none' : 'console.conversation.to-check-why')}
      </p>
      <ul ?hidden=${articles.length === 0}>
        ${articles.slice(0, SHOWN).map((article) => this.#article(article))}
      </ul>
    </section>`;
  }

  #article({ id, title, verifyBy }: ArticleHead) {
    const overdue = verifyBy < this.today;
    const date = formatDate(verifyBy, this.i18n);
    return html`<li>
      <button class="link" type="button" @click=${() => this.dispatchEvent(new ReadEvent(id))}>${title}</button>
      <span class=${overdue ? 'overdue' : 'quiet'}>
        ${this.t(overdue ? 'console.conversation.overdue' : 'console.conversation.check-by', { date })}
      </span>
    </li>`;
  }
}

define('console-empty-desk', EmptyDesk);

declare global {
  interface HTMLElementTagNameMap {
    'console-empty-desk': EmptyDesk;
  }
}
