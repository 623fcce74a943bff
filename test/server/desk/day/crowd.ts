import type { Random } from './random.ts';

/** How busy each hour is against the others, and each day, from Friday to Tuesday. Local time. */
const HOURS: Record<number, number> = {
  7: 1,
  8: 5,
  9: 13,
  10: 15,
  11: 13,
  12: 10,
  13: 7,
  14: 9,
  15: 11,
  16: 9,
  17: 4,
  18: 2,
  20: 1,
};
const DAYS = [93, 1.5, 0.5, 2, 3];

const HOUR = 60 * 60_000;

/**
 * When each of them comes: a Poisson process that follows the hours' curve, of which the number is known.
 * @param midnights of the days, epoch milliseconds, by the local clock
 */
export function arrivals(count: number, midnights: readonly number[], random: Random): number[] {
  const hours = Object.entries(HOURS);
  return Array.from({ length: count }, () => {
    const midnight = midnights[weighted(DAYS, random)] ?? 0;
    const [hour] = hours[
      weighted(
        hours.map(([, weight]) => weight),
        random,
      )
    ] ?? [0];
    return midnight + (Number(hour) + random.next()) * HOUR;
  }).toSorted((a, b) => a - b);
}

function weighted(weights: readonly number[], random: Random): number {
  let rest = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  return weights.findIndex((weight) => (rest -= weight) < 0);
}
