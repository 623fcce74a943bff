import { html, nothing, type PropertyValues } from 'lit';
import type { SectionName } from '../../protocol/article.ts';
import { textsFor } from '../core/article-texts.ts';
import { read } from '../core/visit.ts';
import { define } from '../parts/element.ts';
import type { FollowEvent } from '../parts/events.ts';
import { drawAnswer, drawPersons, follow } from './reading.ts';
import { View, viewStyles } from './view.ts';

/** One answer. */
export class AnswerView extends View {
  static override styles = viewStyles;
  static override properties = { article: { attribute: false }, section: { attribute: false } };

  /** The article's id. */
  declare article: string;
  /** Where reading begins, if not at its head. */
  declare section: SectionName | undefined;

  constructor() {
    super();
    this.watch(({ shelf }) => shelf);
    this.watch(textsFor);
    this.watch(({ status }) => status);
    this.watch(({ visit }) => visit);
    this.watch(({ lisFirst }) => lisFirst);
    this.watch(({ citizen }) => citizen.model);
  }

  protected override render() {
    const { shelf, i18n } = this.counter;
    if (shelf.value.name !== 'ready') return nothing;
    const { knowledge } = shelf.value;
    const article = knowledge.articles.find(({ id }) => id === this.article);
    return html`<div class="stack" @sportello-follow=${(event: FollowEvent) => follow(this.counter, event)}>
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
    void this.updateComplete.then(async () => {
      const article = this.renderRoot.querySelector('sportello-article');
      await article?.updateComplete;
      if (article && this.section) article.showSection(this.section);
      else article?.focus();
    });
  }
}

define('sportello-answer', AnswerView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-answer': AnswerView;
  }
}
