import type { ArticleIndex } from './article-index.ts';
import type { Slot } from './question.ts';
import { add, createTally, each, empty, raise, valueOf, type Tally } from './tally.ts';

export interface Ranked {
  /** Number of the article in the index. */
  article: number;
  /** 0 to 1: how much of what the question asks for is in the article, and how alike it is to one of its askings. */
  score: number;
}

export interface RankTuning {
  /** How much the words count that an article has, against how alike it is to one asking. */
  coverShare: number;
  /** Mass beyond this counts a third: nobody's story is told whole by an article. */
  storyMass: number;
}

export const RANK_TUNING: RankTuning = { coverShare: 0.45, storyMass: 12 };

/** What is counted for one question. */
interface Counts {
  /** By article: how well it says one piece of the question. */
  said: Tally;
  /** By asking: what it has in common with that piece. */
  shared: Tally;
  /** By article, over all pieces: BM25F. */
  covered: Tally;
  /** By asking, over all pieces. */
  common: Tally;
  /** By article: the cosine between the question and the nearest of its titles and variants. */
  alike: Tally;
}
/** Made once for each index, and empty between two questions. */
const counts = new WeakMap<ArticleIndex, Counts>();

/** Best first; equal scores keep the articles' order. */
export function rank(slots: Slot[], index: ArticleIndex, tuning: RankTuning = RANK_TUNING): Ranked[] {
  const { coverShare, storyMass } = tuning;
  const { said, shared, covered, common, alike } = countsFor(index);
  let total = 0;
  for (const slot of slots) {
    countSaid(slot, index, said);
    const mass = massOf(slot, said, index);
    total += mass;
    each(said, (article, match) => add(covered, article, match * mass));
    countShared(slot, mass, index, shared);
    each(shared, (asking, weight) => add(common, asking, weight));
    empty(said);
    empty(shared);
  }
  const asked = total <= storyMass ? total : storyMass + (total - storyMass) / 3;
  each(common, (asking, weight) => {
    const cosine = Math.min(1, weight / Math.sqrt(asked * (index.masses[asking] ?? 0)));
    raise(alike, index.askings[asking] ?? 0, cosine);
  });
  const ranked: Ranked[] = [];
  if (total > 0)
    each(covered, (article, weight) => {
      const score = coverShare * Math.min(1, weight / asked) + (1 - coverShare) * valueOf(alike, article);
      ranked.push({ article, score });
    });
  empty(covered);
  empty(common);
  empty(alike);
  return ranked.sort((a, b) => b.score - a.score || a.article - b.article);
}

function countsFor(index: ArticleIndex): Counts {
  const known = counts.get(index);
  if (known !== undefined) return known;
  const [articles, askings] = [index.articles.length, index.askings.length];
  const made = {
    said: createTally(articles),
    shared: createTally(askings),
    covered: createTally(articles),
    common: createTally(askings),
    alike: createTally(articles),
  };
  counts.set(index, made);
  return made;
}

/** By the piece's best alternative in each article: all its words are there, and it is as good as they on average. */
function countSaid({ alternatives }: Slot, index: ArticleIndex, said: Tally): void {
  for (const { stems, trust } of alternatives) {
    const places = stems.map((stem) => index.placesOf(stem));
    const [first, ...rest] = places;
    const at = rest.map(() => 0);
    first?.articles.forEach((article, place) => {
      let sum = first.matches[place] ?? 0;
      for (const [number, other] of rest.entries()) {
        const from = (at[number] = skipTo(other.articles, article, at[number] ?? 0));
        if (other.articles[from] !== article) return;
        sum += other.matches[from] ?? 0;
      }
      raise(said, article, (sum / stems.length) * trust);
    });
  }
}

/**
 * How telling a piece is here: little when most articles have it, most when none does. Synonyms make it common: where all
 * have one, it tells nothing.
 */
function massOf(slot: Slot, said: Tally, index: ArticleIndex): number {
  let best = 0;
  let spread = 0;
  each(said, (_article, match) => (best = Math.max(best, match)));
  each(said, (_article, match) => (spread += match / best));
  return slot.share * index.weightOfSpread(spread);
}

function countShared({ alternatives }: Slot, mass: number, index: ArticleIndex, shared: Tally): void {
  for (const { stems, trust } of alternatives) {
    const own = stems.reduce((sum, stem) => sum + index.weightOf(stem), 0);
    const weight = trust * Math.sqrt(mass * own);
    const [first, ...rest] = stems.map((stem) => index.askingsWith(stem));
    const at = rest.map(() => 0);
    first?.forEach((asking) => {
      for (const [number, other] of rest.entries()) {
        const from = (at[number] = skipTo(other, asking, at[number] ?? 0));
        if (other[from] !== asking) return;
      }
      raise(shared, asking, weight);
    });
  }
}

/** Where the first number stands, from a place on, that is not below the wanted one. */
function skipTo(ascending: readonly number[], wanted: number, from: number): number {
  let at = from;
  while (at < ascending.length && (ascending[at] ?? 0) < wanted) at += 1;
  return at;
}
