/**
 * When a service is open. Local times in a time zone, so that 9:00 stays 9:00 through both clock changes.
 */
export type Hours = 'always' | WeeklyHours;

export interface WeeklyHours {
  /** IANA name. */
  timeZone: string;
  /** By ISO weekday, Monday is 1; a day that is not listed is closed. Ranges in order, not overlapping. */
  days: Partial<Record<Weekday, readonly Range[]>>;
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Local times, HH:MM; `to` is the first minute after closing. */
export interface Range {
  from: string;
  to: string;
}

/** null: open without end, or closed without any opening to come. Epoch milliseconds. */
export type Opening = { open: true; closesAt: number | null } | { open: false; opensAt: number | null };

/** A week and a day: the next opening of a weekly timetable is never further away. */
const DAYS_AHEAD = 8;

/** @param at epoch milliseconds */
export function openingAt(hours: Hours, at: number): Opening {
  if (hours === 'always') return { open: true, closesAt: null };
  const spans = spansFrom(hours, at);
  const current = spans.find(({ start, end }) => start <= at && at < end);
  if (current) return { open: true, closesAt: current.end };
  return { open: false, opensAt: spans.find(({ start }) => start > at)?.start ?? null };
}

interface Span {
  start: number;
  end: number;
}

/** The opening spans from today on, those that touch (12:00–13:00, 13:00–14:00) as one. */
function spansFrom(hours: WeeklyHours, at: number): Span[] {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(hours.timeZone).toPlainDate();
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => today.add({ days: ahead }));
  return days.flatMap((day) => spansOf(hours, day)).reduce<Span[]>(joinTouching, []);
}

function spansOf(hours: WeeklyHours, day: Temporal.PlainDate): Span[] {
  const moment = (plainTime: string): number =>
    day.toZonedDateTime({ timeZone: hours.timeZone, plainTime }).epochMilliseconds;
  const ranges = hours.days[day.dayOfWeek as Weekday] ?? [];
  return ranges.map(({ from, to }) => ({ start: moment(from), end: moment(to) }));
}

function joinTouching(spans: Span[], next: Span): Span[] {
  const last = spans.at(-1);
  if (last?.end !== next.start) return [...spans, next];
  return [...spans.slice(0, -1), { start: last.start, end: next.end }];
}
