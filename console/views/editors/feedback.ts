import { html } from 'lit';
import type { ArticleFeedback, EditorsOverview } from '../../../protocol/editors.ts';
import { FEEDBACK_WHY } from '../../../protocol/feedback.ts';
import type { I18n } from '../../../widget/core/i18n.ts';
import type { TableContent } from '../../parts/data-table.ts';
import { fileCell, titleCell } from './cells.ts';

/** The articles that helped least, and what was said of them. */
export function feedbackTable(overview: EditorsOverview, i18n: I18n): TableContent {
  const { feedback, retentionDays } = overview;
  const head = (name: string): string => i18n.t(`console.editors.feedback.${name}`);
  return {
    caption: i18n.t('console.editors.feedback.caption', { count: retentionDays }),
    heads: [
      { words: head('article') },
      { words: head('useless'), number: true },
      { words: head('useful'), number: true },
      { words: head('why') },
      { words: head('file') },
    ],
    rows: feedback.map((article) => [
      titleCell(article, i18n),
      article.useless,
      article.useful,
      reasons(article, i18n),
      fileCell(article, overview, i18n),
    ]),
  };
}

/** The most frequent first. */
function reasons({ why }: ArticleFeedback, i18n: I18n) {
  const given = FEEDBACK_WHY.filter((reason) => why[reason] > 0).toSorted((a, b) => why[b] - why[a]);
  if (given.length === 0) return html`<span class="quiet">${i18n.t('console.editors.feedback.no-reason')}</span>`;
  return html`<ul class="reasons">
    ${given.map((reason) => html`<li>${i18n.t(`console.editors.feedback.reason.${reason}`)}: ${why[reason]}</li>`)}
  </ul>`;
}
