import type { Article } from '../../protocol/article.ts';
import { tokenise } from '../../widget/search/tokens.ts';

export interface Overlap {
  variant: string;
  question: string;
  /** Words in both of all words, 0 to 1. */
  jaccard: number;
  /** Words in both of the shorter one's, 0 to 1, where that has at least four. */
  containment: number;
}

const LEAST_WORDS = 4;

/** How near the articles' askings come to the questions: what is measured should not have been written from it. */
export function closestOverlaps(articles: readonly Article[], questions: string[]) {
  const askings = articles.flatMap(({ title, variants }) => [title, ...variants]);
  const asked = questions.map((question): [string, Set<string>] => [question, wordsOf(question)]);
  const pairs = askings.flatMap((variant) => {
    const words = wordsOf(variant);
    return asked.map(([question, others]) => compare(variant, words, question, others));
  });
  const same = pairs.filter(({ jaccard }) => jaccard === 1);
  return { byJaccard: best(pairs, 'jaccard'), byContainment: best(pairs, 'containment'), same: same.length };
}

const wordsOf = (text: string): Set<string> => new Set(tokenise(text).map(({ word }) => word));

function compare(variant: string, words: Set<string>, question: string, others: Set<string>): Overlap {
  const common = words.intersection(others).size;
  const shorter = Math.min(words.size, others.size);
  return {
    variant,
    question,
    jaccard: common / Math.max(1, words.size + others.size - common),
    containment: shorter < LEAST_WORDS ? 0 : common / shorter,
  };
}

function best(pairs: Overlap[], by: 'jaccard' | 'containment'): number {
  return Math.round(pairs.reduce((most, pair) => Math.max(most, pair[by]), 0) * 100) / 100;
}
