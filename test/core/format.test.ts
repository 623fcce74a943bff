import { beforeAll, expect, it } from 'vitest';
import { formatDay, formatDeskTime, formatEnd, formatHour, waitMinutes } from '../../widget/core/format.ts';
import { formatBytes } from '../../widget/core/format-bytes.ts';
import { formatDate } from '../../widget/core/format-date.ts';
import { createI18n, type I18n } from '../../widget/core/i18n.ts';
import { words } from '../../widget/locales/words.ts';

let italian: I18n;
let english: I18n;

beforeAll(async () => {
  italian = await createI18n({ lang: 'it', resources: words.panel });
  english = await createI18n({ lang: 'en', resources: words.panel });
});

/** A moment by the clock of Rome in November, an hour ahead of UTC. */
const rome = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour - 1, minute);

it.each([
  { at: rome(23, 14), now: rome(23, 9), it: 'oggi alle 14', en: 'today at 14:00' },
  { at: rome(24, 9, 30), now: rome(23, 23, 30), it: 'domani, martedì, alle 9:30', en: 'tomorrow, Tuesday, at 9:30' },
  { at: rome(24, 9), now: rome(22, 12), it: 'martedì 24 novembre alle 9', en: 'Tuesday 24 November at 9:00' },
  // Easter Monday, and the clocks go forward in between.
  {
    at: Date.UTC(2027, 2, 30, 14, 50),
    now: Date.UTC(2027, 2, 26, 15, 50),
    it: 'martedì 30 marzo alle 16:50',
    en: 'Tuesday 30 March at 16:50',
  },
  // The last evening of winter time: it is tomorrow though fewer than 24 hours lie between.
  {
    at: Date.UTC(2027, 2, 28, 7),
    now: Date.UTC(2027, 2, 27, 22, 30),
    it: 'domani, domenica, alle 9',
    en: 'tomorrow, Sunday, at 9:00',
  },
])('CH-84 says when the desk opens, and until when it answers: $it', ({ at, now, it: inItalian, en }) => {
  expect(formatDeskTime(at, now, italian)).toBe(inItalian);
  expect(formatDeskTime(at, now, english)).toBe(en);
});

it('QU-9 says hours in the desk’s own time, in summer too', () => {
  expect(formatHour(Date.UTC(2026, 6, 1, 7), italian)).toBe('9');
  expect(formatHour(rome(23, 9, 45), italian)).toBe('9:45');
});

it('QU-4 rounds a wait up to whole minutes', () => {
  expect([1, 59_999, 60_000, 60_001].map(waitMinutes)).toEqual([1, 1, 1, 2]);
});

it('says days as people do', () => {
  const now = new Date(2026, 10, 24, 0, 5).getTime();
  expect(formatDay(new Date(2026, 10, 24, 0, 1).getTime(), now, italian)).toBe('Oggi');
  expect(formatDay(new Date(2026, 10, 23, 23, 59).getTime(), now, italian)).toBe('Ieri');
  expect(formatDay(new Date(2026, 10, 20, 12).getTime(), now, italian)).toBe('venerdì 20 novembre');
});

it('says dates in the language of the reader', () => {
  expect(formatDate('2026-11-24', italian)).toBe('24 novembre 2026');
  expect(formatDate('2026-11-24', english)).toBe('24 November 2026');
});

it('CH-83 says what a file weighs, an empty one nothing', () => {
  const said = [0, 1, 84_400, 2_440_000].map((bytes) => formatBytes(bytes, italian).replace(/\s/gu, ' '));
  expect(said).toEqual(['0 kB', '1 kB', '84 kB', '2,4 MB']);
});

it('CH-84 a day ends at 24, or midnight, and begins at 0', () => {
  expect(formatEnd(rome(24, 0), italian)).toBe('24');
  expect(formatEnd(rome(24, 0), english)).toBe('midnight');
  expect(formatEnd(rome(24, 17), italian)).toBe('17');
});
