import type { Context } from '../../protocol/conversation.ts';
import { LIMITS } from '../../protocol/limits.ts';

/** What the citizen did since the page was opened. In memory only; handed over only as far as they agree. */
export interface Visit {
  searches: readonly string[];
  /** Ids of the articles read. */
  articles: readonly string[];
  /** Whether an article was of use, as the citizen said. */
  helpful: Readonly<Record<string, boolean>>;
  /** Searches and article ids the citizen does not want to hand over. */
  takenOut: readonly string[];
  /** As the citizen wants to be called; may be empty. */
  name: string;
  /** The conversation, and the reason for proposing a message there, that the citizen chose to go on waiting in. */
  keepsWaiting: string;
}

export const EMPTY_VISIT: Visit = { searches: [], articles: [], helpful: {}, takenOut: [], name: '', keepsWaiting: '' };

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

export function takenOut(visit: Visit, line: string): Visit {
  return { ...visit, takenOut: [...visit.takenOut, line] };
}

/** Whether the citizen has heard of this proposal, and waits on. */
export function keepsWaiting(visit: Visit, conversationId: string, why: string): boolean {
  return visit.keepsWaiting === `${conversationId} ${why}`;
}

/** What goes along to the operator. */
export function handedOver(visit: Visit): Context {
  const kept = (line: string): boolean => !visit.takenOut.includes(line);
  return { searches: visit.searches.filter(kept), articles: visit.articles.filter(kept) };
}

/** Each line once, where it was last, and no more than the wire takes. */
function latest(list: readonly string[], line: string): string[] {
  return [...list.filter((other) => other !== line), line].slice(-LIMITS.contextEntries);
}
