import { locale } from './format.ts';
import type { I18n } from './i18n.ts';

/** A local date «2026-11-24» as «24 novembre 2026». */
export function formatDate(date: string, i18n: I18n): string {
  return new Intl.DateTimeFormat(locale(i18n), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** «24 novembre 2026, 14:05» */
export function formatMoment(at: number, i18n: I18n): string {
  return new Intl.DateTimeFormat(locale(i18n), { dateStyle: 'long', timeStyle: 'short' }).format(at);
}
