import Fuse from 'fuse.js/min-basic';
import { doAtOnce, type Steps } from './steps.ts';

export interface Correction {
  word: string;
  /** 1 for one that sounds the same, less for one that only looks alike. */
  trust: number;
}

export interface Speller {
  /** The known word meant by an unknown one, or null. */
  correct(word: string): Correction | null;
}

const LONGEST = 30;
const FUZZY = { ignoreLocation: true, ignoreFieldNorm: true, threshold: 0.5 };
/** A slip leaves the length as it is, or nearly. */
const LENGTHS = [0, -1, 1, -2, 2];

/** A known word, with what tells quickly that another one is not meant. */
interface Known {
  word: string;
  /** Its place among them. */
  number: number;
  /** One bit for each letter of the alphabet that is in it. */
  letters: number;
}

/** Known words, folded; the earlier of two equally near ones wins. */
export const createSpeller = (known: Iterable<string>): Speller => doAtOnce(buildSpeller(known));

export function* buildSpeller(known: Iterable<string>): Steps<Speller> {
  const bySound = new Map<string, string>();
  const byShape = new Map<string, Known[]>();
  let number = 0;
  for (const word of new Set(known)) {
    if (word.length < 3 || /\d/.test(word)) continue;
    const key = sound(word);
    if (!bySound.has(key)) bySound.set(key, word);
    const shape = shapeOf(word, word.length);
    const alike = byShape.get(shape);
    const one = { word, number: number++, letters: lettersOf(word) };
    if (alike === undefined) byShape.set(shape, [one]);
    else alike.push(one);
    yield;
  }

  /** Those that the word may be a slip for. */
  function slipsTo(word: string): Known[] {
    const letters = lettersOf(word);
    return LENGTHS.flatMap((more) => byShape.get(shapeOf(word, word.length + more)) ?? []).filter(
      (other) => countBits(letters ^ other.letters) <= MOST_LETTERS_APART && isSlip(word, other.word),
    );
  }

  /** Fuse.js tells which of them is nearest; of equally near ones that which shares more of the word. */
  function nearest(word: string, others: Known[]): string | undefined {
    if (others.length < 2) return others[0]?.word;
    const own = pairs(word);
    const inCommon = (other: Known): number => [...pairs(other.word)].filter((pair) => own.has(pair)).length;
    const shared = new Map(others.map((other) => [other, inCommon(other)]));
    const inOrder = others.toSorted((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0) || a.number - b.number);
    return new Fuse(
      inOrder.map((other) => other.word),
      FUZZY,
    ).search(word, { limit: 1 })[0]?.item;
  }

  const cache = new Map<string, Correction | null>();
  function find(word: string): Correction | null {
    if (word.length < 3 || word.length > LONGEST || !/^[a-z]+$/.test(word)) return null;
    const alike = bySound.get(sound(word));
    if (alike !== undefined) return { word: alike, trust: 0.95 };
    if (word.length < 4) return null;
    const meant = nearest(word, slipsTo(word));
    return meant === undefined ? null : { word: meant, trust: 0.8 };
  }

  return {
    correct(word) {
      const before = cache.get(word);
      if (before !== undefined) return before;
      if (cache.size > 2_000) cache.clear();
      const correction = find(word);
      cache.set(word, correction);
      return correction;
    },
  };
}

/** A slip never takes the first letter. */
const shapeOf = (word: string, length: number): string => `${word[0]}${length}`;

/** Two slips change two letters into two others. */
const MOST_LETTERS_APART = 4;

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Italian spelt as it sounds: single consonants, k and q as c, no h. */
function sound(word: string): string {
  return word
    .replace(/ch(?=[ei])|k|q|c(?=[aou])/g, 'c')
    .replace(/c(?=[ei])/g, 'č')
    .replace(/cu(?=[aeio])/g, 'co')
    .replace(/ph/g, 'f')
    .replace(/[jy]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/x/g, 's')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1');
}

function pairs(word: string): Set<string> {
  const framed = `^${word}$`;
  return new Set(Array.from({ length: framed.length - 1 }, (_, index) => framed.slice(index, index + 2)));
}

/**
 * Few enough slips for the word's length. In short words a letter may be missing, too many or out of place, but not
 * another one: «torta» is no slip for «porta», nor «luce» for «liceo».
 */
function isSlip(word: string, other: string): boolean {
  if (word[0] !== other[0]) return false;
  const slips = countSlips(word, other);
  if (word.length < 6) return slips === 1 && (word.length !== other.length || isSwap(word, other));
  return slips <= (word.length < 9 ? 1 : 2);
}

const isSwap = (word: string, other: string): boolean => sorted(word) === sorted(other);
const sorted = (word: string): string => Array.from(word).sort().join('');

/** Letters missing, too many, wrong, or two in each other's place (optimal string alignment). */
function countSlips(word: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = word[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1];
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
        swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, last] = [last, next];
  }
  return last[other.length] ?? 0;
}
