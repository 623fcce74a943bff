import { formatHour, isDeskMidnight } from '../../widget/core/format.ts';
import type { I18n } from '../../widget/core/i18n.ts';

/** Announcements speak of the desk's own days and hours, wherever the reader is. */
const DESK_ZONE = 'Europe/Rome';
const DAY_MS = 86_400_000;

/** «dalle 8», «da ieri alle 8», «da lunedì 23 novembre alle 8». */
export function fromWords(from: number, now: number, i18n: I18n): string {
  return i18n.t(`console.announcements.from.${dayWord(from, now)}`, {
    day: formatWeekday(from, i18n),
    time: formatHour(from, i18n),
  });
}

/** «fino alle 14», «fino a domani alle 9»; a day's end is said as such: «fino alla fine di lunedì 23 novembre». */
export function untilWords(until: number, now: number, i18n: I18n): string {
  const endOfDay = isDeskMidnight(until);
  const last = endOfDay ? until - 1 : until;
  return i18n.t(`console.announcements.${endOfDay ? 'until-end' : 'until'}.${dayWord(last, now)}`, {
    day: formatWeekday(last, i18n),
    time: formatHour(until, i18n),
  });
}

function dayWord(at: number, now: number): 'yesterday' | 'today' | 'tomorrow' | 'day' {
  switch (deskDay(at) - deskDay(now)) {
    case -1:
      return 'yesterday';
    case 0:
      return 'today';
    case 1:
      return 'tomorrow';
    default:
      return 'day';
  }
}

const deskDay = (at: number): number =>
  Date.parse(new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone: DESK_ZONE }).format(at)) / DAY_MS;

function formatWeekday(at: number, { lang }: I18n): string {
  const style = { weekday: 'long', day: 'numeric', month: 'long', timeZone: DESK_ZONE } as const;
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, style).format(at);
}
