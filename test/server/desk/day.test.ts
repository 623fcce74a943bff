import { expect, test } from 'vitest';
import { live, type Plan } from './day/day.ts';

/** Names the seed with every failure: `SPORTELLO_SEED=… vitest run test/server/desk/day.test.ts` is the same day again. */
const given = process.env['SPORTELLO_SEED'];
const seed = given === undefined ? undefined : Number(given);

const DAYS: (Plan & { name: string })[] = [
  { name: 'a full day', seed: seed ?? 26_03_2027, citizens: Number(process.env['N'] ?? 10_000), operators: Number(process.env['OPS'] ?? 40) },
];

test.each(DAYS)('$name: seed $seed', { timeout: 600_000 }, async (plan) => {
  const ledger = await live(plan).catch((error: unknown) => {
    throw new Error(`on a day with SPORTELLO_SEED=${plan.seed}: ${String(error)}`, { cause: error });
  });
  console.log(JSON.stringify(Object.fromEntries([...ledger.counts].toSorted()), null, 1));
  expect(ledger.problems).toEqual([]);
});
