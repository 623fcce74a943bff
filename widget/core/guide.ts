import type { ArticleHead, Knowledge, Topic } from '../../protocol/article.ts';
import type { SearchAnswer } from '../search/index.ts';
import { stem } from '../search/stem.ts';
import { isStopWord } from '../search/stop-words.ts';
import { tokenise } from '../search/tokens.ts';

/** A word so broad that its topic is all it says, and the questions most asked under it. */
export interface Guide {
  topic: Topic;
  articles: ArticleHead[];
}

const MOST = 6;
/** With more words than these a question says more than its topic. */
const BROAD_WORDS = 2;
const MANY_HITS = 3;

/** The way on from a broad word («bollo», «visite»); null when the question is no such word. */
export function guideFor(question: string, found: SearchAnswer, knowledge: Knowledge): Guide | null {
  if (found.emergency || found.parts.length > 1 || found.hits.length === 0) return null;
  const said = tokenise(question)
    .filter(({ word }) => !isStopWord(word, 'it'))
    .map(({ word }) => stem(word));
  if (said.length === 0 || said.length > BROAD_WORDS) return null;
  // The name of a topic is broad however sure the search is; another word is, where the search itself is not sure.
  const unsure = found.decision === 'unsure';
  const topic = knowledge.topics.find(names(said)) ?? (unsure ? sharedTopic(found, knowledge) : undefined);
  if (!topic) return null;
  const ids = [...knowledge.featured, ...found.hits.map(({ id }) => id), ...knowledge.articles.map(({ id }) => id)];
  const articles = [...new Set(ids)]
    .flatMap((id) => knowledge.articles.find((article) => article.id === id) ?? [])
    .filter((article) => article.topic === topic.id);
  return articles.length >= 2 ? { topic, articles: articles.slice(0, MOST) } : null;
}

const names =
  (said: readonly string[]) =>
  ({ id, title }: Topic): boolean => {
    const own = tokenise(`${title} ${id}`).map(({ word }) => stem(word));
    return said.every((word) => own.includes(word));
  };

/** The topic that all of several hits belong to. */
function sharedTopic({ hits }: SearchAnswer, { articles, topics }: Knowledge): Topic | undefined {
  const found = new Set(hits.map(({ id }) => articles.find((article) => article.id === id)?.topic));
  const [only] = found;
  return hits.length >= MANY_HITS && found.size === 1 ? topics.find(({ id }) => id === only) : undefined;
}
