import { relative } from 'node:path';
import { language, type Language } from '../../protocol/conversation.ts';
import type {
  ArticleFeedback,
  EditorsOverview,
  FileFinding,
  NoticeFile,
  QuestionGroup,
  StaleArticle,
  TopicCoverage,
} from '../../protocol/editors.ts';
import { FEEDBACK_WHY, type FeedbackWhy } from '../../protocol/feedback.ts';
import { createSearch, type Search } from '../../widget/search/index.ts';
import type { Edition } from '../knowledge/edition.ts';
import { dayAt } from '../knowledge/local-time.ts';
import { checkQuality } from '../knowledge/quality.ts';
import type { Source } from '../knowledge/read-article.ts';
import type { FeedbackSum, QuestionRecord } from '../store/store.ts';
import { groupQuestions, lastAt, type Group } from './group-questions.ts';

export interface OverviewFacts {
  edition: Edition;
  /** Of the knowledge base. */
  dir: string;
  questions: QuestionRecord[];
  feedback: FeedbackSum[];
  now: number;
  retentionDays: number;
  editBase: string | null;
}

/** So many groups of questions are told, and so many other wordings of each. */
const MOST_GROUPS = 100;
const MOST_WORDINGS = 5;

/** What editors look at, out of what the files say and what citizens left behind. */
export function makeOverview(facts: OverviewFacts): EditorsOverview {
  const { edition, dir, questions, feedback, now, retentionDays, editBase } = facts;
  const today = dayAt(now);
  const sources = edition.languages.flatMap((one) => one.sources);
  const articles = new Map(
    sources.map((source) => [keyOf(source.article), { source, file: relative(dir, source.file) }]),
  );
  const stale = staleOf(sources, dir, today);
  const findings = findingsOf(edition, dir, today);
  const groups = groupQuestions(questions).slice(0, MOST_GROUPS);
  const unanswered = groups.map((group) => describe(group, searchOf(edition), articles));
  return {
    now,
    editBase,
    retentionDays,
    coverage: coverageOf(edition, stale, findings, unanswered),
    unanswered,
    feedback: feedbackOf(feedback, articles),
    stale,
    findings,
    notices: edition.notices.map(({ file, notice }): NoticeFile => {
      const { id, from, until } = notice;
      const state = now < from ? 'coming' : now < until ? 'now' : 'past';
      return { id, file: relative(dir, file), from, until, state };
    }),
  };
}

type Articles = ReadonlyMap<string, { source: Source; file: string }>;

const keyOf = ({ lang, id }: { lang: Language; id: string }): string => `${lang} ${id}`;

/** Made once for an edition: reading all articles takes a while. */
const searches = new WeakMap<Edition, Search>();
function searchOf(edition: Edition): Search {
  const known = searches.get(edition);
  if (known) return known;
  const [italian, ...others] = edition.languages.map(({ knowledge }) => knowledge);
  if (!italian) throw new Error('an edition has every language');
  const made = createSearch(italian, ...others);
  searches.set(edition, made);
  return made;
}

function describe({ wordings, records }: Group, search: Search, articles: Articles): QuestionGroup {
  const [question = '', ...others] = wordings;
  const count = (test: (record: QuestionRecord) => boolean): number => records.filter(test).length;
  const [first] = search.ask(question).hits;
  const nearest = first && articles.get(`it ${first.id}`);
  return {
    question,
    lang: records.at(-1)?.language ?? 'it',
    others: others.slice(0, MOST_WORDINGS),
    asked: records.length,
    none: count(({ decision }) => decision === 'none'),
    unsure: count(({ decision }) => decision === 'unsure'),
    contacts: count(({ contact }) => contact),
    lastAt: lastAt({ records }),
    nearest: nearest
      ? { id: nearest.source.article.id, title: nearest.source.article.title, file: nearest.file }
      : null,
  };
}

function staleOf(sources: readonly Source[], dir: string, today: string): StaleArticle[] {
  return sources
    .filter(({ article }) => article.verifyBy < today)
    .map(({ file, article: { id, lang, title, verifyBy } }) => ({
      id,
      lang,
      title,
      verifyBy,
      file: relative(dir, file),
    }))
    .sort((a, b) => a.verifyBy.localeCompare(b.verifyBy));
}

/** What stops an article, and what makes it worse. */
function findingsOf(edition: Edition, dir: string, today: string): FileFinding[] {
  const quality = edition.languages.flatMap(({ sources }) => checkQuality(sources, today));
  const all: FileFinding[] = [
    ...edition.findings,
    ...quality.map((finding) => ({ ...finding, file: relative(dir, finding.file), shown: 'current' as const })),
  ];
  return all.sort((a, b) => a.severity.localeCompare(b.severity) || a.file.localeCompare(b.file) || a.line - b.line);
}

function coverageOf(
  edition: Edition,
  stale: StaleArticle[],
  findings: FileFinding[],
  unanswered: QuestionGroup[],
): TopicCoverage[] {
  const topicOfFile = (file: string): string => file.split('/').at(-2) ?? '';
  const broken = new Set(findings.filter(({ shown }) => shown !== 'current').map(({ file }) => file));
  const [italian] = edition.languages;
  return (italian?.knowledge.topics ?? []).map(({ id, title }) => {
    const of = (lang: Language): number => {
      const loaded = edition.languages.find(({ knowledge }) => knowledge.lang === lang);
      return loaded?.knowledge.articles.filter(({ topic }) => topic === id).length ?? 0;
    };
    const articles = Object.fromEntries(language.options.map((lang) => [lang, of(lang)])) as Record<Language, number>;
    return {
      topic: id,
      title,
      articles,
      stale: stale.filter(({ file }) => topicOfFile(file) === id).length,
      broken: [...broken].filter((file) => topicOfFile(file) === id).length,
      unanswered: unanswered.filter(({ nearest }) => nearest !== null && topicOfFile(nearest.file) === id).length,
    };
  });
}

/** Articles of which somebody said that they were of no use: most often first, then by their share. */
function feedbackOf(sums: readonly FeedbackSum[], articles: Articles): ArticleFeedback[] {
  const byArticle = Map.groupBy(sums, ({ language: lang, article }) => keyOf({ lang, id: article }));
  return [...byArticle]
    .flatMap(([key, own]): ArticleFeedback[] => {
      const found = articles.get(key);
      if (!found) return [];
      const { id, lang, title } = found.source.article;
      const counted = (verdict: FeedbackSum['verdict']): number =>
        own.filter((sum) => sum.verdict === verdict).reduce((sum, { count }) => sum + count, 0);
      const why = Object.fromEntries(FEEDBACK_WHY.map((one) => [one, counted(one)])) as Record<FeedbackWhy, number>;
      const useless = counted('useless') + Object.values(why).reduce((sum, count) => sum + count, 0);
      return [{ id, lang, title, file: found.file, useful: counted('useful'), useless, why }];
    })
    .filter(({ useless }) => useless > 0)
    .sort((a, b) => b.useless - a.useless || a.useful - b.useful);
}
