import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleHead, Knowledge } from '../../protocol/article.ts';
import { textsFor } from '../core/article-texts.ts';
import { judged } from '../core/visit.ts';
import '../parts/article.ts';
import type { Extent } from '../parts/article.ts';
import { drawChoice } from '../parts/choice.ts';
import type { AskEvent, ChooseEvent, FollowEvent, HelpfulEvent } from '../parts/events.ts';
import '../parts/helpful.ts';
import '../parts/question-box.ts';
import type { Counter } from './counter.ts';
import { drawNotices } from './notices.ts';
import { drawPersons as drawWays } from './persons.ts';

const MOST_RELATED = 5;

/** A person is there: the assistant asks nothing, offers nobody, and answers only what it is asked. */
export function isWithPerson({ citizen }: Counter): boolean {
  return citizen.model.value?.state.phase.name === 'live';
}

/** Shows an answer, from a section on where one is named. */
export function follow({ go }: Counter, { detail: { article, section } }: FollowEvent): void {
  go(section ? { name: 'answer', article, section } : { name: 'answer', article });
}

/**
 * An answer with what belongs under it: was it useful, what else, a question about it, and the one step to a person.
 *
 * @param nearby ids of articles that may be meant as well
 */
export function drawAnswer(
  article: ArticleHead,
  knowledge: Knowledge,
  counter: Counter,
  { nearby = [], extent = 'all' }: { nearby?: readonly string[]; extent?: Extent } = {},
): TemplateResult {
  const related = [...new Set([...nearby, ...article.related])]
    .flatMap((id) => knowledge.articles.find((other) => other.id === id) ?? [])
    .slice(0, MOST_RELATED);
  return html`${drawNotices(counter, article)} ${drawArticle(article, counter, extent)} ${drawHelpful(article, counter)}
  ${isWithPerson(counter) ? nothing : drawBox(knowledge, counter, article.id, counter.i18n.t('question.follow'))}
  ${related.length > 0 ? drawChoices(counter.i18n.t('answer.related'), related, counter) : nothing}
  ${drawPersons(counter.i18n.t('answer.notSolved'), counter)}`;
}

export function drawArticle(article: ArticleHead, counter: Counter, extent: Extent): TemplateResult {
  const texts = textsFor(counter);
  return html`<sportello-article
    .i18n=${counter.i18n}
    .article=${texts.whole(article)}
    .retry=${texts.value === 'failed' ? texts.retry : undefined}
    .extent=${extent}
    .lisFirst=${counter.lisFirst.value}
  ></sportello-article>`;
}

/** Questions to choose from, under a heading. */
export function drawChoices(heading: string, articles: readonly ArticleHead[], { i18n, go }: Counter): TemplateResult {
  return html`<section>
    <h3>${heading}</h3>
    <ul class="choices">
      ${articles.map((article) => drawChoice(article, i18n, (id) => go({ name: 'answer', article: id })))}
    </ul>
  </section>`;
}

/** The ways to a person, under a heading; who is with one needs none. */
export function drawPersons(heading: string, counter: Counter): TemplateResult | typeof nothing {
  return isWithPerson(counter) ? nothing : drawWays(heading, counter);
}

/** A box to ask on in; what is asked there is understood with the article it is about, if any. */
export function drawBox(
  { topics }: Knowledge,
  { i18n, search, go }: Counter,
  about?: string,
  label?: string,
): TemplateResult {
  const ask = ({ detail: { question } }: AskEvent): void =>
    go(about ? { name: 'question', question, about } : { name: 'question', question });
  return html`<sportello-question-box
    .i18n=${i18n}
    .label=${label}
    .search=${search}
    .topics=${new Map(topics.map(({ id, title }) => [id, title]))}
    @sportello-ask=${ask}
    @sportello-choose=${({ detail }: ChooseEvent) => go({ name: 'answer', article: detail.article })}
  ></sportello-question-box>`;
}

export function drawHelpful(article: ArticleHead, counter: Counter): TemplateResult | typeof nothing {
  const { i18n, visit, reports } = counter;
  if (isWithPerson(counter)) return nothing;
  const hear = ({ detail: { article: judgedOne, useful, why } }: HelpfulEvent): void => {
    const { id, lang } = judgedOne;
    visit.set(judged(visit.value, id, useful));
    void reports().then(({ feedback }) => feedback({ article: id, lang, useful, ...(why && { why }) }), ignore);
  };
  return html`<sportello-helpful
    .i18n=${i18n}
    .article=${article}
    .said=${visit.value.helpful[article.id]}
    @sportello-helpful=${hear}
  ></sportello-helpful>`;
}

/** What is told to the editors must never stand in the citizen's way. */
export function ignore(): void {}
