import type { Hours, Range, SpecialDays } from '../../../server/desk/hours.ts';
import type { CallbackRules, DeskSettings } from '../../../server/desk/settings.ts';
import { DEFAULT_SETTINGS } from '../../../server/settings/defaults.ts';

/** `ranges('9:00-13:15, 14:15-17:00')` */
export function ranges(text: string): Range[] {
  return text.split(', ').map((range) => {
    const [from = '', to = ''] = range.split('-').map((time) => time.padStart(5, '0'));
    return { from, to };
  });
}

/** The same ranges on working days. */
export function workingDays(text: string): Hours {
  const each = ranges(text);
  return { days: { 1: each, 2: each, 3: each, 4: each, 5: each } };
}

/** Two shifts on working days, three slots for the interpreters, and the patron's day. */
export const PISA: DeskSettings = {
  ...DEFAULT_SETTINGS,
  hours: { chat: workingDays('9:00-13:15, 14:15-17:00'), lis: workingDays('8:15-9:45, 10:15-11:45, 12:15-13:45') },
  days: { holidays: { national: true, patron: '06-17', extra: [] }, closures: [], openings: [] },
};

/** Pisa with other days, other hours of the chat, or the other rule for promises. */
export function pisaWith(change: {
  chat?: Hours;
  lis?: Hours;
  days?: Partial<SpecialDays>;
  closedDays?: CallbackRules['closedDays'];
}): DeskSettings {
  return {
    ...PISA,
    hours: { chat: change.chat ?? PISA.hours.chat, lis: change.lis ?? PISA.hours.lis },
    days: { ...PISA.days, ...change.days },
    callbacks: { closedDays: change.closedDays ?? 'without-opening' },
  };
}

/** Local time in Rome with its offset, as epoch milliseconds. */
export const at = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;

/** And back, for readable failures. */
export const rome = (ms: number | null): string | null =>
  ms === null
    ? null
    : Temporal.Instant.fromEpochMilliseconds(ms)
        .toZonedDateTimeISO('Europe/Rome')
        .toString({ timeZoneName: 'never', smallestUnit: 'second' });
