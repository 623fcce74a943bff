import { describe, expect, test } from 'vitest';
import { isSentHome, nextWaitMoment, waitTold, type WaitFacts } from '../../../server/desk/waiting.ts';

const MINUTE = 60_000;
const served = { maximumWaitMs: 15 * MINUTE, atClosing: 'served' } as const;
const message = { ...served, atClosing: 'message' } as const;

function facts(change: Partial<WaitFacts> = {}): WaitFacts {
  return {
    since: 0,
    estimateMs: null,
    promisedUntil: null,
    answered: false,
    opening: { open: true, closesAt: null },
    staffed: true,
    ...change,
  };
}

describe('QU-74 a promise that grows is told', () => {
  test.each([
    ['nothing was said', { estimateMs: 9 * MINUTE }, 0, false],
    ['as was said', { estimateMs: 3 * MINUTE, promisedUntil: 5 * MINUTE }, 2 * MINUTE, false],
    ['a minute more', { estimateMs: 4 * MINUTE, promisedUntil: 5 * MINUTE }, 2 * MINUTE, false],
    ['more than a minute more', { estimateMs: 4 * MINUTE, promisedUntil: 5 * MINUTE }, 2 * MINUTE + 1, true],
    ['it is past', { promisedUntil: 5 * MINUTE }, 5 * MINUTE + 1, true],
    ['it is not past yet', { promisedUntil: 5 * MINUTE }, 5 * MINUTE, false],
  ])('%s', (_name, change, now, longer) => {
    expect(waitTold(facts(change), served, now).longer).toBe(longer);
  });
});

describe('QU-75 what is proposed to who waits', () => {
  const closed = { open: false, opensAt: 90 * MINUTE } as const;
  test.each([
    ['nothing', {}, served, 0, null],
    ['nothing a moment before the maximum', {}, served, 15 * MINUTE - 1, null],
    ['after the maximum', {}, served, 15 * MINUTE, 'too-long'],
    ['counted from when they came back to the line', { since: 10 * MINUTE }, served, 15 * MINUTE, null],
    ['without a maximum nothing', {}, { ...served, maximumWaitMs: null }, 999 * MINUTE, null],
    ['nobody is there', { staffed: false }, served, 0, 'unstaffed'],
    ['nobody is there, and it takes too long', { staffed: false }, served, 20 * MINUTE, 'unstaffed'],
    ['closed, and served', { opening: closed }, served, 0, null],
    ['closed, served, and nobody is there', { opening: closed, staffed: false }, served, 0, 'unstaffed'],
    ['closed', { opening: closed }, message, 0, 'closed'],
    ['closed, but answered before', { opening: closed, answered: true }, message, 0, null],
  ] as const)('%s', (_name, change, rules, now, propose) => {
    expect(waitTold(facts(change), rules, now).propose).toBe(propose);
  });

  test('whoever is sent home stands in no line; whoever was answered before is served', () => {
    expect(isSentHome({ opening: closed, answered: false }, message)).toBe(true);
    expect(isSentHome({ opening: closed, answered: true }, message)).toBe(false);
    expect(isSentHome({ opening: closed, answered: false }, served)).toBe(false);
    expect(isSentHome({ opening: { open: true, closesAt: 9 }, answered: false }, message)).toBe(false);
  });
});

test('QU-76 closing is told in advance, with what happens then', () => {
  const opening = { open: true, closesAt: 40 * MINUTE } as const;
  expect(waitTold(facts({ opening }), message, 0).closing).toEqual({ at: 40 * MINUTE, policy: 'message' });
  expect(waitTold(facts({ opening }), served, 0).closing).toEqual({ at: 40 * MINUTE, policy: 'served' });
  expect(waitTold(facts({ opening, answered: true }), message, 0).closing).toBeNull();
  expect(waitTold(facts(), message, 0).closing).toBeNull();
  expect(waitTold(facts(), message, 0).maximumAt).toBe(15 * MINUTE);
  expect(waitTold(facts(), { ...message, maximumWaitMs: null }, 0).maximumAt).toBeNull();
});

describe('QU-77 the next moment at which it is told', () => {
  test.each([
    ['the maximum', {}, 0, 15],
    ['after it, none', {}, 15, Infinity],
    ['closing before it', { opening: { open: true, closesAt: 4 * MINUTE } as const }, 0, 4],
    ['opening again', { opening: { open: false, opensAt: 8 * MINUTE } as const }, 0, 8],
  ])('%s', (_name, change, now, minutes) => {
    expect(nextWaitMoment(facts(change), message, now * MINUTE)).toBe(minutes * MINUTE);
  });

  test('at each of them something is told that was not told before', () => {
    const opening = { open: true, closesAt: 12 * MINUTE } as const;
    const case_ = facts({ opening, promisedUntil: 5 * MINUTE, estimateMs: 2 * MINUTE });
    const moments: number[] = [];
    for (let at = 0; at !== Infinity; at = nextWaitMoment(case_, message, at)) moments.push(at);
    expect(moments).toEqual([0, 4 * MINUTE + 1, 5 * MINUTE + 1, 12 * MINUTE, 15 * MINUTE]);
    const told = (at: number) => waitTold(case_, message, at);
    expect(told(4 * MINUTE)).not.toEqual(told(4 * MINUTE + 1));
    expect(told(15 * MINUTE - 1)).not.toEqual(told(15 * MINUTE));
  });
});
