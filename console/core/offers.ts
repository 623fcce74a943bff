import type { ArticleHead, Knowledge } from '../../protocol/article.ts';
import type { Message } from '../../protocol/message.ts';

/** How many articles are offered beside the answer box. */
export const OFFERS = 3;

/** Fewer words than this say too little to offer anything. */
const FEWEST_WORDS = 2;
/** The end of a long draft says what it is about now. */
const LONGEST = 200;

/** The part of the search engine that offering needs. */
export interface OfferSearch {
  ask(question: string): { decision: 'answer' | 'unsure' | 'none' | 'emergency'; hits: readonly { id: string }[] };
}

/**
 * The articles worth a place beside the answer box: those that fit what is being written or, as long as that says
 * nothing (a greeting, an empty box), what the citizen wrote last. None when the engine is not sure enough of any.
 */
export function offersFor(
  draft: string,
  messages: readonly Message[],
  search: OfferSearch,
  knowledge: Knowledge,
): ArticleHead[] {
  const last = messages.findLast((message) => message.kind === 'text' && message.from === 'citizen');
  const asked = last?.kind === 'text' ? last.text.slice(0, LONGEST) : '';
  const fitting = [draft.trim().slice(-LONGEST), asked].map((query) => found(query, search, knowledge));
  return fitting.find((articles) => articles.length > 0) ?? [];
}

function found(query: string, search: OfferSearch, knowledge: Knowledge): ArticleHead[] {
  if (words(query) < FEWEST_WORDS) return [];
  const { decision, hits } = search.ask(query);
  return decision === 'none' ? [] : articlesOf(hits, knowledge).slice(0, OFFERS);
}

export function articlesOf(hits: readonly { id: string }[], knowledge: Knowledge): ArticleHead[] {
  return hits.flatMap(({ id }) => knowledge.articles.find((article) => article.id === id) ?? []);
}

/** Articles whose date of check passes within `days` of `today`, the most overdue first. Local dates, YYYY-MM-DD. */
export function articlesToCheck(knowledge: Knowledge, today: string, days = 31): ArticleHead[] {
  const until = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  return knowledge.articles
    .filter(({ verifyBy }) => verifyBy <= until)
    .toSorted((a, b) => a.verifyBy.localeCompare(b.verifyBy));
}

const words = (text: string): number => text.split(/\s+/).filter((word) => word.length > 1).length;
