import Holidays from 'date-holidays';
import type { HolidayRules } from './hours.ts';

const italy = new Holidays('IT');
/** Year -> dates. Asked for the current year and the next, over and over. */
const national = new Map<number, ReadonlySet<string>>();

/** @param date YYYY-MM-DD */
export function isHoliday(rules: HolidayRules, date: string): boolean {
  if (rules.patron === date.slice(5) || rules.extra.includes(date)) return true;
  return rules.national && nationalHolidays(Number(date.slice(0, 4))).has(date);
}

/** Italy's public holidays, Easter Sunday among them; days that are only observed are none. */
function nationalHolidays(year: number): ReadonlySet<string> {
  const known = national.get(year);
  if (known) return known;
  const dates = italy.getHolidays(year).filter(({ type }) => type === 'public');
  const made = new Set(dates.map(({ date }) => date.slice(0, 10)));
  national.set(year, made);
  return made;
}
