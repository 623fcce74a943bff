/**
 * Values of at least 0 by small whole numbers, counted up many times for each question: what a Map would do, several
 * times faster. Emptied, it serves for the next one.
 */
export interface Tally {
  /** By number; less than 0 where nothing was counted. */
  readonly values: Float64Array;
  /** The first `size` of them are the numbers counted, in the order in which they came. */
  readonly numbers: Int32Array;
  size: number;
}

export function createTally(numbers: number): Tally {
  return { values: new Float64Array(numbers).fill(-1), numbers: new Int32Array(numbers), size: 0 };
}

/** Adds each value, times a factor, to what was counted for the number beside it. */
export function addAll(tally: Tally, numbers: Int32Array, values: Float64Array, factor: number): void {
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    const value = (values[at] ?? 0) * factor;
    const before = tally.values[number] ?? -1;
    if (before < 0) tally.numbers[tally.size++] = number;
    tally.values[number] = before < 0 ? value : before + value;
  }
}

/** Keeps the greater one. */
export function raise(tally: Tally, number: number, value: number): void {
  const before = tally.values[number] ?? -1;
  if (before < 0) tally.numbers[tally.size++] = number;
  if (before < value) tally.values[number] = value;
}

/** 0 where nothing was counted. */
export function valueOf(tally: Tally, number: number): number {
  return Math.max(0, tally.values[number] ?? 0);
}

/** In the order of the numbers. */
export function valuesOf(tally: Tally): Float64Array {
  const values = new Float64Array(tally.size);
  for (let at = 0; at < tally.size; at += 1) values[at] = tally.values[tally.numbers[at] ?? 0] ?? 0;
  return values;
}

export function empty(tally: Tally): void {
  for (let at = 0; at < tally.size; at += 1) tally.values[tally.numbers[at] ?? 0] = -1;
  tally.size = 0;
}
