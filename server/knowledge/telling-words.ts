import type { Article } from '../../protocol/article.ts';
import { plainText } from '../../widget/search/plain-text.ts';
import { stem } from '../../widget/search/stem.ts';
import { isStopWord } from '../../widget/search/stop-words.ts';
import { tokenise } from '../../widget/search/tokens.ts';

/** What more than one article in so many says tells them little apart. */
const ONE_IN = 8;

/**
 * Gives each article the words of its sections that tell it from others: those that its question and short answer have
 * not, and few articles say. All of them would weigh twice as much, and find no more.
 */
export function withTellingWords(articles: readonly Article[]): Article[] {
  const words = articles.map((article) => wordsBeyondHead(article));
  const spread = new Map<string, number>();
  for (const word of words.flat()) spread.set(word, (spread.get(word) ?? 0) + 1);
  const most = Math.ceil(articles.length / ONE_IN);
  return articles.map((article, number) => {
    const telling = (words[number] ?? []).filter((word) => (spread.get(word) ?? 0) <= most);
    return { ...article, words: telling.join(' ') };
  });
}

/** Sorted: so they weigh least on the wire, and where they stand makes no difference to the search. */
function wordsBeyondHead({ lang, title, variants, summary, sections }: Article): string[] {
  const head = new Set(wordsOf([title, ...variants, plainText(summary)].join('\n')).map((word) => stem(word, lang)));
  const body = wordsOf(sections.map(({ blocks }) => plainText(blocks)).join('\n'));
  return [...new Set(body)].filter((word) => !isStopWord(word, lang) && !head.has(stem(word, lang))).sort();
}

const wordsOf = (text: string): string[] => tokenise(text).map(({ word }) => word);
