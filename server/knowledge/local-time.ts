/** Editors write local dates and times; the desk's and the citizens' clock is this one. */
const ZONE = 'Europe/Rome';

/** @returns epoch milliseconds, or null for what is no date and time: `2026-11-21 14:00`, or a day by itself */
export function momentOf(text: string, day: 'start' | 'end'): number | null {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(text);
  if (parts === null) return null;
  try {
    const date = Temporal.PlainDate.from(parts[1] ?? '', { overflow: 'reject' });
    const plainTime = parts[2] === undefined ? undefined : Temporal.PlainTime.from(parts[2]);
    const from = plainTime === undefined && day === 'end' ? date.add({ days: 1 }) : date;
    return from.toZonedDateTime({ timeZone: ZONE, ...(plainTime && { plainTime }) }).epochMilliseconds;
  } catch {
    return null;
  }
}

/** The local date at a moment, YYYY-MM-DD. */
export function dayAt(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}
