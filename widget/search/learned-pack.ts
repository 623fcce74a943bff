import type { LearnedWords } from '../../protocol/article.ts';

/**
 * What was learned, small enough to travel: words become numbers of 18 bits, written as the distances between them;
 * how many weights each has, of what, and how heavy stand in a string of their own each, since alike packs better.
 */

/** Word -> its weights: the place among the ids (0 is elsewhere), and a whole number. */
export type Weights = ReadonlyMap<string, readonly (readonly [place: number, weight: number])[]>;

const HASHES = 2 ** 18;
/** A weight of 1, in what is learned. */
const STEP = 0.4;
/** Distances are written in digits of this base, all but the last one raised. */
const BASE = 40;
const DIGIT = 40;
const COUNT = 64;
const PLACE = 40;
const WEIGHT = 80;

/** FNV-1a, folded. */
export function hashOf(word: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 16_777_619);
  return ((hash >>> 15) ^ hash) & (HASHES - 1);
}

const char = (code: number): string => String.fromCharCode(code);

export function pack(ids: readonly string[], weights: Weights): LearnedWords {
  const packed = { ids: [...ids], words: '', counts: '', places: '', weights: '' };
  const byHash = new Map([...weights].map(([word, list]) => [hashOf(word), list]));
  let last = 0;
  for (const [hash, list] of [...byHash].sort(([a], [b]) => a - b)) {
    packed.words += distance(hash - last);
    last = hash;
    packed.counts += char(COUNT + list.length);
    for (const [place, weight] of list) {
      packed.places += char(PLACE + place);
      packed.weights += char(WEIGHT + weight);
    }
  }
  return packed;
}

function distance(number: number): string {
  const rest = Math.floor(number / BASE);
  return (rest === 0 ? '' : higher(rest)) + char(DIGIT + (number % BASE));
}

function higher(number: number): string {
  const rest = Math.floor(number / BASE);
  return (rest === 0 ? '' : higher(rest)) + char(DIGIT + BASE + (number % BASE));
}

/** By the words' numbers; the weights as they were learned. */
export function unpack({ words, counts, places, weights }: LearnedWords): Map<number, [number, number][]> {
  const found = new Map<number, [number, number][]>();
  let hash = 0;
  let far = 0;
  let from = 0;
  let word = 0;
  for (const letter of words) {
    const digit = letter.charCodeAt(0) - DIGIT;
    far = far * BASE + (digit % BASE);
    if (digit >= BASE) continue;
    hash += far;
    far = 0;
    const to = from + counts.charCodeAt(word) - COUNT;
    const list: [number, number][] = [];
    for (let at = from; at < to; at += 1)
      list.push([places.charCodeAt(at) - PLACE, (weights.charCodeAt(at) - WEIGHT) * STEP]);
    found.set(hash, list);
    from = to;
    word += 1;
  }
  return found;
}
