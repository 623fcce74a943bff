import type {
  Article,
  ArticleHead,
  ArticleText,
  ArticleTexts,
  Knowledge,
  WholeKnowledge,
} from '../../protocol/article.ts';

/**
 * What is searched and listed. Words that belong to all languages go with the Italian articles, where there are any: who
 * reads another language fetches those as well.
 */
export function indexOf({ articles, ...knowledge }: WholeKnowledge, italian?: Knowledge): Knowledge {
  const heads = articles.map((article) => inTwo(article).head);
  if (knowledge.lang === 'it' || italian === undefined) return { ...knowledge, articles: heads };
  const { learned: _learned, ...own } = knowledge;
  return { ...own, articles: heads, lexicon: [] };
}

/** What is read once an article is opened. */
export function textsOf({ articles }: WholeKnowledge): ArticleTexts {
  return Object.fromEntries(articles.map((article) => [article.id, inTwo(article).text]));
}

function inTwo({ office, sections, actions, sources, ...head }: Article): { head: ArticleHead; text: ArticleText } {
  return { head, text: { office, sections, actions, sources } };
}
