import type { I18n } from './i18n.ts';

/** Dates and hours in English as they are written in Europe. */
export function locale({ lang }: I18n): string {
  return lang === 'en' ? 'en-GB' : lang;
}

/** Opening hours are said in the desk's own time, wherever the reader is. */
const DESK_ZONE = 'Europe/Rome';

/** «14:05», in the reader's own time. */
export function formatTime(at: number, i18n: I18n): string {
  return new Intl.DateTimeFormat(locale(i18n), { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** «Oggi», «Ieri», «martedì 24 novembre». */
export function formatDay(at: number, now: number, i18n: I18n): string {
  const days = dayNumber(now) - dayNumber(at);
  if (days === 0) return i18n.t('when.today');
  if (days === 1) return i18n.t('when.yesterday');
  return weekday(at, i18n);
}

/** The desk's hour as people say it: «9», «9:30». */
export function formatHour(at: number, i18n: I18n): string {
  const text = new Intl.DateTimeFormat(locale(i18n), {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: DESK_ZONE,
  }).format(at);
  const [hour = text, minute = ''] = text.split(':');
  return i18n.lang === 'it' ? `${Number(hour)}${minute === '00' ? '' : `:${minute}`}` : text;
}

/** The desk's hour at which something ends: a day ends at 24. */
export function formatEnd(at: number, i18n: I18n): string {
  if (!isDeskMidnight(at)) return formatHour(at, i18n);
  return i18n.lang === 'it' ? '24' : 'midnight';
}

/** Whether a day of the desk's begins then: what holds until this moment holds to the end of the day before. */
export function isDeskMidnight(at: number): boolean {
  return new Intl.DateTimeFormat('sv', { timeStyle: 'short', timeZone: DESK_ZONE }).format(at) === '00:00';
}

/** Minutes of a wait, as promised: rounded up, since a shorter one disappoints nobody. */
export function waitMinutes(ms: number): number {
  return Math.max(1, Math.ceil(ms / 60_000));
}

/** Whole local days since the epoch. */
export function dayNumber(at: number): number {
  return Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / 86_400_000);
}

function weekday(at: number, i18n: I18n): string {
  return new Intl.DateTimeFormat(locale(i18n), { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
}

/** «oggi alle 14», «domani, martedì, alle 9», «lunedì 30 marzo alle 9»: when the desk opens, until when it answers. */
export function formatDeskTime(at: number, now: number, i18n: I18n): string {
  const time = formatHour(at, i18n);
  const days = deskDay(at) - deskDay(now);
  if (days === 0) return i18n.t('when.todayAt', { time });
  const long = { day: 'numeric', month: 'long' } as const;
  const day = new Intl.DateTimeFormat(locale(i18n), {
    weekday: 'long',
    ...(days !== 1 && long),
    timeZone: DESK_ZONE,
  }).format(at);
  return i18n.t(days === 1 ? 'when.tomorrowAt' : 'when.dayAt', { day, time });
}

function deskDay(at: number): number {
  const date = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone: DESK_ZONE }).format(at);
  return Date.parse(date) / 86_400_000;
}
