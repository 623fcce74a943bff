import { css, html, nothing } from 'lit';
import {
  SECTIONS,
  type ArticleHead,
  type ArticleSoFar,
  type Link,
  type Section,
  type SectionName,
} from '../../protocol/article.ts';
import { formatDate } from '../core/format-date.ts';
import { drawBlocks } from './blocks.ts';
import { define, SportelloElement } from './element.ts';
import { FollowEvent } from './events.ts';
import { moreIcons } from './more-icons.ts';
import { drawLink } from './link.ts';
import { base, buttons, notices } from './theme.ts';

/** How much of it is shown: all, the short answer, or one section; of the latter two, with the way to the whole. */
export type Extent = 'all' | 'summary' | SectionName;

/**
 * An article: question, short answer, its sections in their order, links, office, sources and date of last check.
 *
 * @csspart summary - The short answer.
 * @fires sportello-follow - A reference to another article, or to a section, was followed.
 */
export class ArticleView extends SportelloElement {
  static override styles = [
    base,
    buttons,
    notices,
    css`
      :host {
        display: block;
      }

      article {
        display: grid;
        gap: 24px;
      }

      h2 {
        font-size: 1.375em;
      }

      /* The focus is put there for readers; nothing can be pressed. */
      h2:focus-visible {
        outline: none;
        box-shadow: none;
      }

      h3 {
        margin-bottom: 8px;
        font-size: 1.125em;
      }

      [tabindex='-1']:focus-visible {
        outline: none;
        box-shadow: none;
      }

      summary {
        min-height: 44px;
        padding-block: 8px;
        color: var(--sportello-primary);
        font-weight: 600;
        cursor: pointer;
      }

      .summary {
        padding: 16px;
        border-inline-start: 4px solid var(--sportello-primary);
        background: var(--sportello-tint);
        font-size: 1.0625em;
      }

      p + p,
      p + ul,
      p + ol,
      ul + p,
      ol + p {
        margin-top: 8px;
      }

      ul,
      ol {
        display: grid;
        gap: 8px;
        padding-inline-start: 24px;
      }

      li::marker {
        color: var(--sportello-primary);
        font-weight: 700;
      }

      .reference {
        padding: 0;
        border: 0;
        background: none;
        color: var(--sportello-link, var(--sportello-primary));
        font: inherit;
        text-align: start;
        text-decoration: underline;
        cursor: pointer;
      }

      .actions,
      .sources {
        display: grid;
        gap: 8px;
        justify-items: start;
        padding: 0;
        list-style: none;
      }

      .actions svg {
        width: 1.125em;
        height: 1.125em;
      }

      .coming {
        color: var(--sportello-text-quiet);
      }

      footer {
        display: grid;
        gap: 8px;
        padding-top: 16px;
        border-top: 1px solid var(--sportello-border);
        color: var(--sportello-text-quiet);
        font-size: 0.9375em;
      }
    `,
  ];
  static override properties = {
    article: { attribute: false },
    retry: { attribute: false },
    extent: { attribute: false },
    lisFirst: { attribute: false },
  };

  declare article: ArticleSoFar | undefined;
  /** Given where its text could not be had: fetches it again. */
  declare retry: (() => void) | undefined;
  declare extent: Extent;
  /** The answer in sign language stands before the written one, where there is one. */
  declare lisFirst: boolean;

  /** The section that was to be shown before the text was there. */
  #awaited: SectionName | undefined;

  constructor() {
    super();
    this.extent = 'all';
    this.lisFirst = false;
  }

  /** Puts a section where the eye and the reader are. */
  showSection(name: SectionName): void {
    const heading = this.renderRoot.querySelector<HTMLElement>(`#${name}`);
    this.#awaited = heading ? undefined : name;
    if (!heading) return this.focus();
    heading.scrollIntoView({ block: 'start' });
    heading.focus();
  }

  /** Its text has come: there the reader was going, if nothing else is being done meanwhile. */
  protected override updated(): void {
    const awaited = this.#awaited;
    if (!awaited || !this.article?.sections) return;
    this.#awaited = undefined;
    if (this.shadowRoot?.activeElement?.matches('h2')) this.showSection(awaited);
  }

  protected override willUpdate(): void {
    // Few answers have a clip: its player comes with the first that has.
    if (this.article?.lis) void import('./lis-video.ts');
  }

  /** To the question. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('h2')?.focus(options));
  }

  protected override render() {
    const { article } = this;
    if (!article) return nothing;
    return html`<article lang=${article.lang}>
      <h2 tabindex="-1">${article.title}</h2>
      ${this.#language(article)} ${this.#body(article)}
    </article>`;
  }

  #body(article: ArticleSoFar) {
    switch (this.extent) {
      case 'all':
        return html`${this.lisFirst ? this.#lis(article) : nothing} ${this.#summary(article)}
        ${this.lisFirst ? nothing : this.#lis(article)} ${this.#sections(article)} ${this.#actions(article.actions)}
        ${this.#foot(article)}`;
      case 'summary':
        return html`${this.#summary(article)} ${this.#whole(article)}`;
      default:
        return html`${this.#sections(article)} ${this.#foot(article)} ${this.#whole(article)}`;
    }
  }

  #language({ lang }: ArticleHead) {
    if (lang === this.i18n.lang) return nothing;
    return html`<p class="notice" lang=${this.i18n.lang}>${this.t('article.italianOnly')}</p>`;
  }

  #summary({ summary }: ArticleHead) {
    return html`<div class="summary" part="summary">${drawBlocks(summary, this.i18n)}</div>`;
  }

  #lis({ lis, lang, title }: ArticleHead) {
    if (!lis) return nothing;
    const player = html`<sportello-lis-video
      lang=${this.i18n.lang}
      .i18n=${this.i18n}
      .clip=${lis}
      .captionsLang=${lang}
      .label=${title}
    ></sportello-lis-video>`;
    if (this.lisFirst) return player;
    return html`<details>
      <summary lang=${this.i18n.lang}>${this.t('article.lis.show')}</summary>
      ${player}
    </details>`;
  }

  #whole({ id }: ArticleHead) {
    const show = (): boolean => this.dispatchEvent(new FollowEvent(id));
    return html`<div>
      <button class="button" lang=${this.i18n.lang} @click=${show}>${this.t('article.whole')}</button>
    </div>`;
  }

  #foot(article: ArticleSoFar) {
    return html`<footer>
      ${article.office ? html`<p lang=${this.i18n.lang}>${this.t('article.office', { office: article.office })}</p>` : nothing}
      ${this.#checked(article)} ${this.#sources(article.sources)}
    </footer>`;
  }

  #sections({ sections }: ArticleSoFar) {
    if (!sections) return this.#waiting();
    return SECTIONS.map((name) => sections.find((section) => section.name === name))
      .filter((section): section is Section => section !== undefined)
      .filter(({ name }) => this.extent === 'all' || this.extent === name)
      .map(
        ({ name, blocks }) =>
          html`<section>
            <h3 id=${name} tabindex="-1" lang=${this.i18n.lang}>${this.t(`article.${name}`)}</h3>
            ${drawBlocks(blocks, this.i18n)}
          </section>`,
      );
  }

  #actions(actions: readonly Link[] = []) {
    if (actions.length === 0) return nothing;
    return html`<ul class="actions">
      ${actions.map(
        ({ label, href }) =>
          html`<li>
            ${drawLink(href, html`${label} ${href.startsWith('https:') ? moreIcons.external : nothing}`, this.i18n, 'button')}
          </li>`,
      )}
    </ul>`;
  }

  #checked({ updated, verifyBy }: ArticleHead) {
    const today = new Date().toISOString().slice(0, 10);
    return verifyBy < today
      ? html`<p class="notice warning" lang=${this.i18n.lang}>
          ${this.t('article.stale', { date: formatDate(verifyBy, this.i18n) })}
        </p>`
      : html`<p lang=${this.i18n.lang}>${this.t('article.checked', { date: formatDate(updated, this.i18n) })}</p>`;
  }

  /** The short answer is there; the rest comes, or has to be asked for again. */
  #waiting() {
    const { lang } = this.i18n;
    if (!this.retry) return html`<p class="coming" role="status" lang=${lang}>${this.t('article.coming')}</p>`;
    return html`<div class="notice warning" role="status" lang=${lang}>
      <p>${this.t('article.missing')}</p>
      <button class="button small" @click=${this.retry}>${this.t('article.retry')}</button>
    </div>`;
  }

  #sources(sources: readonly Link[] = []) {
    if (sources.length === 0) return nothing;
    return html`<div>
      <strong lang=${this.i18n.lang}>${this.t('article.sources')}</strong>
      <ul class="sources">
        ${sources.map(({ label, href }) => html`<li>${drawLink(href, label, this.i18n)}</li>`)}
      </ul>
    </div>`;
  }
}

define('sportello-article', ArticleView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-article': ArticleView;
  }
}
