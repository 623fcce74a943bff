import type { ArticleIndex, Stretch } from './article-index.ts';
import type { Alternative, Slot } from './question.ts';
import { addAll, createTally, empty, raise, valueOf, valuesOf, type Tally } from './tally.ts';

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

/** Nobody looks further down, and sorting a thousand takes long. */
const MOST_RANKED = 100;

/** A piece of a question set against the articles: the same whatever stands around it. */
interface Piece {
  /** The articles that say it, and how well, 0 to 1: their best alternative. */
  articles: Int32Array;
  matches: Float64Array;
  /** In how many articles it is, those counted less that say it less well. */
  spread: number;
  /** The askings that say it, and how much each has in common with it. */
  askings: Int32Array;
  weights: Float64Array;
}

/** Made once for each index; the tallies are empty between two questions. */
interface Desk {
  pieces: WeakMap<readonly Alternative[], Piece>;
  byArticle: Tally;
  byAsking: Tally;
  /** By article: the cosine between the question and the nearest of its titles and variants. */
  alike: Tally;
}
const desks = new WeakMap<ArticleIndex, Desk>();

/** Best first, at most a hundred; equal scores keep the articles' order. */
export function rank(slots: Slot[], index: ArticleIndex, tuning: RankTuning = RANK_TUNING): Ranked[] {
  const { coverShare, storyMass } = tuning;
  const desk = deskFor(index);
  const pieces = slots.map(({ alternatives }) => pieceOf(alternatives, index, desk));
  // Little where most articles have it, most where none does. Synonyms make a piece common: it tells less.
  const masses = pieces.map(({ spread }, at) => (slots[at]?.share ?? 0) * index.weightOfSpread(spread));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  if (total === 0) return [];
  const asked = total <= storyMass ? total : storyMass + (total - storyMass) / 3;
  const { byArticle: covered, byAsking: common, alike } = desk;
  for (const [at, { articles, matches, askings, weights }] of pieces.entries()) {
    const mass = masses[at] ?? 0;
    // BM25F over the pieces.
    addAll(covered, articles, matches, mass);
    addAll(common, askings, weights, Math.sqrt(mass));
  }
  const whole = 1 / Math.sqrt(asked);
  for (let at = 0; at < common.size; at += 1) {
    const asking = common.numbers[at] ?? 0;
    const cosine = (common.values[asking] ?? 0) * whole * (index.shortness[asking] ?? 0);
    raise(alike, index.askings[asking] ?? 0, Math.min(1, cosine));
  }
  const best: Ranked[] = [];
  let least = 0;
  for (let at = 0; at < covered.size; at += 1) {
    const article = covered.numbers[at] ?? 0;
    const cover = Math.min(1, (covered.values[article] ?? 0) / asked);
    const score = coverShare * cover + (1 - coverShare) * valueOf(alike, article);
    if (score < least) continue;
    place(best, article, score);
    if (best.length === MOST_RANKED) least = best.at(-1)?.score ?? 0;
  }
  empty(covered);
  empty(common);
  empty(alike);
  return best;
}

/** Into the list of the best, where it belongs there. */
function place(best: Ranked[], article: number, score: number): void {
  const isBefore = (other: Ranked): boolean =>
    score > other.score || (score === other.score && article < other.article);
  const last = best.at(-1);
  if (best.length === MOST_RANKED && last !== undefined && !isBefore(last)) return;
  let [from, to] = [0, best.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = best[middle];
    if (other !== undefined && isBefore(other)) to = middle;
    else from = middle + 1;
  }
  best.splice(from, 0, { article, score });
  if (best.length > MOST_RANKED) best.pop();
}

function deskFor(index: ArticleIndex): Desk {
  const known = desks.get(index);
  if (known !== undefined) return known;
  const [articles, askings] = [index.articles.length, index.askings.length];
  const made: Desk = {
    pieces: new WeakMap(),
    byArticle: createTally(articles),
    byAsking: createTally(askings),
    alike: createTally(articles),
  };
  desks.set(index, made);
  return made;
}

function pieceOf(alternatives: readonly Alternative[], index: ArticleIndex, desk: Desk): Piece {
  const known = desk.pieces.get(alternatives);
  if (known !== undefined) return known;
  const { byArticle: said, byAsking: shared } = desk;
  for (const alternative of alternatives) {
    countSaid(alternative, index, said);
    countShared(alternative, index, shared);
  }
  let best = 0;
  let spread = 0;
  const matches = valuesOf(said);
  for (const match of matches) best = Math.max(best, match);
  for (const match of matches) spread += match / best;
  const made = {
    articles: said.numbers.slice(0, said.size),
    matches,
    spread,
    askings: shared.numbers.slice(0, shared.size),
    weights: valuesOf(shared),
  };
  desk.pieces.set(alternatives, made);
  empty(said);
  empty(shared);
  return made;
}

/** Where all words of the alternative are; a phrase is as good as its words on average. */
function countSaid({ stems, trust }: Alternative, index: ArticleIndex, said: Tally): void {
  const { places, matches } = index;
  const [rarest, ...others] = byLength(stems.map((stem) => index.placesOf(stem)));
  if (rarest === undefined) return;
  const at = others.map(({ from }) => from);
  for (let place = rarest.from; place < rarest.to; place += 1) {
    const article = places[place] ?? 0;
    let sum = matches[place] ?? 0;
    for (let which = 0; which < others.length; which += 1) {
      const other = others[which] ?? rarest;
      const there = (at[which] = skipTo(places, article, at[which] ?? 0, other.to));
      sum += there < other.to && places[there] === article ? (matches[there] ?? 0) : NaN;
    }
    if (sum >= 0) raise(said, article, (sum / stems.length) * trust);
  }
}

/** Where all words of the alternative are: the heavier they are the more. */
function countShared({ stems, trust }: Alternative, index: ArticleIndex, shared: Tally): void {
  const { asked } = index;
  const weight = trust * Math.sqrt(stems.reduce((sum, stem) => sum + index.weightOf(stem), 0));
  const [rarest, ...others] = byLength(stems.map((stem) => index.askedOf(stem)));
  if (rarest === undefined) return;
  const at = others.map(({ from }) => from);
  for (let place = rarest.from; place < rarest.to; place += 1) {
    const asking = asked[place] ?? 0;
    let everywhere = true;
    for (let which = 0; which < others.length && everywhere; which += 1) {
      const other = others[which] ?? rarest;
      const there = (at[which] = skipTo(asked, asking, at[which] ?? 0, other.to));
      everywhere = there < other.to && asked[there] === asking;
    }
    if (everywhere) raise(shared, asking, weight);
  }
}

/** What is in few places comes first, so that few are looked for in the others. */
function byLength(stretches: Stretch[]): Stretch[] {
  return stretches.length < 2 ? stretches : stretches.sort((a, b) => a.to - a.from - (b.to - b.from));
}

/** Where the first number stands, between two places, that is not below the wanted one: in leaps, then in between. */
function skipTo(ascending: Int32Array, wanted: number, from: number, to: number): number {
  let leap = 1;
  while (from + leap < to && (ascending[from + leap] ?? 0) < wanted) leap *= 2;
  let low = from + (leap >> 1);
  let high = Math.min(from + leap, to);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
