import { describe, expect, test } from 'vitest';
import type { Service } from '../../../protocol/conversation.ts';
import { isCounted, openingAt } from '../../../server/desk/calendar.ts';
import type { Hours } from '../../../server/desk/hours.ts';
import type { DeskSettings } from '../../../server/desk/settings.ts';
import { at, PISA, pisaWith, ranges, rome, workingDays } from './pisa.ts';

/** `open until …` or `closed until …`, in Rome's time. */
function told(settings: DeskSettings, moment: string, service: Service = 'chat'): string {
  const opening = openingAt(settings, service, at(moment));
  const until = opening.open ? opening.closesAt : opening.opensAt;
  return `${opening.open ? 'open' : 'closed'} until ${rome(until) ?? 'ever'}`;
}

const daily = (text: string): Hours => {
  const each = ranges(text);
  return { days: { 1: each, 2: each, 3: each, 4: each, 5: each, 6: each, 7: each } };
};
const noHolidays = { holidays: { national: false, patron: null, extra: [] } };

describe('QU-1 a service is open in the local times of its timetable', () => {
  test.each([
    ['before the first shift', '2027-03-22T08:59:59+01:00', 'closed until 2027-03-22T09:00:00+01:00'],
    ['at the first minute', '2027-03-22T09:00:00+01:00', 'open until 2027-03-22T13:15:00+01:00'],
    ['at the closing minute of a shift', '2027-03-22T13:15:00+01:00', 'closed until 2027-03-22T14:15:00+01:00'],
    ['in the second shift', '2027-03-22T16:59:59+01:00', 'open until 2027-03-22T17:00:00+01:00'],
    ['in the evening', '2027-03-22T20:00:00+01:00', 'closed until 2027-03-23T09:00:00+01:00'],
    ['just after midnight, yesterday in UTC', '2027-03-22T00:10:00+01:00', 'closed until 2027-03-22T09:00:00+01:00'],
    ['over the weekend in which summer begins', '2026-03-28T15:00:00+01:00', 'closed until 2026-03-30T09:00:00+02:00'],
    ['over the weekend in which it ends', '2026-10-24T15:00:00+02:00', 'closed until 2026-10-26T09:00:00+01:00'],
  ])('%s', (_name, moment, expected) => {
    expect(told(PISA, moment)).toBe(expected);
  });

  test('each service has its own', () => {
    expect(told(PISA, '2027-03-22T08:20:00+01:00', 'lis')).toBe('open until 2027-03-22T09:45:00+01:00');
    expect(told(PISA, '2027-03-22T08:20:00+01:00', 'chat')).toBe('closed until 2027-03-22T09:00:00+01:00');
    expect(told(PISA, '2027-03-22T13:45:00+01:00', 'lis')).toBe('closed until 2027-03-23T08:15:00+01:00');
  });

  test('ranges that touch are one opening, and close at the end of the last', () => {
    const touching = pisaWith({ chat: workingDays('9:00-11:00, 11:00-12:30') });
    expect(told(touching, '2027-03-22T10:00:00+01:00')).toBe('open until 2027-03-22T12:30:00+01:00');
  });

  test('a night is one opening: until midnight, and from there on the next day', () => {
    const nights = pisaWith({ chat: daily('0:00-6:00, 22:00-24:00'), days: noHolidays });
    expect(told(nights, '2027-03-22T23:00:00+01:00')).toBe('open until 2027-03-23T06:00:00+01:00');
    expect(told(nights, '2027-03-23T05:59:00+01:00')).toBe('open until 2027-03-23T06:00:00+01:00');
    expect(told(nights, '2027-03-23T06:00:00+01:00')).toBe('closed until 2027-03-23T22:00:00+01:00');
    // The shortest and the longest night.
    expect(told(nights, '2027-03-27T23:00:00+01:00')).toBe('open until 2027-03-28T06:00:00+02:00');
    expect(told(nights, '2027-10-30T23:00:00+02:00')).toBe('open until 2027-10-31T06:00:00+01:00');
  });

  test('day and night has no end, and never open no beginning', () => {
    expect(told(pisaWith({ chat: 'always' }), '2027-12-25T12:00:00+01:00')).toBe('open until ever');
    expect(told(pisaWith({ chat: daily('0:00-24:00'), days: noHolidays }), '2027-12-25T12:00:00+01:00')).toBe(
      'open until ever',
    );
    expect(told(pisaWith({ chat: { days: {} } }), '2027-03-22T12:00:00+01:00')).toBe('closed until ever');
  });

  test('once a week is found from a moment after it', () => {
    const mondays = pisaWith({ chat: { days: { 1: ranges('9:00-10:00') } } });
    expect(told(mondays, '2027-03-15T10:00:00+01:00')).toBe('closed until 2027-03-22T09:00:00+01:00');
  });
});

describe('QU-20 in a night with a clock change', () => {
  test.each([
    // On 29 March 2026 and 28 March 2027 2:00 to 3:00 is left out.
    ['begins in the lost hour', '2:30-4:00', '2026-03-29T01:00:00+01:00', 'closed until 2026-03-29T03:00:00+02:00'],
    ['begins with the lost hour', '2:00-4:00', '2027-03-28T01:00:00+01:00', 'closed until 2027-03-28T03:00:00+02:00'],
    ['ends in the lost hour', '1:00-2:30', '2027-03-28T01:30:00+01:00', 'open until 2027-03-28T03:00:00+02:00'],
    ['lies in the lost hour', '2:10-2:50', '2027-03-28T01:30:00+01:00', 'closed until 2027-03-29T02:10:00+02:00'],
    // On 25 October 2026 and 31 October 2027 2:00 to 3:00 comes twice.
    ['begins in the doubled hour', '2:30-4:00', '2026-10-25T02:10:00+02:00', 'closed until 2026-10-25T02:30:00+02:00'],
    ['has the doubled hour', '1:00-4:00', '2027-10-31T02:59:00+02:00', 'open until 2027-10-31T04:00:00+01:00'],
    ['ends in the doubled hour', '1:00-2:30', '2027-10-31T02:40:00+02:00', 'open until 2027-10-31T02:30:00+01:00'],
    ['lies in the doubled hour', '2:10-2:50', '2027-10-31T02:10:00+02:00', 'open until 2027-10-31T02:50:00+01:00'],
    ['touches in it', '1:00-2:30, 2:30-4:00', '2027-10-31T02:10:00+02:00', 'open until 2027-10-31T04:00:00+01:00'],
  ])('a range that %s', (_name, text, moment, expected) => {
    expect(told(pisaWith({ chat: daily(text), days: noHolidays }), moment)).toBe(expected);
  });
});

describe('QU-21 holidays are closed', () => {
  const PUBLIC = ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '10-04', '11-01', '12-08', '12-25', '12-26'];
  const everyDay = pisaWith({ chat: daily('9:00-12:00') });
  const opens = (date: string, settings = everyDay): boolean =>
    openingAt(settings, 'chat', Temporal.ZonedDateTime.from(`${date}T10:00[Europe/Rome]`).epochMilliseconds).open;

  test.each([
    ['2026', ['2026-04-05', '2026-04-06']],
    ['2027', ['2027-03-28', '2027-03-29']],
  ])('in %s the national ones and the patron’s, and no other day', (year, easter) => {
    const days = Array.from({ length: 365 }, (_, n) => Temporal.PlainDate.from(`${year}-01-01`).add({ days: n }));
    const closed = days.map(String).filter((date) => !opens(date));
    expect(closed).toEqual([...PUBLIC.map((day) => `${year}-${day}`), `${year}-06-17`, ...easter].toSorted());
  });

  test('further ones are written down, and the national ones can be left out', () => {
    expect(opens('2025-10-04')).toBe(true);
    const extra = { national: true, patron: null, extra: ['2025-10-04'] };
    expect(opens('2025-10-04', pisaWith({ chat: daily('9:00-12:00'), days: { holidays: extra } }))).toBe(false);
    expect(opens('2027-12-25', pisaWith({ chat: daily('9:00-12:00'), days: noHolidays }))).toBe(true);
  });

  test('Easter 2027: from Friday afternoon to Tuesday morning, the clock change in between', () => {
    expect(told(PISA, '2027-03-26T17:00:00+01:00')).toBe('closed until 2027-03-30T09:00:00+02:00');
    expect(told(PISA, '2027-03-29T10:00:00+02:00')).toBe('closed until 2027-03-30T09:00:00+02:00');
  });
});

describe('QU-22 single days differ from the week', () => {
  const reason = { it: 'Sciopero', en: 'Strike' };
  const strike = pisaWith({
    days: { closures: [{ from: '2027-05-05', to: '2027-05-07', services: ['chat'], reason }] },
  });
  const saturday = { date: '2027-05-08', services: ['chat' as const], ranges: ranges('10:00-12:00') };

  test('a closure holds from its first to its last day, for its services, with its reason', () => {
    expect(told(strike, '2027-05-04T17:30:00+02:00')).toBe('closed until 2027-05-10T09:00:00+02:00');
    expect(openingAt(strike, 'chat', at('2027-05-06T10:00:00+02:00'))).toEqual({
      open: false,
      opensAt: at('2027-05-10T09:00:00+02:00'),
      reason,
    });
    // The evening before has nothing to explain.
    expect(openingAt(strike, 'chat', at('2027-05-04T17:30:00+02:00'))).not.toHaveProperty('reason');
    expect(told(strike, '2027-05-06T10:30:00+02:00', 'lis')).toBe('open until 2027-05-06T11:45:00+02:00');
  });

  test('day and night ends where a closure begins', () => {
    const closures = [{ from: '2027-08-15', to: '2027-08-15', services: ['chat' as const], reason: null }];
    const settings = pisaWith({ chat: 'always', days: { closures } });
    expect(told(settings, '2027-08-01T10:00:00+02:00')).toBe('open until 2027-08-15T00:00:00+02:00');
    expect(told(settings, '2027-08-15T10:00:00+02:00')).toBe('closed until 2027-08-16T00:00:00+02:00');
  });

  test('an opening has its own hours, on a day off, in a closure, on a holiday, or instead of the usual ones', () => {
    const openings = ['2027-05-06', '2027-05-08', '2027-05-10', '2027-12-25'].map((date) => ({ ...saturday, date }));
    const settings = pisaWith({ days: { closures: strike.days.closures, openings } });
    expect(told(settings, '2027-05-06T09:30:00+02:00')).toBe('closed until 2027-05-06T10:00:00+02:00');
    expect(told(settings, '2027-05-07T09:30:00+02:00')).toBe('closed until 2027-05-08T10:00:00+02:00');
    expect(told(settings, '2027-05-10T09:30:00+02:00')).toBe('closed until 2027-05-10T10:00:00+02:00');
    expect(told(settings, '2027-05-10T12:00:00+02:00')).toBe('closed until 2027-05-11T09:00:00+02:00');
    expect(told(settings, '2027-12-25T10:30:00+01:00')).toBe('open until 2027-12-25T12:00:00+01:00');
    expect(told(settings, '2027-05-08T10:30:00+02:00', 'lis')).toBe('closed until 2027-05-10T08:15:00+02:00');
  });

  test('the next opening is found up to a year ahead', () => {
    const closures = [{ from: '2027-01-01', to: '2027-12-31', services: ['chat' as const], reason: null }];
    expect(told(pisaWith({ days: { closures } }), '2027-01-01T10:00:00+01:00')).toBe(
      'closed until 2028-01-03T09:00:00+01:00',
    );
    const longer = [{ ...closures[0]!, to: '2029-12-31' }];
    expect(told(pisaWith({ days: { closures: longer } }), '2027-01-01T10:00:00+01:00')).toBe('closed until ever');
  });

  test('whatever the plan, the answer takes no time one would notice', () => {
    const closures = [{ from: '2029-01-01', to: '2029-01-01', services: ['chat' as const], reason: null }];
    const settings = pisaWith({ chat: 'always', days: { closures } });
    const opening = openingAt(settings, 'chat', at('2027-01-01T10:00:00+01:00'));
    const begun = performance.now();
    for (let round = 0; round < 1000; round += 1) {
      expect(openingAt(settings, 'chat', at('2027-01-01T10:00:00+01:00') + round)).toBe(opening);
    }
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe('QU-23 a day counts for promises', () => {
  test.each([
    ['a working day', '2027-03-26', true, true],
    ['a Saturday', '2027-03-27', false, true],
    ['a Sunday', '2027-03-21', false, false],
    ['Easter Monday', '2027-03-29', false, false],
    ['the patron’s day', '2027-06-17', false, false],
  ])('%s', (_name, date, withoutOpening, holidays) => {
    expect(isCounted(PISA, date)).toBe(withoutOpening);
    expect(isCounted(pisaWith({ closedDays: 'holidays' }), date)).toBe(holidays);
  });

  test('when one service opens, and not when all are shut for the day', () => {
    const closed = (services: Service[]): DeskSettings =>
      pisaWith({ days: { closures: [{ from: '2027-05-05', to: '2027-05-05', services, reason: null }] } });
    expect(isCounted(closed(['chat']), '2027-05-05')).toBe(true);
    expect(isCounted(closed(['chat', 'lis']), '2027-05-05')).toBe(false);
    expect(isCounted({ ...closed(['chat', 'lis']), callbacks: { closedDays: 'holidays' } }, '2027-05-05')).toBe(true);
  });
});
