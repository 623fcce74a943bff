import { css, html, nothing } from 'lit';
import { SECTIONS, type Article, type Link, type Section } from '../../protocol/article.ts';
import { formatDate } from '../core/format.ts';
import { drawBlocks } from './blocks.ts';
import { define, SportelloElement } from './element.ts';
import { moreIcons } from './more-icons.ts';
import { drawLink } from './link.ts';
import { base, buttons, notices } from './theme.ts';

/**
 * An article: question, short answer, its sections in their order, links, office, sources and date of last check.
 *
 * @csspart summary - The short answer.
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
  static override properties = { article: { attribute: false } };

  declare article: Article | undefined;

  /** To the question. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('h2')?.focus(options));
  }

  protected override render() {
    const { article } = this;
    if (!article) return nothing;
    return html`<article lang=${article.lang}>
      <h2 tabindex="-1">${article.title}</h2>
      <div class="summary" part="summary">${drawBlocks(article.summary, this.i18n)}</div>
      ${this.#sections(article)} ${this.#actions(article.actions)}
      <footer>
        <p>${this.t('article.office', { office: article.office })}</p>
        ${this.#checked(article)} ${this.#sources(article.sources)}
      </footer>
    </article>`;
  }

  #sections({ sections }: Article) {
    return SECTIONS.map((name) => sections.find((section) => section.name === name))
      .filter((section): section is Section => section !== undefined)
      .map(
        (section) =>
          html`<section>
            <h3>${this.t(`article.${section.name}`)}</h3>
            ${drawBlocks(section.blocks, this.i18n)}
          </section>`,
      );
  }

  #actions(actions: readonly Link[]) {
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

  #checked({ updated, verifyBy }: Article) {
    const today = new Date().toISOString().slice(0, 10);
    return verifyBy < today
      ? html`<p class="notice warning">${this.t('article.stale', { date: formatDate(verifyBy, this.i18n) })}</p>`
      : html`<p>${this.t('article.checked', { date: formatDate(updated, this.i18n) })}</p>`;
  }

  #sources(sources: readonly Link[]) {
    if (sources.length === 0) return nothing;
    return html`<div>
      <strong>${this.t('article.sources')}</strong>
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
