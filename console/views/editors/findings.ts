import { html } from 'lit';
import type { EditorsOverview, FileFinding } from '../../../protocol/editors.ts';
import type { I18n } from '../../../widget/core/i18n.ts';
import { icons } from '../../parts/icons.ts';
import type { TableContent } from '../../parts/data-table.ts';
import { fileCell } from './cells.ts';

/** What is wrong in the files, and what citizens see of them meanwhile. */
export function findingsTable(overview: EditorsOverview, i18n: I18n): TableContent {
  const { findings } = overview;
  return {
    caption: i18n.t('console.editors.findings.caption'),
    heads: ['file', 'message', 'shown'].map((head) => ({ words: i18n.t(`console.editors.findings.${head}`) })),
    rows: findings.map((finding) => [
      fileCell(finding, overview, i18n),
      message(finding, i18n),
      i18n.t(`console.editors.findings.shown-as.${finding.shown}`),
    ]),
  };
}

/** The check speaks Italian, as the editors do. */
function message({ severity, message: text }: FileFinding, i18n: I18n) {
  const words = i18n.t(`console.editors.findings.severity.${severity}`);
  return html`<span class="badge ${severity === 'error' ? 'late' : 'attention'}">${icons.warning}${words}</span>
    <span lang="it">${text}</span>`;
}
