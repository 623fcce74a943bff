import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPulse, type Pulse } from '../../../server/chat/pulse.ts';

let pulse: Pulse;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  pulse.close();
  vi.useRealTimers();
});

function counting(work: () => number = () => Infinity): { runs: number } {
  const counted = { runs: 0 };
  pulse = createPulse({
    gapMs: 50,
    now: Date.now,
    work() {
      counted.runs += 1;
      return work();
    },
  });
  return counted;
}

test('QU-12 many changes are one look, and the next one comes after a gap', () => {
  const counted = counting();
  for (let count = 0; count < 5; count += 1) pulse.request();
  vi.advanceTimersByTime(0);
  expect(counted.runs).toBe(1);
  pulse.request();
  vi.advanceTimersByTime(49);
  expect(counted.runs).toBe(1);
  vi.advanceTimersByTime(1);
  expect(counted.runs).toBe(2);
});

test('QU-12 a look that takes long makes the next one wait longer: a tenth of the time at most', () => {
  const counted = counting(() => {
    vi.setSystemTime(Date.now() + 20);
    vi.advanceTimersByTime(20);
    return Infinity;
  });
  pulse.request();
  vi.advanceTimersByTime(0);
  pulse.request();
  vi.advanceTimersByTime(199);
  expect(counted.runs).toBe(1);
  vi.advanceTimersByTime(1);
  expect(counted.runs).toBe(2);
});

test('QU-77 without any change it looks again at the moment that it was told', () => {
  const at = Date.now() + 5_000;
  const counted = counting(() => (Date.now() < at ? at : Infinity));
  pulse.request();
  vi.advanceTimersByTime(4_999);
  expect(counted.runs).toBe(1);
  vi.advanceTimersByTime(2);
  expect(counted.runs).toBe(2);
  vi.advanceTimersByTime(3_600_000);
  expect(counted.runs).toBe(2);
});

test('QU-77 a clock that is set is noticed within a minute', () => {
  const at = Date.now() + 3_600_000;
  const counted = counting(() => (Date.now() < at ? at : Infinity));
  pulse.request();
  vi.advanceTimersByTime(1);
  vi.setSystemTime(at);
  vi.advanceTimersByTime(60_000);
  expect(counted.runs).toBe(2);
});

test('closed, it does nothing any more', () => {
  const counted = counting(() => Date.now() + 10);
  pulse.request();
  vi.advanceTimersByTime(0);
  pulse.close();
  pulse.request();
  vi.advanceTimersByTime(60_000);
  expect(counted.runs).toBe(1);
});
