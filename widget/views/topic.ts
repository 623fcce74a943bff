import { html, nothing } from 'lit';
import type { ArticleHead, Knowledge } from '../../protocol/article.ts';
import { textsFor } from '../core/article-texts.ts';
import { drawChoice } from '../parts/choice.ts';
import { define } from '../parts/element.ts';
import { View, viewStyles } from './view.ts';

/** One topic and its answers. */
export class TopicView extends View {
  static override styles = viewStyles;
  static override properties = { topic: { attribute: false } };

  /** The topic's id. */
  declare topic: string;

  constructor() {
    super();
    this.watch(({ shelf }) => shelf);
    // Who looks through a topic will read one of its answers.
    this.watch(textsFor);
  }

  protected override render() {
    const { shelf } = this.counter;
    return shelf.value.name === 'ready' ? this.#list(shelf.value.knowledge) : nothing;
  }

  #list({ topics, articles, lang }: Knowledge) {
    const topic = topics.find(({ id }) => id === this.topic);
    return html`<div class="stack">
      <div lang=${lang}>
        <h2 tabindex="-1">${topic?.title}</h2>
        <p>${topic?.description}</p>
      </div>
      <ul class="choices">
        ${articles.filter((article) => article.topic === this.topic).map((article) => this.#choice(article))}
      </ul>
    </div>`;
  }

  #choice(article: ArticleHead) {
    return drawChoice(article, this.i18n, (id) => this.counter.go({ name: 'answer', article: id }));
  }
}

define('sportello-topic', TopicView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-topic': TopicView;
  }
}
