import { NUMBERS } from './emergency-hearing.ts';
import { NO_POINTS } from './emergency-weighing.ts';
import { BIAS, WEIGHTS } from './emergency-weights.ts';

/** Letters in a row that are looked at, across words: inflections, slips and dialects share most of them. */
const SHORTEST = 4;
const LONGEST = 5;
/** How far apart two ideas are still heard together, in words. */
const TOGETHER = 5;
/** So that a long message speaks no louder than a short one. */
const LETTERS_WEIGH = 4;
const PAIRS_WEIGH = 2;
/** A weight of 1 in the stored ones. */
export const STEP = 4;
/** The letter of a weight of nothing. */
export const ZERO = 77;

/** What has been learned about traits. */
export interface Weights {
  /** How many places there are for traits. */
  size: number;
  /** How much a message of these traits sounds like a call for help: above 0 it does. */
  sum(traits: Map<number, number>): number;
}

export const learned: Weights = {
  size: WEIGHTS.length,
  sum: (traits) =>
    [...traits].reduce((sum, [at, value]) => sum + ((WEIGHTS.charCodeAt(at) - ZERO) / STEP) * value, BIAS),
};

/** In which places the traits of some words are, and how strong each is. */
export function traitsOf(words: string[], heard: number[][], points: number, size: number): Map<number, number> {
  const traits = new Map<number, number>();
  const add = (numbers: Set<number>, strength: number): void =>
    numbers.forEach((number) => {
      const at = number % size;
      traits.set(at, (traits.get(at) ?? 0) + strength);
    });
  const letters = lettersOf(` ${words.join(' ')} `);
  const pairs = pairsOf(heard);
  add(letters, LETTERS_WEIGH / Math.sqrt(letters.size));
  add(pairs, PAIRS_WEIGH / Math.sqrt(Math.max(4, pairs.size)));
  add(new Set(heard.flat().map((idea) => mix(SEED, idea))), 1);
  return traits.set(Math.round(points) - NO_POINTS, 1);
}

function lettersOf(text: string): Set<number> {
  const letters = new Set<number>();
  for (let start = 0; start + SHORTEST <= text.length; start += 1) {
    let sum = SEED;
    for (let at = start; at < Math.min(text.length, start + LONGEST); at += 1) {
      sum = mix(sum, text.charCodeAt(at));
      if (at - start >= SHORTEST - 1) letters.add(sum);
    }
  }
  return letters;
}

function pairsOf(heard: number[][]): Set<number> {
  const pairs = new Set<number>();
  heard.forEach((ideas, at) => {
    for (const others of heard.slice(at + 1, at + 1 + TOGETHER))
      for (const one of ideas)
        for (const two of others) pairs.add(mix(mix(SEED, Math.min(one, two) + NUMBERS), Math.max(one, two)));
  });
  return pairs;
}

/** FNV-1a, a number at a time. */
const SEED = 2_166_136_261;
const mix = (sum: number, number: number): number => Math.imul(sum ^ number, 16_777_619) >>> 0;
