import { html } from 'lit';
import type { EditorsOverview } from '../../../protocol/editors.ts';
import { formatMoment } from '../../../widget/core/format-date.ts';
import type { I18n } from '../../../widget/core/i18n.ts';
import type { TableContent } from '../../parts/data-table.ts';
import { fileCell } from './cells.ts';

/** The service notices on file: what citizens are told now, will be and were. */
export function noticesTable(overview: EditorsOverview, i18n: I18n): TableContent {
  return {
    caption: i18n.t('console.editors.notices.caption'),
    heads: ['notice', 'state', 'from', 'until', 'file'].map((head) => ({
      words: i18n.t(`console.editors.notices.${head}`),
    })),
    rows: overview.notices.map((notice) => [
      notice.id,
      html`<span class="badge ${notice.state === 'now' ? 'attention' : ''}"
        >${i18n.t(`console.editors.notices.state-of.${notice.state}`)}</span
      >`,
      formatMoment(notice.from, i18n),
      formatMoment(notice.until, i18n),
      fileCell(notice, overview, i18n),
    ]),
  };
}
