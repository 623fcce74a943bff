import { css, html, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ArticleSoFar } from '../../protocol/article.ts';
import type { Context, ConversationState } from '../../protocol/conversation.ts';
import type { CaseFile } from '../../protocol/desk.ts';
import type { Notice as Announcement } from '../../protocol/notice.ts';
import type { Shelf } from '../../widget/core/knowledge-shelf.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import type { FollowEvent } from '../../widget/parts/events.ts';
import { base } from '../../widget/parts/theme.ts';
import type { Search } from '../../widget/search/index.ts';
import type { NoteState } from '../core/case-notes.ts';
import { ReadEvent } from '../parts/events.ts';
import { panel } from '../parts/styles.ts';
import { formatTime } from '../../widget/core/format.ts';
import './article-finder.ts';
import './article-reader.ts';
import './case-file.ts';
import { earlierContacts } from './earlier-contacts.ts';

/**
 * Beside the conversation: how it came here and what is noted, what the citizen searched and read, who it is, and the articles to answer with.
 *
 * @fires console-insert - An article is to go into the answer.
 */
export class ContextPane extends SportelloElement {
  static override styles = [
    base,
    panel,
    css`
      :host {
        display: block;
      }

      section {
        padding: 8px 16px 10px;
        border-top: 1px solid var(--sportello-border);
      }

      section:first-of-type {
        border-top: 0;
      }

      h3 {
        padding-bottom: 4px;
        font-size: 1rem;
      }

      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 12px;
      }

      dt {
        color: var(--sportello-text-quiet);
      }

      dd {
        overflow-wrap: anywhere;
      }

      .link {
        min-height: 28px;
        padding: 2px 0;
        border: 0;
        background: none;
        color: var(--sportello-primary);
        text-align: start;
        text-decoration: underline;
        text-underline-offset: 0.15em;
        overflow-wrap: anywhere;
        cursor: pointer;
      }
    `,
  ];
  static override properties = {
    conversation: { attribute: false },
    file: { attribute: false },
    note: { attribute: false },
    shelf: { attribute: false },
    search: { attribute: false },
    announcements: { attribute: false },
    now: { attribute: false },
    reading: { state: true },
  };

  /** Null while no conversation is on screen. */
  declare conversation: ConversationState | null;
  /** What only operators know of it; undefined until the desk says. */
  declare file: CaseFile | undefined;
  declare note: NoteState;
  declare shelf: Shelf;
  declare search: Search | null;
  /** What citizens are being told now. */
  declare announcements: readonly Announcement[];
  /** Epoch ms, the server's clock. */
  declare now: number;
  /** The article shown whole, or null. */
  declare reading: string | null;

  constructor() {
    super();
    this.conversation = null;
    this.note = null;
    this.shelf = { name: 'loading' };
    this.search = null;
    this.announcements = [];
    this.now = 0;
    this.reading = null;
    this.addEventListener(ReadEvent.type, this.#handleRead);
  }

  /** Puts the focus into the article search. */
  override focus(): void {
    this.reading = null;
    void this.updateComplete.then(() => this.renderRoot.querySelector('console-finder')?.focus());
  }

  /** Puts the focus into the notes. */
  focusNote(): void {
    this.reading = null;
    void this.updateComplete.then(() => this.renderRoot.querySelector('console-case')?.focus());
  }

  /** Another citizen, another context: what was open for the one before is put away. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const before = changed.get('conversation') as ConversationState | null | undefined;
    if (changed.has('conversation') && before?.id !== this.conversation?.id) this.reading = null;
  }

  protected override render() {
    const article = this.#article(this.reading);
    return html`
      <h2 class="panel-title" ?hidden=${article !== undefined}>${this.t('console.context.title')}</h2>
      <div ?hidden=${article !== undefined}>
        ${this.conversation !== null && this.file ? this.#case(this.conversation.id, this.file) : null}
        ${
          this.conversation === null
            ? html`<section><p class="quiet">${this.t('console.context.none')}</p></section>`
            : this.#self(this.conversation.context)
        }
        <section>
          <h3>${this.t('console.finder.title')}</h3>
          ${keyed(
            this.conversation?.id,
            html`<console-finder
              .i18n=${this.i18n}
              .shelf=${this.shelf}
              .search=${this.search}
              .announcements=${this.announcements}
            ></console-finder>`,
          )}
        </section>
        ${earlierContacts(this.file?.earlier ?? [], this.shelf.name === 'ready' ? this.shelf.knowledge : null, this.i18n)}
        ${this.conversation === null ? null : this.#who(this.conversation)}
      </div>
      ${
        article === undefined
          ? null
          : html`<console-reader
              .i18n=${this.i18n}
              .article=${article}
              .announcements=${this.announcements}
              .now=${this.now}
              ?insertable=${this.conversation !== null}
              @console-back=${() => this.#show(null)}
              @sportello-follow=${({ detail }: FollowEvent) => this.#show(detail.article)}
            ></console-reader>`
      }
    `;
  }

  #case(id: string, file: CaseFile) {
    return keyed(
      id,
      html`<console-case .i18n=${this.i18n} .conversationId=${id} .file=${file} .note=${this.note}></console-case>`,
    );
  }

  /** What they did before asking a person. */
  #self({ searches, articles }: Context) {
    return html`
      <section>
        <h3>${this.t('console.context.searched')}</h3>
        ${
          searches.length === 0
            ? html`<p class="quiet">${this.t('console.context.searched-none')}</p>`
            : html`<ul class="plain">
                ${searches.map((text) => html`<li>${this.#search(text)}</li>`)}
              </ul>`
        }
      </section>
      <section>
        <h3>${this.t('console.context.read')}</h3>
        ${
          articles.length === 0
            ? html`<p class="quiet">${this.t('console.context.read-none')}</p>`
            : html`<ul class="plain">
                ${articles.map((id) => html`<li>${this.#read(id)}</li>`)}
              </ul>`
        }
      </section>
    `;
  }

  #who({ citizenName, language, service, startedAt }: ConversationState) {
    return html`
      <section>
        <h3>${this.t('console.context.who')}</h3>
        <dl>
          <dt>${this.t('console.context.name')}</dt>
          <dd>${citizenName ?? this.t('console.context.unnamed')}</dd>
          <dt>${this.t('console.context.language')}</dt>
          <dd>${this.t(`console.language.${language}`)}</dd>
          <dt>${this.t('console.context.service')}</dt>
          <dd>${this.t(`console.service.${service}`)}</dd>
          <dt>${this.t('console.context.arrived')}</dt>
          <dd>${formatTime(startedAt, this.i18n)}</dd>
        </dl>
      </section>
    `;
  }

  #search(text: string) {
    return html`<button
      class="link"
      type="button"
      aria-label=${this.t('console.context.search-again', { text })}
      @click=${() => this.renderRoot.querySelector('console-finder')?.find(text)}
    >
      «${text}»
    </button>`;
  }

  #read(id: string) {
    const article = this.#article(id);
    if (article === undefined) return html`<span class="quiet">${this.t('console.context.gone')}</span>`;
    return html`<button class="link" type="button" @click=${() => this.#show(id)}>${article.title}</button>`;
  }

  #article(id: string | null): ArticleSoFar | undefined {
    return this.shelf.name === 'ready' ? this.shelf.knowledge.articles.find((article) => article.id === id) : undefined;
  }

  /** The focus follows: to the way back, or from there to the search. */
  #show(id: string | null): void {
    this.reading = id;
    void this.updateComplete.then(() => {
      if (id === null) return this.renderRoot.querySelector('console-finder')?.focus();
      this.scrollTop = 0;
      this.renderRoot.querySelector('console-reader')?.focus();
    });
  }

  readonly #handleRead = (event: ReadEvent): void => this.#show(event.detail.articleId);
}

define('console-context', ContextPane);

declare global {
  interface HTMLElementTagNameMap {
    'console-context': ContextPane;
  }
}
