import { css, html, nothing } from 'lit';
import type { ArticleHead, Knowledge } from '../../protocol/article.ts';
import { drawChoice } from '../parts/choice.ts';
import { define } from '../parts/element.ts';
import type { AskEvent, ChooseEvent } from '../parts/events.ts';
import '../parts/question-box.ts';
import { drawPersons } from './persons.ts';
import { View, viewStyles } from './view.ts';

const MOST_POPULAR = 5;

/** The first screen: ask, see what others ask, look through the topics, or talk to a person. */
export class HomeView extends View {
  static override styles = [
    ...viewStyles,
    css`
      .topics {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
        gap: 8px;
        padding: 0;
        list-style: none;
      }

      .topic {
        display: block;
        width: 100%;
        height: 100%;
        padding: 12px;
        border: 1px solid var(--sportello-border);
        border-radius: var(--sportello-radius);
        background: var(--sportello-surface);
        color: var(--sportello-primary);
        font-weight: 600;
        line-height: 1.35;
        text-align: start;
        cursor: pointer;
      }

      .topic:hover {
        border-color: var(--sportello-primary);
        background: var(--sportello-tint);
      }

      .topic small {
        display: block;
        color: var(--sportello-text-quiet);
        font-weight: 400;
      }

      .bone {
        height: 48px;
        border-radius: var(--sportello-radius);
        background: var(--sportello-surface-2);
      }
    `,
  ];

  #learnt = false;

  constructor() {
    super();
    this.watch(({ shelf }) => shelf);
    this.watch(({ status }) => status);
    this.watch(({ lisFirst }) => lisFirst);
    this.watch(({ later }) => later.reopening);
    this.watch(({ citizen }) => citizen.model);
  }

  protected override render() {
    const { shelf, lisFirst } = this.counter;
    const knowledge = shelf.value.name === 'ready' ? shelf.value.knowledge : undefined;
    const talk = drawPersons(this.t('home.talk'), this.counter);
    return html`<div class="stack">
      <h2 tabindex="-1">${this.t('home.greeting')}</h2>
      ${this.#notices()} ${lisFirst.value ? talk : nothing} ${this.#search(knowledge)}
      ${knowledge ? this.#shelf(knowledge) : this.#empty()} ${lisFirst.value ? nothing : talk}
    </div>`;
  }

  /** The element and its words come with the first notice there is; the place is there before, so that it is read out. */
  #notices() {
    const { status, learn } = this.counter;
    const desk = status.value.name === 'known' ? status.value.status : undefined;
    const notices = desk?.notices ?? [];
    if (notices.length && !this.#learnt) {
      this.#learnt = true;
      void Promise.all([learn('notices'), import('../parts/notices.ts')]).then(() => this.requestUpdate());
    }
    return html`<div role="status" class="notices">
      ${desk && notices.length ? html`<sportello-notices .i18n=${this.i18n} .notices=${notices} .now=${desk.now}></sportello-notices>` : nothing}
    </div>`;
  }

  #search(knowledge: Knowledge | undefined) {
    return html`<sportello-question-box
      .i18n=${this.i18n}
      .search=${() => this.counter.search()}
      .topics=${new Map(knowledge?.topics.map(({ id, title }) => [id, title]))}
      @sportello-ask=${({ detail }: AskEvent) => this.counter.go({ name: 'question', question: detail.question })}
      @sportello-choose=${({ detail }: ChooseEvent) => this.counter.go({ name: 'answer', article: detail.article })}
    ></sportello-question-box>`;
  }

  #shelf(knowledge: Knowledge) {
    const popular = knowledge.featured
      .map((id) => knowledge.articles.find((article) => article.id === id))
      .filter((article): article is ArticleHead => article !== undefined)
      .slice(0, MOST_POPULAR);
    return html`<section>
        <h3>${this.t('home.popular')}</h3>
        <ul class="choices">
          ${popular.map((article) => drawChoice(article, this.i18n, (id) => this.counter.go({ name: 'answer', article: id })))}
        </ul>
      </section>
      <section>
        <h3>${this.t('home.topics')}</h3>
        <ul class="topics">
          ${knowledge.topics.map((topic) => this.#topic(topic, knowledge))}
        </ul>
      </section>`;
  }

  #topic({ id, title }: Knowledge['topics'][number], { articles, lang }: Knowledge) {
    const count = articles.filter(({ topic }) => topic === id).length;
    if (count === 0) return nothing;
    return html`<li>
      <button class="topic" @click=${() => this.counter.go({ name: 'topic', topic: id })}>
        <span lang=${lang}>${title}</span> <small>${this.t('home.articles', { count })}</small>
      </button>
    </li>`;
  }

  #empty() {
    if (this.counter.shelf.value.name === 'loading') {
      return Array.from({ length: MOST_POPULAR }, () => html`<div class="bone"></div>`);
    }
    return html`<div class="notice warning">
      <p>${this.t('home.failed')}</p>
      <button class="button small" @click=${() => this.counter.shelf.load(this.i18n.lang)}>
        ${this.t('panel.retry')}
      </button>
    </div>`;
  }
}

define('sportello-home', HomeView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-home': HomeView;
  }
}
