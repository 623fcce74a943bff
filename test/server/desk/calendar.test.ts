import { describe, expect, test } from 'vitest';
import { openingAt } from '../../../server/desk/calendar.ts';
import type { Hours, WeeklyHours } from '../../../server/desk/hours.ts';
import type { DeskSettings } from '../../../server/desk/settings.ts';
import { DEFAULT_SETTINGS } from '../../../server/settings/defaults.ts';

/** Two shifts on working days, and a Saturday morning whose two ranges touch. */
const workingDay = [
  { from: '09:00', to: '13:15' },
  { from: '14:15', to: '17:00' },
];
const pisa: WeeklyHours = {
  days: {
    1: workingDay,
    2: workingDay,
    3: workingDay,
    4: workingDay,
    5: workingDay,
    6: [
      { from: '09:00', to: '11:00' },
      { from: '11:00', to: '12:30' },
    ],
  },
};

const withHours = (chat: Hours): DeskSettings => ({ ...DEFAULT_SETTINGS, hours: { chat, lis: 'always' } });

/** Local time in Rome, with its offset, as epoch milliseconds. */
const at = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;

describe('QU-1 a service is open in the local times of its timetable', () => {
  test.each([
    ['before the first shift', '2027-03-22T08:59:59+01:00', false, '2027-03-22T09:00:00+01:00'],
    ['at the first minute', '2027-03-22T09:00:00+01:00', true, '2027-03-22T13:15:00+01:00'],
    ['at the closing minute of a shift', '2027-03-22T13:15:00+01:00', false, '2027-03-22T14:15:00+01:00'],
    ['in the second shift', '2027-03-22T16:59:59+01:00', true, '2027-03-22T17:00:00+01:00'],
    ['in the evening', '2027-03-22T20:00:00+01:00', false, '2027-03-23T09:00:00+01:00'],
    ['over two ranges that touch', '2027-03-20T10:00:00+01:00', true, '2027-03-20T12:30:00+01:00'],
    ['over the night in which the clock goes forward', '2027-03-27T15:00:00+01:00', false, '2027-03-29T09:00:00+02:00'],
    ['over the night in which the clock goes back', '2027-10-30T15:00:00+02:00', false, '2027-11-01T09:00:00+01:00'],
    [
      'just after midnight in Rome, still yesterday in UTC',
      '2027-03-22T00:10:00+01:00',
      false,
      '2027-03-22T09:00:00+01:00',
    ],
  ])('%s', (_name, moment, open, until) => {
    const opening = openingAt(withHours(pisa), 'chat', at(moment));
    expect(opening).toEqual(open ? { open, closesAt: at(until) } : { open, opensAt: at(until) });
  });

  test('always open has no end, never open no beginning', () => {
    expect(openingAt(withHours('always'), 'chat', 0)).toEqual({ open: true, closesAt: null });
    expect(openingAt(withHours({ days: {} }), 'chat', 0)).toEqual({ open: false, opensAt: null });
  });

  test('once a week is found from a moment after it', () => {
    const mondays: WeeklyHours = { days: { 1: [{ from: '09:00', to: '10:00' }] } };
    expect(openingAt(withHours(mondays), 'chat', at('2027-03-22T10:00:00+01:00'))).toEqual({
      open: false,
      opensAt: at('2027-03-29T09:00:00+02:00'),
    });
  });
});
