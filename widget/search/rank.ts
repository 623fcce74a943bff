import type { ArticleIndex } from './article-index.ts';
import type { Alternative, Slot } from './question.ts';

export interface Ranked {
  /** Number of the article in the index. */
  article: number;
  /** 0 to 1: how much of what the question asks for is in the article, and how alike it is to one of its askings. */
  score: number;
}

const COVER_SHARE = 0.55;
/** Mass beyond this counts a third: nobody's story is told whole by an article. */
const STORY_MASS = 12;

/** Best first; equal scores keep the articles' order. */
export function rank(slots: Slot[], index: ArticleIndex): Ranked[] {
  const total = slots.reduce((sum, slot) => sum + slot.mass, 0);
  if (total === 0) return [];
  const asked = total <= STORY_MASS ? total : STORY_MASS + (total - STORY_MASS) / 3;
  const cover = coverage(slots, index);
  const alike = likeness(slots, index, asked);
  return [...cover]
    .map(([article, covered]) => ({
      article,
      score: COVER_SHARE * Math.min(1, covered / asked) + (1 - COVER_SHARE) * (alike.get(article) ?? 0),
    }))
    .sort((a, b) => b.score - a.score || a.article - b.article);
}

/** BM25F: every piece of the question counts by its best alternative. */
function coverage(slots: Slot[], index: ArticleIndex): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { alternatives, mass } of slots) {
    const best = new Map<number, number>();
    for (const alternative of alternatives)
      for (const [article, match] of matchesOf(alternative, index))
        best.set(article, Math.max(best.get(article) ?? 0, match * alternative.trust));
    for (const [article, match] of best) sums.set(article, (sums.get(article) ?? 0) + match * mass);
  }
  return sums;
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

/** Cosine between the question and the nearest of each article's title and variants. */
function likeness(slots: Slot[], index: ArticleIndex, asked: number): Map<number, number> {
  const shared = new Map<number, number>();
  for (const { alternatives, mass } of slots) {
    const best = new Map<number, number>();
    for (const { stems, trust } of alternatives)
      for (const asking of askingsOf(stems, index)) best.set(asking, Math.max(best.get(asking) ?? 0, trust));
    for (const [asking, trust] of best) shared.set(asking, (shared.get(asking) ?? 0) + trust * mass);
  }
  const nearest = new Map<number, number>();
  for (const [number, mass] of shared) {
    const asking = index.askings[number];
    if (asking === undefined) continue;
    const cosine = Math.min(1, mass / Math.sqrt(asked * asking.mass));
    nearest.set(asking.article, Math.max(nearest.get(asking.article) ?? 0, cosine));
  }
  return nearest;
}

function askingsOf(stems: readonly string[], index: ArticleIndex): readonly number[] {
  const [first, ...rest] = stems.map((stem) => index.askingsWith(stem));
  return rest.reduce((common, other) => common?.filter((asking) => other.includes(asking)), first) ?? [];
}
