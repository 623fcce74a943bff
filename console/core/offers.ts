import type { Article, Knowledge } from '../../protocol/article.ts';
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

/** What to look for: what is being written, or else what the citizen wrote last. */
export function offerQuery(draft: string, messages: readonly Message[]): string {
  const written = draft.trim().slice(-LONGEST);
  if (words(written) >= FEWEST_WORDS) return written;
  const last = messages.findLast((message) => message.kind === 'text' && message.from === 'citizen');
  const asked = last?.kind === 'text' ? last.text.slice(0, LONGEST) : '';
  return words(asked) >= FEWEST_WORDS ? asked : '';
}

/** The articles worth a place beside the answer box; none when the engine is not sure enough of any. */
export function offersFor(query: string, search: OfferSearch, knowledge: Knowledge): Article[] {
  if (query === '') return [];
  const { decision, hits } = search.ask(query);
  if (decision === 'none') return [];
  return articlesOf(hits, knowledge).slice(0, OFFERS);
}

export function articlesOf(hits: readonly { id: string }[], knowledge: Knowledge): Article[] {
  return hits.flatMap(({ id }) => knowledge.articles.find((article) => article.id === id) ?? []);
}

/** Articles whose date of check passes within `days` of `today`, the most overdue first. Local dates, YYYY-MM-DD. */
export function articlesToCheck(knowledge: Knowledge, today: string, days = 31): Article[] {
  const until = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  return knowledge.articles
    .filter(({ verifyBy }) => verifyBy <= until)
    .toSorted((a, b) => a.verifyBy.localeCompare(b.verifyBy));
}

const words = (text: string): number => text.split(/\s+/).filter((word) => word.length > 1).length;
