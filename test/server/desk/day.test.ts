import { expect, test } from 'vitest';
import { live, type Plan } from './day/day.ts';

/**
 * Every failure names its seed: `SPORTELLO_SEED=… npx vitest run test/server/desk/day.test.ts` is the same day again.
 * Besides one that is always the same there is one that never was before.
 */
const given = process.env['SPORTELLO_SEED'];
const chosen = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);

const DAYS: (Plan & { name: string })[] = [
  {
    name: 'ten thousand citizens, forty operators',
    seed: 26_03_2027,
    citizens: 10_000,
    operators: 40,
    rules: { maximumWaitMs: 4 * 60_000 },
  },
  {
    name: 'a small desk that sends home at closing time',
    seed: chosen,
    citizens: 1_200,
    operators: 10,
    rules: { atClosing: 'message', chatsAtOnce: 3, chatsDuringCall: true },
  },
];

/** A day without them proves nothing about them. */
const EVENTFUL = [
  'a citizen is cut off',
  'a citizen resumes',
  'a message is left',
  'a message is left instead of waiting',
  'a page is closed for good',
  'a transfer',
  'a question (answer)',
  'a question (transfer)',
  'a colleague is ready',
  'a supervisor takes over',
  'an offer is declined',
  'an offer is overlooked',
  'an operator is cut off',
  'an operator is taken for absent',
  'closed as later-answer',
  'lis begins',
  'promises kept',
  'taken: already-taken',
];

test.each(DAYS)('QU-98 the desk keeps its rules for $name (seed $seed)', { timeout: 600_000 }, async (plan) => {
  const { counts, problems } = await live(plan).catch((error: unknown) => {
    throw new Error(`on the day with SPORTELLO_SEED=${plan.seed}: ${String(error)}`, { cause: error });
  });
  expect(problems).toEqual([]);
  if (plan.citizens >= 10_000) expect(EVENTFUL.filter((what) => !counts.has(what))).toEqual([]);
  // Asked for by its seed it is a day that somebody looks into.
  if (given !== undefined) console.log(plan.name, Object.fromEntries(counts));
});
