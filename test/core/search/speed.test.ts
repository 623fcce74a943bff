import { expect, test } from 'vitest';
import { createSearch, prepareSearch } from '../../../widget/search/index.ts';
import { doAtOnce, doInSlices, type Steps } from '../../../widget/search/steps.ts';
import { addAll, createTally, empty, raise, valueOf, valuesOf } from '../../../widget/search/tally.ts';
import { ourKnowledge } from './knowledge.ts';

test('KB-70 reading the articles in slices lets others go first, and ends in the same engine', async () => {
  const knowledge = await ourKnowledge();
  let pauses = 0;
  const pause = (): Promise<void> => {
    pauses += 1;
    return new Promise((resolve) => setImmediate(resolve));
  };
  const prepared = await prepareSearch(pause, knowledge);
  expect(pauses).toBeGreaterThan(0);
  const atOnce = createSearch(knowledge);
  for (const question of ['come pago il bollo scaduto', 'prennotare na visita', 'the bus pass for students', ''])
    expect(prepared.ask(question)).toEqual(atOnce.ask(question));
});

test('KB-70 a slice ends soon after its time is over, wherever the work is', async () => {
  const lengths: number[] = [];
  let begun = performance.now();
  function* work(): Steps<string> {
    for (let step = 0; step < 60; step += 1) {
      const until = performance.now() + 1;
      while (performance.now() < until);
      yield;
    }
    return 'done';
  }
  const pause = async (): Promise<void> => {
    lengths.push(performance.now() - begun);
    begun = performance.now();
  };
  expect(await doInSlices(work(), pause)).toBe('done');
  expect(lengths.length).toBeGreaterThan(3);
  expect(lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)]).toBeLessThan(20);
  expect(doAtOnce(work())).toBe('done');
});

test('KB-6 a tally adds, keeps the greater, knows what is nothing, and is empty again', () => {
  const tally = createTally(5);
  addAll(tally, Int32Array.of(3, 3, 0), Float64Array.of(1, 0.5, 0), 2);
  raise(tally, 1, 4);
  raise(tally, 1, 2);
  expect([...tally.numbers.subarray(0, tally.size)]).toEqual([3, 0, 1]);
  expect([...valuesOf(tally)]).toEqual([3, 0, 4]);
  expect([valueOf(tally, 3), valueOf(tally, 4)]).toEqual([3, 0]);
  empty(tally);
  expect([tally.size, valueOf(tally, 3), valueOf(tally, 1)]).toEqual([0, 0, 0]);
});
