import { html, nothing, type PropertyValues } from 'lit';
import { read } from '../core/visit.ts';
import { define } from '../parts/element.ts';
import { drawAnswer, drawPersons } from './reading.ts';
import { View, viewStyles } from './view.ts';

/** One answer. */
export class AnswerView extends View {
  static override styles = viewStyles;
  static override properties = { article: { attribute: false } };

  /** The article's id. */
  declare article: string;

  constructor() {
    super();
    this.watch(({ shelf }) => shelf);
    this.watch(({ status }) => status);
    this.watch(({ visit }) => visit);
  }

  protected override render() {
    const { shelf, i18n } = this.counter;
    if (shelf.value.name !== 'ready') return nothing;
    const { knowledge } = shelf.value;
    const article = knowledge.articles.find(({ id }) => id === this.article);
    return html`<div class="stack">
      ${
        article
          ? drawAnswer(article, knowledge, this.counter)
          : html`<h2 tabindex="-1">${i18n.t('answer.missing')}</h2>
              ${drawPersons(i18n.t('home.talk'), this.counter)}`
      }
    </div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('article')) return;
    this.scrollTop = 0;
    const { visit } = this.counter;
    visit.set(read(visit.value, this.article));
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('sportello-article')?.focus());
  }
}

define('sportello-answer', AnswerView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-answer': AnswerView;
  }
}
