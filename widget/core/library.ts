import type { Knowledge } from '../../protocol/article.ts';

/**
 * One shelf out of two: what there is in the reader's own language, and in Italian what there is in Italian only. Every
 * article keeps its own `lang`.
 */
export function mergeLibrary(own: Knowledge, italian: Knowledge): Knowledge {
  const translated = new Map(own.articles.map((article) => [article.id, article]));
  const known = new Set(italian.articles.map(({ id }) => id));
  return {
    ...own,
    version: `${own.version} ${italian.version}`,
    articles: [
      ...italian.articles.map((article) => translated.get(article.id) ?? article),
      ...own.articles.filter(({ id }) => !known.has(id)),
    ],
    featured: italian.featured,
  };
}
