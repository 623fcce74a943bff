/** The same numbers for the same seed, on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  between(from: number, to: number): number;
  chance(share: number): boolean;
  /** As long as calls last, and as gaps between people who know nothing of each other are. */
  around(mean: number): number;
  pick<Value>(list: readonly Value[]): Value;
}

/** Mulberry32 (T. Ettinger, public domain): 32 bits of state are plenty for a day. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    next,
    between: (from, to) => from + next() * (to - from),
    chance: (share) => next() < share,
    around: (mean) => -Math.log(1 - next()) * mean,
    pick: <Value>(list: readonly Value[]) => list[Math.floor(next() * list.length)] as Value,
  };
}
