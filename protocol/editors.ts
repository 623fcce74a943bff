import type { Language } from './conversation.ts';
import type { FeedbackWhy } from './feedback.ts';

/*
 * `GET /api/editors/overview`, for a session with the role `editor` or `supervisor`: answered with
 * `{ ok: true, overview }`, or with `not-signed-in` or `forbidden`. A `file` is relative to the knowledge base.
 */

export interface EditorsOverview {
  /** Epoch milliseconds, the server's clock. */
  now: number;
  /** What `file` is appended to for an address to edit it at; null where there is none: show the path. */
  editBase: string | null;
  /** For how many days questions and feedback are kept. */
  retentionDays: number;
  coverage: TopicCoverage[];
  /** What citizens ask without finding, the most asked first. */
  unanswered: QuestionGroup[];
  /** Articles that were of no use to somebody, the worst first. */
  feedback: ArticleFeedback[];
  /** Past their `verify-by`, the longest first. */
  stale: StaleArticle[];
  /** What should be put right in the files, errors first. */
  findings: FileFinding[];
  notices: NoticeFile[];
}

export interface TopicCoverage {
  topic: string;
  title: string;
  /** Published articles. */
  articles: Record<Language, number>;
  stale: number;
  /** Articles that have errors and are shown as they last were, or not at all. */
  broken: number;
  /** Questions of `unanswered` whose nearest article is in this topic. */
  unanswered: number;
}

export interface QuestionGroup {
  /** The wording used most often; masked. */
  question: string;
  lang: Language;
  /** Other wordings, at most five. */
  others: string[];
  /** How often it was asked in all, and of these: nothing found, several candidates, a person asked for. */
  asked: number;
  none: number;
  unsure: number;
  contacts: number;
  lastAt: number;
  /** What the search would show first for it today; null for nothing. */
  nearest: { id: string; title: string; file: string } | null;
}

export interface ArticleFeedback {
  id: string;
  lang: Language;
  title: string;
  file: string;
  useful: number;
  useless: number;
  why: Record<FeedbackWhy, number>;
}

export interface StaleArticle {
  id: string;
  lang: Language;
  title: string;
  file: string;
  /** Local date, YYYY-MM-DD. */
  verifyBy: string;
}

export interface FileFinding {
  file: string;
  /** Counted from 1. */
  line: number;
  /** In Italian: what is wrong and what to do. */
  message: string;
  severity: 'error' | 'warning';
  /** What citizens see of the file meanwhile: as it is, as it last was without errors, or nothing. */
  shown: 'current' | 'last-good' | 'nothing';
}

export interface NoticeFile {
  id: string;
  file: string;
  /** Epoch milliseconds. */
  from: number;
  until: number;
  state: 'coming' | 'now' | 'past';
}
