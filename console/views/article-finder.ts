import { css, html } from 'lit';
import type { ArticleHead } from '../../protocol/article.ts';
import type { Notice as Announcement } from '../../protocol/notice.ts';
import type { Shelf } from '../../widget/core/knowledge-shelf.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons, fields } from '../../widget/parts/theme.ts';
import type { Search } from '../../widget/search/index.ts';
import { announcedWith } from '../core/announcements.ts';
import { articlesOf } from '../core/offers.ts';
import { InsertEvent, ReadEvent } from '../parts/events.ts';
import { icons } from '../parts/icons.ts';
import { badge } from '../parts/styles.ts';

/**
 * Search in the articles, with the engine that citizens have: what is found here is what they would find.
 *
 * @fires console-insert - This article is to go into the answer.
 * @fires console-read - This article is to be shown whole.
 */
export class ArticleFinder extends SportelloElement {
  static override styles = [
    base,
    buttons,
    fields,
    badge,
    css`
      :host {
        display: grid;
        gap: 8px;
      }

      ul {
        display: grid;
        list-style: none;
      }

      li {
        padding-block: 8px;
        border-top: 1px solid var(--sportello-border);
      }

      .title {
        font-weight: 600;
      }

      .topic,
      .count {
        color: var(--sportello-text-quiet);
        font-size: 0.875rem;
      }

      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding-top: 4px;
      }
    `,
  ];
  static override properties = {
    shelf: { attribute: false },
    search: { attribute: false },
    announcements: { attribute: false },
    query: { state: true },
  };

  declare shelf: Shelf;
  declare search: Search | null;
  /** What citizens are being told now. */
  declare announcements: readonly Announcement[];
  declare query: string;

  constructor() {
    super();
    this.shelf = { name: 'loading' };
    this.search = null;
    this.announcements = [];
    this.query = '';
  }

  override focus(): void {
    const input = this.renderRoot.querySelector('input');
    input?.focus();
    input?.select();
  }

  /** Looks for these words, as if they had been typed. */
  find(words: string): void {
    this.query = words;
    void this.updateComplete.then(() => this.focus());
  }

  protected override render() {
    const found = this.#found();
    return html`
      <div class="field">
        <label for="query">${this.t('console.finder.label')}</label>
        <input
          class="input"
          id="query"
          type="search"
          autocomplete="off"
          placeholder=${this.t('console.finder.placeholder')}
          .value=${this.query}
          @input=${this.#handleInput}
        />
      </div>
      <p class="count" role="status">${this.#status(found)}</p>
      <ul ?hidden=${found.length === 0}>
        ${found.map((article) => this.#result(article))}
      </ul>
    `;
  }

  #found(): ArticleHead[] {
    const { shelf, search } = this;
    if (search === null || shelf.name !== 'ready' || this.query.trim() === '') return [];
    const { hits } = search.ask(this.query);
    // Where a citizen is told that nothing was found, an operator can judge the nearest.
    return articlesOf(hits.length > 0 ? hits : search.suggest(this.query), shelf.knowledge);
  }

  #status(found: readonly ArticleHead[]): string {
    if (this.shelf.name === 'failed') return this.t('console.finder.not-loaded');
    if (this.search === null || this.query.trim() === '') return '';
    return found.length === 0
      ? this.t('console.finder.none')
      : this.t('console.finder.results', { count: found.length });
  }

  #result({ id, title, topic }: ArticleHead) {
    const announced = announcedWith(this.announcements, { id, topic }).length > 0;
    const topics = this.shelf.name === 'ready' ? this.shelf.knowledge.topics : [];
    return html`<li>
      <div class="title">${title}</div>
      <div class="topic">${topics.find((candidate) => candidate.id === topic)?.title ?? topic}</div>
      ${
        announced
          ? html`<div class="badge attention">${icons.announcement}${this.t('console.announcements.on-article')}</div>`
          : null
      }
      <div class="acts">
        <button
          class="button small"
          type="button"
          aria-label=${this.t('console.finder.insert-name', { title })}
          @click=${() => this.dispatchEvent(new InsertEvent(id))}
        >
          ${this.t('console.finder.insert')}
        </button>
        <button
          class="button quiet small"
          type="button"
          aria-label=${this.t('console.finder.read-name', { title })}
          @click=${() => this.dispatchEvent(new ReadEvent(id))}
        >
          ${this.t('console.finder.read')}
        </button>
      </div>
    </li>`;
  }

  readonly #handleInput = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
  };
}

define('console-finder', ArticleFinder);

declare global {
  interface HTMLElementTagNameMap {
    'console-finder': ArticleFinder;
  }
}
