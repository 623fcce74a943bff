import type { EditorsOverview } from '../../../protocol/editors.ts';
import { formatDate } from '../../../widget/core/format-date.ts';
import type { I18n } from '../../../widget/core/i18n.ts';
import type { TableContent } from '../../parts/data-table.ts';
import { fileCell, titleCell } from './cells.ts';

/** Articles that were to be checked again by a day that has passed. */
export function staleTable(overview: EditorsOverview, i18n: I18n): TableContent {
  return {
    caption: i18n.t('console.editors.stale.caption'),
    heads: ['article', 'by', 'file'].map((head) => ({ words: i18n.t(`console.editors.stale.${head}`) })),
    rows: overview.stale.map((article) => [
      titleCell(article, i18n),
      formatDate(article.verifyBy, i18n),
      fileCell(article, overview, i18n),
    ]),
  };
}
