import type { ArticleHead } from '../../protocol/article.ts';
import type { ArticleIndex } from './article-index.ts';
import type { Vocabulary } from './question.ts';
import { readQuestion } from './question.ts';
import { rank } from './rank.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { tokenise, type Token } from './tokens.ts';

/** A question one can choose instead of finishing one's own. */
export interface Suggestion {
  id: string;
  title: string;
  topic: string;
  /** Parts of the title to mark, as [start, end) offsets, in order. */
  marks: [number, number][];
}

/** How many words may finish the one being typed. */
const ENDINGS = 12;

/** Articles that what has been typed so far may be about; the last word may be unfinished. */
export function suggest(typed: string, limit: number, vocabulary: Vocabulary): Suggestion[] {
  const { index } = vocabulary;
  const tokens = tokenise(typed);
  const last = tokens.at(-1);
  if (last === undefined) return [];
  const unfinished = last.end === typed.length ? last.word : null;
  // Only what was typed is marked, not what the lexicon takes it to mean.
  const wanted = new Set(tokens.map(({ word }) => stem(word)));
  const slots = readQuestion(unfinished === null ? tokens : tokens.slice(0, -1), 'it', vocabulary);
  if (unfinished !== null) {
    const endings = stemsBeginning(unfinished, index);
    for (const one of endings) wanted.add(one);
    if (endings.length > 0)
      slots.push({ alternatives: endings.map((one) => ({ stems: [one], trust: 1 })), share: 1, hint: false, words: 1 });
    else slots.push(...readQuestion([last], 'it', vocabulary));
  }
  return rank(slots, index)
    .slice(0, limit)
    .flatMap(({ article }) => index.articles[article] ?? [])
    .map((article) => ({
      id: article.id,
      title: article.title,
      topic: article.topic,
      marks: marksIn(article, wanted, unfinished),
    }));
}

/** The shortest words first: they are the nearest to what stands there. */
function stemsBeginning(prefix: string, index: ArticleIndex): string[] {
  return [...new Set(index.wordsBeginning(prefix, ENDINGS).map((word) => stem(word)))];
}

function marksIn({ title }: ArticleHead, wanted: ReadonlySet<string>, unfinished: string | null): [number, number][] {
  const marked = ({ word }: Token): boolean =>
    (unfinished !== null && word.startsWith(unfinished)) || (wanted.has(stem(word)) && !isStopWord(word, 'it'));
  return tokenise(title).flatMap((token): [number, number][] => (marked(token) ? [[token.start, token.end]] : []));
}
