import type { Article, WholeKnowledge } from '../../protocol/article.ts';
import { versionOf } from './load-knowledge.ts';
import { withoutDeadReferences } from './references.ts';

/** Whether it is to be read on a day, YYYY-MM-DD. */
export function holdsOn({ validFrom, validUntil }: Article, day: string): boolean {
  return (validFrom === undefined || validFrom <= day) && (validUntil === undefined || day <= validUntil);
}

/** What is to be read on a day: without articles out of their dates, and without what leads to them. */
export function publishedOn({ version, ...all }: WholeKnowledge, day: string): WholeKnowledge {
  const holding = all.articles.filter((article) => holdsOn(article, day));
  if (holding.length === all.articles.length) return { ...all, version };
  const ids = new Set(holding.map(({ id }) => id));
  const there = (id: string): boolean => ids.has(id);
  const articles = holding.map((article) => ({
    ...withoutDeadReferences(article, ({ id }) => there(id)),
    related: article.related.filter(there),
  }));
  const content = { ...all, articles, featured: all.featured.filter(there) };
  return { ...content, version: versionOf(content) };
}
