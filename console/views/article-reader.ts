import { css, html } from 'lit';
import type { ArticleSoFar } from '../../protocol/article.ts';
import type { Notice as Announcement } from '../../protocol/notice.ts';
import '../../widget/parts/article.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import '../../widget/parts/notices.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import { announcedWith } from '../core/announcements.ts';
import { InsertEvent } from '../parts/events.ts';
import { icons } from '../parts/icons.ts';

/**
 * One article whole, with the way back and the way into the answer.
 *
 * @fires console-insert - It is to go into the answer.
 * @fires console-back
 */
export class ArticleReader extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }

      .back {
        padding: 8px 8px 0;
      }

      sportello-article {
        display: block;
        padding: 12px 16px;
      }

      sportello-notices {
        padding: 8px 16px 0;
      }

      .acts {
        position: sticky;
        z-index: 1;
        bottom: 0;
        padding: 8px 16px;
        border-top: 1px solid var(--sportello-border);
        background: var(--sportello-surface);
      }
    `,
  ];
  static override properties = {
    article: { attribute: false },
    announcements: { attribute: false },
    now: { attribute: false },
    insertable: { type: Boolean },
  };

  declare article: ArticleSoFar;
  /** What citizens are being told now. */
  declare announcements: readonly Announcement[];
  /** Epoch ms, the server's clock. */
  declare now: number;
  /** There is an answer it could go into. */
  declare insertable: boolean;

  constructor() {
    super();
    this.announcements = [];
    this.now = 0;
    this.insertable = false;
  }

  /** Puts the focus on the way back. */
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  protected override render() {
    const { id, title } = this.article;
    return html`
      <div class="back">
        <button class="button quiet small" type="button" @click=${() => this.dispatchEvent(new Event('console-back'))}>
          ${icons.back}${this.t('console.finder.back')}
        </button>
      </div>
      ${this.#announced()}
      <sportello-article .i18n=${this.i18n} .article=${this.article}></sportello-article>
      <div class="acts" ?hidden=${!this.insertable}>
        <button
          class="button primary small"
          type="button"
          aria-label=${this.t('console.finder.insert-name', { title })}
          @click=${() => this.dispatchEvent(new InsertEvent(id))}
        >
          ${icons.insert}${this.t('console.finder.insert')}
        </button>
      </div>
    `;
  }

  /** As citizens see them beside this answer. */
  #announced() {
    const announced = announcedWith(this.announcements, this.article);
    if (announced.length === 0) return null;
    return html`<sportello-notices .i18n=${this.i18n} .notices=${announced} .now=${this.now}></sportello-notices>`;
  }
}

define('console-reader', ArticleReader);

declare global {
  interface HTMLElementTagNameMap {
    'console-reader': ArticleReader;
  }
}
