import type { Context } from '../../protocol/conversation.ts';
import { LIMITS } from '../../protocol/limits.ts';

/** What the citizen searched and read since the page was opened. In memory only, handed over only if they agree. */
export interface Visit extends Context {
  /** Whether an article was of use, as the citizen said. */
  helpful: Readonly<Record<string, boolean>>;
}

export const EMPTY_VISIT: Visit = { searches: [], articles: [], helpful: {} };

export function searched(visit: Visit, question: string): Visit {
  const words = question.trim().slice(0, LIMITS.searchText);
  return words ? { ...visit, searches: latest(visit.searches, words) } : visit;
}

export function read(visit: Visit, article: string): Visit {
  return { ...visit, articles: latest(visit.articles, article) };
}

export function judged(visit: Visit, article: string, helpful: boolean): Visit {
  return { ...visit, helpful: { ...visit.helpful, [article]: helpful } };
}

/** What goes along, without the lines the citizen took out. */
export function handedOver(visit: Visit, takenOut: ReadonlySet<string>): Context {
  const kept = (line: string): boolean => !takenOut.has(line);
  return { searches: visit.searches.filter(kept), articles: visit.articles.filter(kept) };
}

/** Each line once, where it was last, and no more than the wire takes. */
function latest(list: readonly string[], line: string): string[] {
  return [...list.filter((other) => other !== line), line].slice(-LIMITS.contextEntries);
}
