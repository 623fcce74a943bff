import { css, html } from 'lit';
import type { Article } from '../../protocol/article.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base } from '../../widget/parts/theme.ts';
import { InsertEvent } from './events.ts';

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
  static override properties = { articles: { attribute: false } };

  declare articles: readonly Article[];

  constructor() {
    super();
    this.articles = [];
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
      ${this.articles.map(
        ({ id, title }) => html`
          <button
            type="button"
            title=${title}
            aria-label=${this.t('console.offers.insert', { title })}
            @click=${() => this.dispatchEvent(new InsertEvent(id))}
          >
            ${title}
          </button>
        `,
      )}
    </div>`;
  }
}

define('console-offers', OfferStrip);

declare global {
  interface HTMLElementTagNameMap {
    'console-offers': OfferStrip;
  }
}
