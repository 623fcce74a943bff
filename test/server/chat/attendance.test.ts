import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAttendance } from '../../../server/chat/attendance.ts';

const GRACE = 30_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function attendance() {
  const told: string[] = [];
  const here = createAttendance({
    graceMs: GRACE,
    onChange: (key) => told.push(`${key} ${here.isHere(key) ? 'came' : 'went'}`),
    onLost: (key) => told.push(`${key} lost`),
  });
  return { here, told };
}

test('QU-8 who does not come back within the grace period is lost, once', () => {
  const { here, told } = attendance();
  here.arrive('ada', 'tab-1');
  here.depart('ada', 'tab-1');
  vi.advanceTimersByTime(GRACE - 1);
  expect(told).toEqual(['ada came', 'ada went']);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['ada came', 'ada went', 'ada lost']);
  vi.advanceTimersByTime(10 * GRACE);
  expect(told).toHaveLength(3);
});

test('QU-8 who comes back in time is not lost', () => {
  const { here, told } = attendance();
  here.arrive('ada', 'tab-1');
  here.depart('ada', 'tab-1');
  vi.advanceTimersByTime(GRACE - 1);
  here.arrive('ada', 'tab-2');
  vi.advanceTimersByTime(10 * GRACE);
  expect(told).toEqual(['ada came', 'ada went', 'ada came']);
});

test('CH-8 one is here as long as one connection is', () => {
  const { here, told } = attendance();
  here.arrive('ada', 'tab-1');
  here.arrive('ada', 'tab-2');
  expect(here.isElsewhere('ada', 'tab-1')).toBe(true);
  here.depart('ada', 'tab-1');
  here.depart('ada', 'tab-1');
  vi.advanceTimersByTime(10 * GRACE);
  expect(here.isHere('ada')).toBe(true);
  expect(here.isElsewhere('ada', 'tab-2')).toBe(false);
  expect(here.isElsewhere('ada', undefined)).toBe(true);
  expect(told).toEqual(['ada came']);
});

test('CH-5 after a restart whoever is expected has the grace period from then on', () => {
  const { here, told } = attendance();
  here.arrive('ada', 'tab-1');
  here.expect('ada');
  here.expect('bruno');
  vi.advanceTimersByTime(GRACE);
  expect(told).toEqual(['ada came', 'bruno lost']);
});

test('nothing happens after closing', () => {
  const { here, told } = attendance();
  here.arrive('ada', 'tab-1');
  here.expect('bruno');
  here.close();
  here.close();
  here.depart('ada', 'tab-1');
  here.expect('ada');
  vi.advanceTimersByTime(10 * GRACE);
  expect(told).toEqual(['ada came']);
});
