import Fuse from 'fuse.js/basic';
import { addTo } from './article-index.ts';

export interface Correction {
  word: string;
  /** 1 for one that sounds the same, less for one that only looks alike. */
  trust: number;
}

export interface Speller {
  /** The known word meant by an unknown one, or null. */
  correct(word: string): Correction | null;
}

/** How many known words are compared letter by letter, at most. */
const CANDIDATES = 40;
const LONGEST = 30;
const FUZZY = { ignoreLocation: true, ignoreFieldNorm: true, threshold: 0.5 };

/** Known words, folded; the earlier of two equally near ones wins. */
export function createSpeller(known: Iterable<string>): Speller {
  const words = [...new Set(known)].filter((word) => word.length > 2 && !/\d/.test(word));
  const bySound = new Map<string, string>();
  const byPair = new Map<string, number[]>();
  words.forEach((word, number) => {
    const key = sound(word);
    if (!bySound.has(key)) bySound.set(key, word);
    for (const pair of pairs(word)) addTo(byPair, pair, number);
  });

  function candidates(word: string): string[] {
    const shared = new Map<number, number>();
    for (const pair of pairs(word))
      for (const number of byPair.get(pair) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
    return [...shared]
      .filter(([number]) => Math.abs((words[number]?.length ?? 0) - word.length) <= 2)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, CANDIDATES)
      .flatMap(([number]) => words[number] ?? []);
  }

  const cache = new Map<string, Correction | null>();
  function find(word: string): Correction | null {
    if (word.length < 3 || word.length > LONGEST || !/^[a-z]+$/.test(word)) return null;
    const alike = bySound.get(sound(word));
    if (alike !== undefined) return { word: alike, trust: 0.95 };
    if (word.length < 4) return null;
    const likely = new Fuse(candidates(word), FUZZY).search(word).map(({ item }) => item);
    const meant = likely.find((other) => isSlip(word, other));
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
