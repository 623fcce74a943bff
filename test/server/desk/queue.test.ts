import { describe, expect, test } from 'vitest';
import { estimateWait, inOrder, paceOf, remember, type Served } from '../../../server/desk/queue.ts';

const MINUTE = 60_000;
const NOW = 100 * MINUTE;

function served(minutes: number[], { place = 1, ago = 1 }: { place?: number; ago?: number } = {}): Served[] {
  return minutes.map((waited) => ({ at: NOW - ago * MINUTE, place, waitedMs: waited * MINUTE }));
}

test('QU-2 first come, first served; whoever lost an operator comes first, the longest wait before the others', () => {
  const line = [
    { id: 'late', since: 30, returned: false },
    { id: 'early', since: 10, returned: false },
    { id: 'returned-late', since: 25, returned: true },
    { id: 'returned-early', since: 20, returned: true },
    { id: 'b-same', since: 10, returned: false },
  ];
  expect(inOrder(line).map(({ id }) => id)).toEqual(['returned-early', 'returned-late', 'early', 'b-same', 'late']);
});

describe('QU-4 an estimate comes from the pace of the last hour', () => {
  test.each([
    ['nobody served yet', 1, [], null],
    ['two are too few', 1, served([2, 2]), null],
    ['three are enough', 1, served([2, 2, 2]), 2],
    ['it grows with the place', 4, served([2, 2, 2]), 8],
    ['it counts what one place took', 2, served([6, 6, 6], { place: 3 }), 4],
    ['one forgotten citizen does not change it', 1, served([2, 2, 90, 2]), 2],
    ['an even number of waits: between the middle two', 1, served([1, 2, 4, 9]), 3],
    ['part of a minute is a minute', 1, served([1.2, 1.2, 1.2]), 2],
    ['never less than a minute', 1, served([0.01, 0.01, 0.01]), 1],
    ['what is older than an hour says nothing', 1, served([2, 2, 2], { ago: 61 }), null],
  ])('%s', (_name, position, pace, minutes) => {
    expect(estimateWait(position, paceOf(pace, NOW))).toBe(minutes === null ? null : minutes * MINUTE);
  });

  test('only the last twenty count', () => {
    const pace = [...served(Array.from({ length: 30 }, () => 9)), ...served(Array.from({ length: 20 }, () => 2))];
    expect(estimateWait(1, paceOf(pace, NOW))).toBe(2 * MINUTE);
    expect(pace.reduce(remember, [])).toHaveLength(20);
  });
});
