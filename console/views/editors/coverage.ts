import type { EditorsOverview, TopicCoverage } from '../../../protocol/editors.ts';
import type { I18n } from '../../../widget/core/i18n.ts';
import type { TableContent } from '../../parts/data-table.ts';

const NUMBERS = ['articles', 'without-english', 'stale', 'broken', 'unanswered'] as const;

/** How much there is on each topic, and what of it wants work. */
export function coverageTable({ coverage }: EditorsOverview, i18n: I18n): TableContent {
  const total = coverage.reduce((sum, { articles }) => sum + articles.it, 0);
  return {
    caption: i18n.t('console.editors.coverage.caption', { count: total, topics: coverage.length }),
    heads: [
      { words: i18n.t('console.editors.coverage.topic') },
      ...NUMBERS.map((name) => ({ words: i18n.t(`console.editors.coverage.${name}`), number: true })),
    ],
    rows: coverage.map((topic) => [topic.title, ...NUMBERS.map((name) => numberOf(topic, name))]),
  };
}

function numberOf({ articles, ...topic }: TopicCoverage, name: (typeof NUMBERS)[number]): number {
  if (name === 'articles') return articles.it;
  return name === 'without-english' ? Math.max(0, articles.it - articles.en) : topic[name];
}
