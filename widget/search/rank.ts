import type { ArticleIndex } from './article-index.ts';
import type { Alternative, Slot } from './question.ts';

export interface Ranked {
  /** Number of the article in the index. */
  article: number;
  /** 0 to 1: how much of what the question asks for is in the article, and how alike it is to one of its askings. */
  score: number;
}

/** A piece of the question set against the articles. */
interface Weighed {
  slot: Slot;
  /** How telling it is here: little when most articles have it, most when none does. */
  mass: number;
  /** Article number -> how well it says it, 0 to 1. */
  matches: Map<number, number>;
}

export interface RankTuning {
  /** How much the words count that an article has, against how alike it is to one asking. */
  coverShare: number;
  /** Mass beyond this counts a third: nobody's story is told whole by an article. */
  storyMass: number;
}

export const RANK_TUNING: RankTuning = { coverShare: 0.45, storyMass: 12 };

/** Best first; equal scores keep the articles' order. */
export function rank(slots: Slot[], index: ArticleIndex, tuning: RankTuning = RANK_TUNING): Ranked[] {
  const { coverShare, storyMass } = tuning;
  const weighed = slots.map((slot) => weigh(slot, index));
  const total = weighed.reduce((sum, { mass }) => sum + mass, 0);
  if (total === 0) return [];
  const asked = total <= storyMass ? total : storyMass + (total - storyMass) / 3;
  const alike = likeness(weighed, index, asked);
  return [...coverage(weighed)]
    .map(([article, covered]) => ({
      article,
      score: coverShare * Math.min(1, covered / asked) + (1 - coverShare) * (alike.get(article) ?? 0),
    }))
    .sort((a, b) => b.score - a.score || a.article - b.article);
}

/** By its best alternative in each article. Synonyms make a piece common: where all have one, it tells nothing. */
function weigh(slot: Slot, index: ArticleIndex): Weighed {
  const matches = new Map<number, number>();
  for (const alternative of slot.alternatives)
    for (const [article, match] of matchesOf(alternative, index))
      matches.set(article, Math.max(matches.get(article) ?? 0, match * alternative.trust));
  const best = Math.max(0, ...matches.values());
  const spread = [...matches.values()].reduce((sum, match) => sum + match / best, 0);
  return { slot, mass: slot.share * index.weightOfSpread(spread), matches };
}

/** Where all words of the alternative are; a phrase is as good as its words on average. */
function matchesOf({ stems }: Alternative, index: ArticleIndex): Iterable<[number, number]> {
  const [first, ...rest] = stems.map((stem) => index.matches(stem));
  if (first === undefined) return [];
  if (rest.length === 0) return first;
  return [...first].flatMap(([article, match]): [number, number][] => {
    const others = rest.map((matches) => matches.get(article));
    const sum = others.reduce<number>((total, other) => total + (other ?? NaN), match);
    return Number.isNaN(sum) ? [] : [[article, sum / stems.length]];
  });
}

/** BM25F over the pieces. */
function coverage(weighed: Weighed[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { matches, mass } of weighed)
    for (const [article, match] of matches) sums.set(article, (sums.get(article) ?? 0) + match * mass);
  return sums;
}

/** Cosine between the question and the nearest of each article's title and variants. */
function likeness(weighed: Weighed[], index: ArticleIndex, asked: number): Map<number, number> {
  const shared = new Map<number, number>();
  for (const { slot, mass } of weighed) {
    const best = new Map<number, number>();
    for (const { stems, trust } of slot.alternatives) {
      const own = stems.reduce((sum, stem) => sum + index.weightOf(stem), 0);
      const common = trust * Math.sqrt(mass * own);
      for (const asking of askingsOf(stems, index)) best.set(asking, Math.max(best.get(asking) ?? 0, common));
    }
    for (const [asking, common] of best) shared.set(asking, (shared.get(asking) ?? 0) + common);
  }
  const nearest = new Map<number, number>();
  for (const [number, common] of shared) {
    const asking = index.askings[number];
    if (asking === undefined) continue;
    const cosine = Math.min(1, common / Math.sqrt(asked * asking.mass));
    nearest.set(asking.article, Math.max(nearest.get(asking.article) ?? 0, cosine));
  }
  return nearest;
}

function askingsOf(stems: readonly string[], index: ArticleIndex): readonly number[] {
  const [first, ...rest] = stems.map((stem) => index.askingsWith(stem));
  return rest.reduce((common, other) => common?.filter((asking) => other.includes(asking)), first) ?? [];
}
