import type { WholeKnowledge } from '../../protocol/article.ts';
import type { Api } from './api.ts';

/**
 * The articles with their texts, for a place where all of them are needed at once. Null for a language that is not there;
 * rejects when the server cannot be reached, or went on to another version meanwhile.
 */
export async function fetchWhole(api: Pick<Api, 'knowledge' | 'texts'>, lang: string): Promise<WholeKnowledge | null> {
  const index = await api.knowledge(lang);
  if (index === null) return null;
  const texts = await api.texts(lang, index.version);
  if (texts === null) throw new Error(`no texts of ${lang} ${index.version}`);
  return {
    ...index,
    articles: index.articles.flatMap((head) => {
      const text = texts[head.id];
      return text ? [{ ...head, ...text }] : [];
    }),
  };
}
