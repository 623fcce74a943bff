import type { Service } from '../../protocol/conversation.ts';
import type { Opening, Range, Weekday } from './hours.ts';
import type { DeskSettings } from './settings.ts';

/** A week and a day: the next opening of a weekly timetable is never further away. */
const DAYS_AHEAD = 8;

/** @param at epoch milliseconds */
export function openingAt(settings: DeskSettings, service: Service, at: number): Opening {
  if (settings.hours[service] === 'always') return { open: true, closesAt: null };
  const spans = spansFrom(settings, service, at);
  const current = spans.find(({ start, end }) => start <= at && at < end);
  if (current) return { open: true, closesAt: current.end };
  return { open: false, opensAt: spans.find(({ start }) => start > at)?.start ?? null };
}

interface Span {
  start: number;
  end: number;
}

/** The opening spans from today on, those that touch (12:00–13:00, 13:00–14:00) as one. */
function spansFrom(settings: DeskSettings, service: Service, at: number): Span[] {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(settings.timeZone).toPlainDate();
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => today.add({ days: ahead }));
  return days.flatMap((day) => spansOf(settings, service, day)).reduce<Span[]>(joinTouching, []);
}

function spansOf({ timeZone, hours }: DeskSettings, service: Service, day: Temporal.PlainDate): Span[] {
  const moment = (plainTime: string): number => day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  const plan = hours[service];
  const ranges: readonly Range[] = plan === 'always' ? [] : (plan.days[day.dayOfWeek as Weekday] ?? []);
  return ranges.map(({ from, to }) => ({ start: moment(from), end: moment(to) }));
}

function joinTouching(spans: Span[], next: Span): Span[] {
  const last = spans.at(-1);
  if (last?.end !== next.start) return [...spans, next];
  return [...spans.slice(0, -1), { start: last.start, end: next.end }];
}
