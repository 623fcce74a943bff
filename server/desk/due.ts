import { closingOf, DAYS_AHEAD, dayAt, isCounted } from './calendar.ts';
import type { DeskSettings } from './settings.ts';

/**
 * Until when what came in now is answered: at the same local time on the next day that counts; what came in on a day
 * that does not count, by the end of the next one that does.
 *
 * @param receivedAt epoch milliseconds
 * @returns epoch milliseconds
 */
export function dueAt(settings: DeskSettings, receivedAt: number): number {
  const { timeZone } = settings;
  const received = Temporal.Instant.fromEpochMilliseconds(receivedAt).toZonedDateTimeISO(timeZone);
  const today = dayAt(settings, receivedAt);
  const rules = rulesThatEnd(settings, today);
  const due = nextCounted(rules, today) ?? today.add({ days: 1 });
  if (!isCounted(rules, today.toString())) return endOf(settings, due);
  // A local time that the clock leaves out that night becomes the one after the same time has passed.
  return due.toZonedDateTime({ timeZone, plainTime: received.toPlainTime() }).epochMilliseconds;
}

/** A desk without any opening for a year still has to answer: holidays alone do not count then. */
function rulesThatEnd(settings: DeskSettings, today: Temporal.PlainDate): DeskSettings {
  if (nextCounted(settings, today)) return settings;
  return { ...settings, callbacks: { ...settings.callbacks, closedDays: 'holidays' } };
}

function nextCounted(settings: DeskSettings, after: Temporal.PlainDate): Temporal.PlainDate | null {
  for (let ahead = 1; ahead < DAYS_AHEAD; ahead += 1) {
    const day = after.add({ days: ahead });
    if (isCounted(settings, day.toString())) return day;
  }
  return null;
}

/** When the last service closes; the day's last minute where that is midnight, or nobody opens. */
function endOf(settings: DeskSettings, day: Temporal.PlainDate): number {
  const { timeZone } = settings;
  const lastMinute = day.toZonedDateTime({ timeZone, plainTime: '23:59' }).epochMilliseconds;
  return Math.min(closingOf(settings, day) ?? lastMinute, lastMinute);
}
