import type { EditorsOverview } from '../../../protocol/editors.ts';
import type { I18n } from '../../../widget/core/i18n.ts';
import type { TableContent } from '../../parts/data-table.ts';
import { coverageTable } from './coverage.ts';
import { feedbackTable } from './feedback.ts';
import { findingsTable } from './findings.ts';
import { noticesTable } from './notices.ts';
import { questionsTable } from './questions.ts';
import { staleTable } from './stale.ts';

/** One part of the editors' page. */
export interface EditorsSection {
  name: (typeof SECTION_NAMES)[number];
  table: TableContent;
}

/** In the order of the page: what is broken, then what citizens miss, then what is to be kept up. */
const SECTION_NAMES = ['findings', 'questions', 'feedback', 'stale', 'coverage', 'notices'] as const;

const TABLES = {
  findings: findingsTable,
  questions: questionsTable,
  feedback: feedbackTable,
  stale: staleTable,
  coverage: coverageTable,
  notices: noticesTable,
} as const satisfies Record<EditorsSection['name'], (overview: EditorsOverview, i18n: I18n) => TableContent>;

export const editorsSections = (overview: EditorsOverview, i18n: I18n): EditorsSection[] =>
  SECTION_NAMES.map((name) => ({ name, table: TABLES[name](overview, i18n) }));
