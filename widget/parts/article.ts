import { html } from 'lit';
import type { Article } from '../../protocol/article.ts';
import { define, SportelloElement } from './element.ts';
import { base } from './theme.ts';

/** An article: question, short answer, its sections in order, sources and date of last check, office. */
export class ArticleView extends SportelloElement {
  static override styles = [base];
  static override properties = { article: { attribute: false } };

  declare article: Article | undefined;

  protected override render() {
    return html`${this.article?.title}`;
  }
}

define('sportello-article', ArticleView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-article': ArticleView;
  }
}
