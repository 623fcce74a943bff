import { html, nothing } from 'lit';
import type { EditorsOverview, QuestionGroup } from '../../../protocol/editors.ts';
import { formatDay } from '../../../widget/core/format.ts';
import type { I18n } from '../../../widget/core/i18n.ts';
import type { TableContent } from '../../parts/data-table.ts';
import { fileCell } from './cells.ts';

/** What citizens ask without finding it, alike questions together. */
export function questionsTable(overview: EditorsOverview, i18n: I18n): TableContent {
  const { unanswered, retentionDays, now } = overview;
  const head = (name: string): string => i18n.t(`console.editors.questions.${name}`);
  return {
    caption: i18n.t('console.editors.questions.caption', { count: retentionDays }),
    heads: [
      { words: head('question') },
      { words: head('asked'), number: true },
      { words: head('how') },
      { words: head('last') },
      { words: head('nearest') },
    ],
    rows: unanswered.map((group) => [
      question(group, i18n),
      group.asked,
      how(group, i18n),
      formatDay(group.lastAt, now, i18n),
      nearest(group, overview, i18n),
    ]),
  };
}

function question({ question: text, lang, others }: QuestionGroup, i18n: I18n) {
  const quoted = (words: string): string => i18n.t('console.editors.questions.quoted', { text: words });
  return html`<span lang=${lang}>${quoted(text)}</span> ${
      others.length === 0
        ? nothing
        : html`<div class="also">
            ${i18n.t('console.editors.questions.also')} <span lang=${lang}>${others.map(quoted).join(', ')}</span>
          </div>`
    }`;
}

/** Only what happened at all. */
function how(group: QuestionGroup, i18n: I18n) {
  const ways = (['none', 'unsure', 'contacts'] as const).filter((way) => group[way] > 0);
  return html`<ul class="reasons">
    ${ways.map((way) => html`<li>${i18n.t(`console.editors.questions.way.${way}`, { count: group[way] })}</li>`)}
  </ul>`;
}

function nearest({ nearest: article, lang }: QuestionGroup, overview: EditorsOverview, i18n: I18n) {
  if (article === null) return html`<span class="quiet">${i18n.t('console.editors.questions.nothing-near')}</span>`;
  return html`<span lang=${lang}>${article.title}</span>${fileCell(article, overview, i18n)}`;
}
