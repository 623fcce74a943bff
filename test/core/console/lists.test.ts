import { describe, expect, it } from 'vitest';
import { emptySteadyList, steadyList, type SteadyList } from '../../../console/core/steady-list.ts';
import { minutesWaited, nextInLine, waitLevel } from '../../../console/core/waiting-time.ts';
import { waiting } from './fixtures.ts';

const draw = (before: SteadyList<string>, actual: string[], held: boolean) =>
  steadyList(before, actual, held, (id) => id);
const shown = ({ rows, fresh }: SteadyList<string>) =>
  `${rows.map(({ item, gone }) => (gone ? `(${item})` : item)).join(' ')} +${fresh}`;

describe('a list that does not move under the pointer', () => {
  it('follows the truth while nobody holds it', () => {
    expect(shown(draw(draw(emptySteadyList, ['a', 'b'], false), ['b', 'c'], false))).toBe('b c +0');
  });

  it('QU-50 keeps its rows while held: who left is marked, who comes first is counted, who comes last is added below', () => {
    const before = draw(emptySteadyList, ['a', 'b'], false);
    const held = draw(before, ['c', 'b', 'd'], true);
    expect(shown(held)).toBe('(a) b d +1');
    expect(shown(draw(held, ['c', 'b', 'd', 'e'], true))).toBe('(a) b d e +1');
    expect(shown(draw(held, ['c', 'b', 'd'], false))).toBe('c b d +0');
  });

  it('has nothing to hold still while it is empty', () => {
    expect(shown(draw(emptySteadyList, ['a'], true))).toBe('a +0');
  });
});

describe('waiting times', () => {
  it('QU-51 turn from short to long to late at the thresholds', () => {
    const thresholds = { longMs: 100, lateMs: 200 };
    expect([0, 99, 100, 199, 200].map((ms) => waitLevel(ms, thresholds))).toEqual([
      'short',
      'short',
      'long',
      'long',
      'late',
    ]);
  });

  it('count whole minutes and never go below none', () => {
    expect(minutesWaited(0, 59_999)).toBe(0);
    expect(minutesWaited(0, 120_000)).toBe(2);
    expect(minutesWaited(5000, 0)).toBe(0);
  });

  it('QU-2 who was dropped comes first, then who waits longest', () => {
    const line = [
      waiting('late', { since: 3 }),
      waiting('early', { since: 1 }),
      waiting('back', { since: 9, returned: true }),
    ];
    expect(nextInLine(line)?.conversationId).toBe('back');
    expect(nextInLine(line.slice(0, 2))?.conversationId).toBe('early');
    expect(nextInLine([])).toBeUndefined();
  });
});
