import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleHead, Knowledge } from '../../protocol/article.ts';
import type { FollowUp } from '../core/follow-up.ts';
import { guideFor } from '../core/guide.ts';
import { unreachable } from '../core/unreachable.ts';
import { icons } from '../parts/icons.ts';
import type { Hit, Part, SearchAnswer } from '../search/index.ts';
import type { Counter } from './counter.ts';
import { drawAnswer, drawArticle, drawBox, drawChoices, drawHelpful, drawPersons } from './reading.ts';

const MOST_CHOICES = 4;
const MOST_NEARBY = 2;

export interface Asked {
  question: string;
  /** The article that was being read. */
  about: ArticleHead | undefined;
  outcome: FollowUp;
}

/** What a question came to, in the articles' own words; the interface adds headings and the ways on. */
export function drawOutcome({ question, about, outcome }: Asked, knowledge: Knowledge, counter: Counter) {
  switch (outcome.name) {
    case 'section':
      if (!about) return nothing;
      return html`<p class="quiet-text">${counter.i18n.t('question.fromAnswer')}</p>
        ${drawAnswer(about, knowledge, counter, { extent: outcome.section })}`;
    case 'found': {
      const { found, inContext } = outcome;
      if (found.parts.length > 1) return drawParts(found.parts, knowledge, counter);
      return html`${
        inContext && found.hits.length > 0
          ? html`<p class="quiet-text">${counter.i18n.t('question.inContext')}</p>`
          : nothing
      }
      ${drawFound({ question, about }, found, knowledge, counter)}`;
    }
    default:
      return unreachable(outcome);
  }
}

function drawFound(
  { question, about }: Pick<Asked, 'question' | 'about'>,
  found: SearchAnswer,
  knowledge: Knowledge,
  counter: Counter,
): TemplateResult {
  const { i18n } = counter;
  const [first, ...others] = articlesOf(found.hits, knowledge);
  if (!first) {
    return html`${drawNone(found, counter)} ${drawBox(knowledge, counter, about?.id)}
    ${drawPersons(i18n.t('home.talk'), counter)}`;
  }
  const guide = guideFor(question, found, knowledge);
  if (found.decision === 'answer' && !guide) {
    return drawAnswer(first, knowledge, counter, { nearby: others.slice(0, MOST_NEARBY).map(({ id }) => id) });
  }
  const choices = guide
    ? html`${drawChoices(i18n.t('question.broad', { topic: guide.topic.title }), guide.articles, counter)}
      ${drawWholeTopic(guide.topic, counter)}`
    : drawChoices(i18n.t('question.unsure'), [first, ...others].slice(0, MOST_CHOICES), counter);
  return html`${choices} ${drawKept(found, counter)} ${drawBox(knowledge, counter, about?.id)}
  ${drawPersons(i18n.t('answer.notSolved'), counter)}`;
}

/** Each question with its own answer, or its own honest word, one below the other. */
function drawParts(parts: readonly Part[], knowledge: Knowledge, counter: Counter): TemplateResult {
  const { i18n } = counter;
  return html`<p>${i18n.t('question.several', { count: parts.length })}</p>
    ${parts.map((part) => html`<section class="part stack">${drawPart(part, knowledge, counter)}</section>`)}
    ${drawBox(knowledge, counter)} ${drawPersons(i18n.t('answer.notSolved'), counter)}`;
}

function drawPart({ question, decision, hits }: Part, knowledge: Knowledge, counter: Counter): TemplateResult {
  const { i18n } = counter;
  const found = articlesOf(hits, knowledge);
  const [first] = found;
  if (first && decision === 'answer') {
    // A sure answer brings its own heading.
    return html`<p class="asked quiet-text">«${question}»</p>
      ${drawArticle(first, counter, 'summary')} ${drawHelpful(first, counter)}`;
  }
  const heading = html`<h2 class="asked">«${question}»</h2>`;
  if (!first || decision === 'none') {
    return html`${heading}
      <p>${i18n.t('question.none')}</p>`;
  }
  return html`${heading} ${drawChoices(i18n.t('question.unsure'), found.slice(0, MOST_CHOICES), counter)}`;
}

function drawNone(found: SearchAnswer, counter: Counter): TemplateResult {
  const { i18n } = counter;
  return html`<div>
    <p><strong>${i18n.t('question.none')}</strong></p>
    <p>${i18n.t(isAnybodyThere(counter) ? 'question.noneNext' : 'question.noneClosed')}</p>
    ${drawKept(found, counter)}
  </div>`;
}

/** Where it is not known, it is not ruled out. */
function isAnybodyThere({ status: { value } }: Counter): boolean {
  return value.name !== 'known' || Object.values(value.status.services).some(({ state }) => state === 'open');
}

/** What is kept is said where it is kept; what somebody in danger writes is not. */
function drawKept({ emergency }: SearchAnswer, { i18n }: Counter) {
  return emergency ? nothing : html`<p class="quiet-text">${i18n.t('question.kept')}</p>`;
}

function drawWholeTopic({ id, title }: Knowledge['topics'][number], { i18n, go }: Counter): TemplateResult {
  return html`<button class="choice" @click=${() => go({ name: 'topic', topic: id })}>
    <span>${i18n.t('question.allOf', { topic: title })}</span>${icons.forward}
  </button>`;
}

function articlesOf(hits: readonly Hit[], { articles }: Knowledge): ArticleHead[] {
  return hits.flatMap(({ id }) => articles.find((article) => article.id === id) ?? []);
}
