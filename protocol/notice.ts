import type { Block } from './article.ts';
import type { Language } from './conversation.ts';

/** Something that holds for a time, as «the portal is down until two»: told before and beside the answers. */
export interface Notice {
  id: string;
  /** Where there is no English text the Italian one is shown, marked as Italian. */
  text: { it: Block[] } & Partial<Record<Language, Block[]>>;
  /** Epoch milliseconds; `until` is the first moment at which it does not hold any more. */
  from: number;
  until: number;
  /** Ids of the topics and of the articles it is about; with none of either it is about everything. */
  topics: string[];
  articles: string[];
}

/** Whether it belongs beside this answer. At the home and on an operator's desk every notice is shown. */
export function isAbout(notice: Notice, article: { id: string; topic: string }): boolean {
  const { topics, articles } = notice;
  if (topics.length === 0 && articles.length === 0) return true;
  return topics.includes(article.topic) || articles.includes(article.id);
}
