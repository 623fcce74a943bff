import { html, nothing } from 'lit';
import type { Knowledge } from '../../protocol/article.ts';
import { define } from '../parts/element.ts';
import { icons } from '../parts/icons.ts';
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
  }

  protected override render() {
    const { shelf } = this.counter;
    return shelf.value.name === 'ready' ? this.#list(shelf.value.knowledge) : nothing;
  }

  #list({ topics, articles, lang }: Knowledge) {
    const topic = topics.find(({ id }) => id === this.topic);
    return html`<div class="stack" lang=${lang}>
      <div>
        <h2 tabindex="-1">${topic?.title}</h2>
        <p>${topic?.description}</p>
      </div>
      <ul class="choices">
        ${articles.filter((article) => article.topic === this.topic).map((article) => this.#choice(article))}
      </ul>
    </div>`;
  }

  #choice({ id, title }: Knowledge['articles'][number]) {
    return html`<li>
      <button class="choice" @click=${() => this.counter.go({ name: 'answer', article: id })}>
        <span>${title}</span>${icons.forward}
      </button>
    </li>`;
  }
}

define('sportello-topic', TopicView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-topic': TopicView;
  }
}
