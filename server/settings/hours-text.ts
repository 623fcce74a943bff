import * as z from 'zod';
import type { Hours, Range, WeeklyHours, Weekday } from '../desk/hours.ts';

/** Hours as people write them: `mon-fri: 9:00-13:15, 14:15-17:00`. */

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const SAMPLE = '9:00-13:15, 14:15-17:00';

class HoursError extends Error {
  override name = 'HoursError';
}

/** Ranges of one day, with commas between them. */
export const ranges = z
  .string({ error: `write hours, such as ${SAMPLE}` })
  .transform((value, context) => attempt(() => rangesIn(value), context));

/** `always`, `never`, or hours by weekday. */
export const hours = z.unknown().transform((value, context): Hours => {
  if (value === 'always') return 'always';
  if (value === 'never') return { days: {} };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const start = value === undefined ? 'it is missing: ' : '';
    context.addIssue({ code: 'custom', message: `${start}write always, never, or days below it: mon-fri: ${SAMPLE}` });
    return z.NEVER;
  }
  const days: WeeklyHours['days'] = {};
  for (const [key, text] of Object.entries(value)) {
    attempt(() => addDays(days, key, text), context, key);
  }
  return { days };
});

/** What is thrown becomes an issue, below `key` where there is one. */
function attempt<Value>(work: () => Value, context: z.RefinementCtx, key?: string): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof HoursError)) throw error;
    context.addIssue({ code: 'custom', message: error.message, path: key === undefined ? [] : [key] });
    return z.NEVER;
  }
}

function addDays(days: WeeklyHours['days'], key: string, text: unknown): void {
  const found = weekdaysIn(key);
  if (typeof text !== 'string') throw new HoursError(`write hours, such as ${SAMPLE}, or closed`);
  const each = text.trim() === 'closed' ? [] : rangesIn(text);
  for (const day of found) {
    if (days[day]) throw new HoursError(`${WEEKDAYS[day - 1]} has its hours above already: write each day once`);
    days[day] = each;
  }
}

/** `mon`, `mon-fri`, `mon-wed, fri` */
function weekdaysIn(key: string): Weekday[] {
  return key.split(',').flatMap((part) => {
    const [first = '', last = first, ...more] = part.split(/[-–]/).map((word) => word.trim().toLowerCase());
    const [from, to] = [first, last].map((word) => WEEKDAYS.findIndex((day) => day === word) + 1);
    if (!from || !to || more.length > 0) {
      throw new HoursError(`"${key}" is no weekday: write ${WEEKDAYS.join(', ')}, or several as mon-fri or tue, thu`);
    }
    if (to < from) throw new HoursError(`"${key}" runs backwards: write the days one by one, with commas`);
    return Array.from({ length: to - from + 1 }, (_, ahead) => (from + ahead) as Weekday);
  });
}

function rangesIn(text: string): Range[] {
  const found = text.split(',').map((part) => rangeIn(part.trim()));
  const inOrder = found.toSorted((a, b) => a.from.localeCompare(b.from));
  for (const [index, range] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (before && range.from < before.to) {
      throw new HoursError(`${shown(range)} begins before ${shown(before)} ends: make them one, or put them apart`);
    }
  }
  return inOrder;
}

function rangeIn(text: string): Range {
  const [first, last, ...more] = text.split(/[-–]/);
  if (first === undefined || last === undefined || more.length > 0) {
    throw new HoursError(`"${text}" is no range: write from and to, such as 9:00-13:15`);
  }
  const [from, to] = [timeIn(first.trim()), timeIn(last.trim())];
  if (from === to) throw new HoursError(`${text} begins when it ends: write from and to, such as 9:00-13:15`);
  if (to < from) {
    const night = `${shortly(from)}-24:00 on the one day and 0:00-${shortly(to)} on the next`;
    throw new HoursError(`${text} ends before it begins: turn it round, or for a night write ${night}`);
  }
  return { from, to };
}

/** @returns HH:MM */
function timeIn(text: string): string {
  const [, hour = '', minute = ''] = /^(\d\d?):(\d\d)$/.exec(text) ?? [];
  const time = `${hour.padStart(2, '0')}:${minute}`;
  if (hour === '' || time > '24:00' || minute > '59') {
    throw new HoursError(`"${text}" is no time: write hours and minutes, such as 9:00 or 14:15`);
  }
  return time;
}

const shortly = (time: string): string => time.replace(/^0(?=\d)/, '');
const shown = ({ from, to }: Range): string => `${shortly(from)}-${shortly(to)}`;
