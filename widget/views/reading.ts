import { html, nothing, type TemplateResult } from 'lit';
import type { Article, Knowledge } from '../../protocol/article.ts';
import { channelOrder } from '../core/help-desk.ts';
import { judged } from '../core/visit.ts';
import '../parts/article.ts';
import '../parts/channels.ts';
import type { ChannelEvent } from '../parts/events.ts';
import { icons } from '../parts/icons.ts';
import type { Counter } from './counter.ts';

const MOST_RELATED = 5;

/**
 * An answer with what belongs under it: was it useful, what else, and the one step to a person.
 *
 * @param nearby ids of articles that may be meant as well
 */
export function drawAnswer(
  article: Article,
  knowledge: Knowledge,
  counter: Counter,
  nearby: readonly string[] = [],
): TemplateResult {
  const related = [...new Set([...nearby, ...article.related])]
    .flatMap((id) => knowledge.articles.find((other) => other.id === id) ?? [])
    .slice(0, MOST_RELATED);
  return html`<sportello-article .i18n=${counter.i18n} .article=${article}></sportello-article>
    ${drawHelpful(article.id, counter)}
    ${related.length > 0 ? drawChoices(counter.i18n.t('answer.related'), related, counter) : nothing}
    ${drawPersons(counter.i18n.t('answer.notSolved'), counter)}`;
}

/** Questions to choose from, under a heading. */
export function drawChoices(heading: string, articles: readonly Article[], counter: Counter): TemplateResult {
  return html`<section>
    <h3>${heading}</h3>
    <ul class="choices">
      ${articles.map(
        ({ id, title, lang }) =>
          html`<li>
            <button class="choice" lang=${lang} @click=${() => counter.go({ name: 'answer', article: id })}>
              <span>${title}</span>${icons.forward}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** The ways to a person, under a heading. */
export function drawPersons(heading: string, { i18n, status, lisFirst, go }: Counter): TemplateResult {
  return html`<section>
    <h3>${heading}</h3>
    <sportello-channels
      .i18n=${i18n}
      .desk=${status.value}
      .order=${channelOrder(lisFirst.value)}
      @sportello-channel=${({ detail }: ChannelEvent) => go({ name: 'handover', service: detail.service })}
    ></sportello-channels>
  </section>`;
}

function drawHelpful(article: string, { i18n, visit }: Counter): TemplateResult {
  const said = visit.value.helpful[article];
  const answer = (helpful: boolean) => () => visit.set(judged(visit.value, article, helpful));
  const button = (helpful: boolean, words: string) =>
    html`<button
      class="button small ${said === helpful ? 'primary' : ''}"
      aria-pressed=${said === helpful ? 'true' : 'false'}
      @click=${answer(helpful)}
    >
      ${words}
    </button>`;
  return html`<section role="group" aria-labelledby="helpful" class="row">
    <h3 id="helpful">${i18n.t('answer.helpful')}</h3>
    ${button(true, i18n.t('answer.yes'))} ${button(false, i18n.t('answer.no'))}
    <p role="status">${said === undefined ? '' : i18n.t(said ? 'answer.thanksYes' : 'answer.thanksNo')}</p>
  </section>`;
}
