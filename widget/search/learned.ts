import type { LearnedWords } from '../../protocol/article.ts';
import type { Ranked } from './rank.ts';
import type { Slot } from './question.ts';
import { hashOf, unpack } from './learned-pack.ts';

/**
 * What each word of a question speaks for, learned from questions that people asked: «nato» for choosing a paediatrician,
 * «patente» for nothing that is answered here. Articles nobody has learned about keep what they earn by their own words.
 */
export interface Learned {
  /** False where nothing was learned at all. */
  known: boolean;
  evidence(slots: readonly Slot[]): Evidence;
}

export interface Evidence {
  /** Article number -> how much the words speak for it or against it; 0 and absent are the same. */
  articles: ReadonlyMap<number, number>;
  /** How much they speak for something that no article answers. */
  elsewhere: number;
}

/** A hint says less than a plain word, one that no article uses still less. */
const HINT = 0.8;
const SILENT_HINT = 0.55;
/** The words of a story each say less: together they count as so many. */
const FEW = 6;
/** From the scale on which it is learned to that of the scores. */
const SCALE = 12;

/** @param ids of the articles, by their numbers */
export function createLearned(given: LearnedWords | undefined, ids: readonly string[]): Learned {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  // The first place is for what is answered elsewhere; an article that is gone has none.
  const numberOf = [-1, ...(given?.ids ?? []).map((id) => numbers.get(id) ?? null)];
  const weights = given === undefined ? new Map<number, [number, number][]>() : unpack(given);

  return {
    known: weights.size > 0,
    evidence(slots) {
      const signs = signsOf(slots);
      const all = new Map<number, number>();
      for (const [sign, value] of signs)
        for (const [place, weight] of weights.get(hashOf(sign)) ?? []) {
          const number = numberOf[place];
          if (number !== null && number !== undefined) all.set(number, (all.get(number) ?? 0) + value * weight);
        }
      const elsewhere = (all.get(-1) ?? 0) / SCALE;
      all.delete(-1);
      return { articles: new Map([...all].map(([number, weight]) => [number, weight / SCALE])), elsewhere };
    },
  };
}

/** What is learned from: each word's stem, and each group of the lexicon that it belongs to. */
export function signsOf(slots: readonly Slot[]): [sign: string, value: number][] {
  const signs = new Map<string, number>();
  for (const { said, groups, hint, alternatives } of slots) {
    const value = hint ? (alternatives.length === 0 ? SILENT_HINT : HINT) : 1;
    for (const sign of [...(said ?? []), ...(groups ?? []).map((word) => `*${word}`)])
      signs.set(sign, Math.max(signs.get(sign) ?? 0, value));
  }
  const each = 1 / Math.sqrt(Math.max(1, signs.size / FEW));
  return [...signs].map(([sign, value]) => [sign, value * each]);
}

/** The articles' scores with what was learned; one may come in that has none of the words. */
export function withEvidence(ranked: Ranked[], { articles }: Evidence): Ranked[] {
  if (articles.size === 0) return ranked;
  const scores = new Map(ranked.map(({ article, score }) => [article, score]));
  for (const [article, weight] of articles) {
    const score = (scores.get(article) ?? 0) + weight;
    if (score > 0) scores.set(article, score);
    else scores.delete(article);
  }
  return [...scores]
    .map(([article, score]) => ({ article, score }))
    .sort((a, b) => b.score - a.score || a.article - b.article);
}
