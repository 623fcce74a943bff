import { describe, expect, test } from 'vitest';
import { dueAt } from '../../../server/desk/due.ts';
import type { DeskSettings } from '../../../server/desk/settings.ts';
import { at, PISA, pisaWith, rome } from './pisa.ts';

const due = (settings: DeskSettings, moment: string): string | null => rome(dueAt(settings, at(moment)));
const always = pisaWith({ chat: 'always' });

describe('QU-24 what comes in is answered by the same local time on the next open day', () => {
  test.each([
    ['over Easter and the clock change', '2027-03-26T16:50:00+01:00', '2027-03-30T16:50:00+02:00'],
    ['from Monday to Tuesday', '2027-03-22T10:30:00+01:00', '2027-03-23T10:30:00+01:00'],
    ['before the first shift', '2027-03-22T07:00:00+01:00', '2027-03-23T07:00:00+01:00'],
    ['between the shifts', '2027-03-22T13:40:00+01:00', '2027-03-23T13:40:00+01:00'],
    ['in the evening of an open day', '2027-03-22T23:59:59+01:00', '2027-03-23T23:59:59+01:00'],
    ['over the weekend in which summer begins', '2026-03-27T12:00:00+01:00', '2026-03-30T12:00:00+02:00'],
    ['over the weekend in which it ends', '2026-10-23T12:00:00+02:00', '2026-10-26T12:00:00+01:00'],
    ['over the weekend in which it ends, and All Saints', '2027-10-29T12:00:00+02:00', '2027-11-02T12:00:00+01:00'],
    ['over the patron’s day', '2027-06-16T11:00:00+02:00', '2027-06-18T11:00:00+02:00'],
    ['over Christmas', '2026-12-24T16:00:00+01:00', '2026-12-28T16:00:00+01:00'],
  ])('%s', (_name, received, expected) => {
    expect(due(PISA, received)).toBe(expected);
  });
});

describe('QU-25 what comes in on a closed day is answered by the end of the next open one', () => {
  test.each([
    ['on a Saturday', '2027-03-20T08:00:00+01:00', '2027-03-22T17:00:00+01:00'],
    ['in the night before an open day', '2027-03-21T23:59:00+01:00', '2027-03-22T17:00:00+01:00'],
    ['on Easter Sunday', '2027-03-28T10:00:00+02:00', '2027-03-30T17:00:00+02:00'],
    ['on Easter Monday', '2027-03-29T16:50:00+02:00', '2027-03-30T17:00:00+02:00'],
    ['on the first of several closed days', '2026-12-25T09:00:00+01:00', '2026-12-28T17:00:00+01:00'],
  ])('%s', (_name, received, expected) => {
    expect(due(PISA, received)).toBe(expected);
  });

  test('after a long closure, and with an exceptional opening on the way', () => {
    const closures = [
      { from: '2027-08-02', to: '2027-08-27', services: ['chat' as const, 'lis' as const], reason: null },
    ];
    expect(due(pisaWith({ days: { closures } }), '2027-08-03T10:00:00+02:00')).toBe('2027-08-30T17:00:00+02:00');
    const openings = [{ date: '2027-08-14', services: ['lis' as const], ranges: [{ from: '10:00', to: '12:00' }] }];
    const settings = pisaWith({ days: { closures, openings } });
    expect(due(settings, '2027-08-03T10:00:00+02:00')).toBe('2027-08-14T12:00:00+02:00');
    expect(due(settings, '2027-08-14T18:00:00+02:00')).toBe('2027-08-30T18:00:00+02:00');
  });

  test('by the last minute of a day that is open until midnight', () => {
    const night = pisaWith({ chat: { days: { 1: [{ from: '20:00', to: '24:00' }] } } });
    expect(due({ ...night, hours: { ...night.hours, lis: { days: {} } } }, '2027-03-20T08:00:00+01:00')).toBe(
      '2027-03-22T23:59:00+01:00',
    );
  });
});

describe('QU-26 where only holidays are left out', () => {
  const holidays = pisaWith({ closedDays: 'holidays' });

  test.each([
    ['Saturdays count', '2027-03-19T16:50:00+01:00', '2027-03-20T16:50:00+01:00'],
    ['Sundays do not', '2027-03-20T10:00:00+01:00', '2027-03-22T10:00:00+01:00'],
    ['Easter and its Monday neither', '2027-03-27T11:00:00+01:00', '2027-03-30T11:00:00+02:00'],
    ['a Sunday is answered on Monday before closing', '2027-03-21T09:00:00+01:00', '2027-03-22T17:00:00+01:00'],
    ['a Friday holiday on Saturday before it ends', '2026-12-25T09:00:00+01:00', '2026-12-28T17:00:00+01:00'],
    ['a Thursday holiday on Friday', '2027-06-17T09:00:00+02:00', '2027-06-18T17:00:00+02:00'],
    ['a day without hours has its last minute', '2027-01-01T09:00:00+01:00', '2027-01-02T23:59:00+01:00'],
  ])('%s', (_name, received, expected) => {
    expect(due(holidays, received)).toBe(expected);
  });
});

describe('QU-27 a local time that the clock change leaves out or doubles', () => {
  test.each([
    ['left out: as long after as any other', '2027-03-27T02:30:00+01:00', '2027-03-28T03:30:00+02:00'],
    ['left out in 2026', '2026-03-28T02:15:00+01:00', '2026-03-29T03:15:00+02:00'],
    ['doubled: the first of the two', '2027-10-30T02:30:00+02:00', '2027-10-31T02:30:00+02:00'],
    ['received in the second of the two', '2026-10-25T02:30:00+01:00', '2026-10-26T02:30:00+01:00'],
    ['a day of 23 hours', '2027-03-27T12:00:00+01:00', '2027-03-28T12:00:00+02:00'],
    ['a day of 25 hours', '2026-10-24T12:00:00+02:00', '2026-10-25T12:00:00+01:00'],
  ])('%s', (_name, received, expected) => {
    expect(due(always, received)).toBe(expected);
  });
});

test('QU-25 a desk that never opens still answers, on the next day that is no holiday', () => {
  const never = pisaWith({ chat: { days: {} }, lis: { days: {} } });
  expect(due(never, '2027-03-26T16:50:00+01:00')).toBe('2027-03-27T16:50:00+01:00');
});
