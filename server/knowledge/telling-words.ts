import type { Article } from '../../protocol/article.ts';
import { plainText } from '../../widget/search/plain-text.ts';
import { stem } from '../../widget/search/stem.ts';
import { isStopWord } from '../../widget/search/stop-words.ts';
import { tokenise } from '../../widget/search/tokens.ts';

/** What more than one article in so many says tells them little apart. */
const ONE_IN = 8;
/** More would weigh, and find no more. */
const MOST_WORDS = 2;

/**
 * Gives each article a few words of its sections that tell it from others: of those that its question and short answer
 * have not, the ones that fewest articles say, the longest first.
 */
export function withTellingWords(articles: readonly Article[]): Article[] {
  const words = articles.map((article) => wordsBeyondHead(article));
  const spread = new Map<string, number>();
  for (const word of words.flat()) spread.set(word, (spread.get(word) ?? 0) + 1);
  const spreadOf = (word: string): number => spread.get(word) ?? 0;
  const most = Math.ceil(articles.length / ONE_IN);
  return articles.map((article, number) => {
    const telling = (words[number] ?? []).filter((word) => spreadOf(word) <= most);
    const best = telling.sort((a, b) => spreadOf(a) - spreadOf(b) || b.length - a.length).slice(0, MOST_WORDS);
    // Sorted they weigh least on the wire, and where they stand makes no difference to the search.
    return { ...article, words: best.sort().join(' ') };
  });
}

function wordsBeyondHead({ lang, title, variants, summary, sections }: Article): string[] {
  const head = new Set(wordsOf([title, ...variants, plainText(summary)].join('\n')).map((word) => stem(word, lang)));
  const body = wordsOf(sections.map(({ blocks }) => plainText(blocks)).join('\n'));
  return [...new Set(body)].filter((word) => !isStopWord(word, lang) && !head.has(stem(word, lang)));
}

const wordsOf = (text: string): string[] => tokenise(text).map(({ word }) => word);
