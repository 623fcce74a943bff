import { css, html } from 'lit';
import type { ArticleHead } from '../../protocol/article.ts';
import type { Notice as Announcement } from '../../protocol/notice.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base } from '../../widget/parts/theme.ts';
import { announcedWith } from '../core/announcements.ts';
import { InsertEvent } from './events.ts';
import { icons } from './icons.ts';

/**
 * Articles that fit what is being written, in a line that is always there: nothing moves when they come, and the focus
 * stays in the answer box.
 *
 * @fires console-insert - This article is to go into the answer.
 */
export class OfferStrip extends SportelloElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }

      div {
        display: flex;
        align-items: center;
        gap: 8px;
        height: 44px;
        padding-inline: 16px;
        overflow: hidden;
        border-top: 1px solid var(--sportello-border);
        font-size: 0.875rem;
      }

      span {
        flex: none;
        color: var(--sportello-text-quiet);
      }

      button {
        flex: 0 1 auto;
        min-width: 44px;
        min-height: 32px;
        padding: 2px 10px;
        overflow: hidden;
        border: 1px solid var(--sportello-primary);
        border-radius: var(--sportello-radius);
        background: var(--sportello-surface);
        color: var(--sportello-primary);
        text-overflow: ellipsis;
        white-space: nowrap;
        cursor: pointer;
      }

      button svg {
        width: 1.15em;
        height: 1.15em;
        margin-inline-end: 4px;
        color: var(--sportello-warning);
        vertical-align: -0.2em;
      }

      button:hover {
        background: var(--sportello-tint);
      }

      button:focus-visible {
        outline-offset: 0;
      }

      @media (max-width: 600px) {
        span.about {
          display: none;
        }
      }
    `,
  ];
  static override properties = { articles: { attribute: false }, announcements: { attribute: false } };

  declare articles: readonly ArticleHead[];
  /** What citizens are being told now. */
  declare announcements: readonly Announcement[];

  constructor() {
    super();
    this.articles = [];
    this.announcements = [];
  }

  /** Puts the focus on the best one; false when there is none. */
  focusFirst(): boolean {
    const first = this.renderRoot.querySelector('button');
    first?.focus();
    return first !== null;
  }

  protected override render() {
    if (this.articles.length === 0) return html`<div><span>${this.t('console.offers.none')}</span></div>`;
    return html`<div role="group" aria-label=${this.t('console.offers.label')}>
      <span class="about" aria-hidden="true">${this.t('console.offers.about')}</span>
      ${this.articles.map((article) => this.#offer(article))}
    </div>`;
  }

  #offer(article: ArticleHead) {
    const { id, title } = article;
    const announced = announcedWith(this.announcements, article).length > 0;
    return html`<button
      type="button"
      title=${title}
      aria-label=${this.t(announced ? 'console.offers.insert-announced' : 'console.offers.insert', { title })}
      @click=${() => this.dispatchEvent(new InsertEvent(id))}
    >
      ${announced ? icons.announcement : null}${title}
    </button>`;
  }
}

define('console-offers', OfferStrip);

declare global {
  interface HTMLElementTagNameMap {
    'console-offers': OfferStrip;
  }
}
