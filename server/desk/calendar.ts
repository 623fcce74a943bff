import { service as services, type Service } from '../../protocol/conversation.ts';
import { isHoliday } from './holidays.ts';
import type { Closure, Opening, Range, Weekday } from './hours.ts';
import type { DeskSettings } from './settings.ts';

/** A year, and the long weekend after it: what is further away is not looked for. */
export const DAYS_AHEAD = 380;

const WHOLE_DAY: readonly Range[] = [{ from: '00:00', to: '24:00' }];

/** @param at epoch milliseconds */
export function openingAt(settings: DeskSettings, service: Service, at: number): Opening {
  const answers = remembered.get(settings) ?? new Map<Service, Answer>();
  remembered.set(settings, answers);
  const known = answers.get(service);
  if (known && known.from <= at && at < known.until) return known.opening;
  const answer = findOpening(settings, service, at);
  answers.set(service, answer);
  return answer.opening;
}

/** Holds from `from` until before `until`, so that a year is not looked through for everybody who asks. */
interface Answer {
  from: number;
  until: number;
  opening: Opening;
}

const remembered = new WeakMap<DeskSettings, Map<Service, Answer>>();

function findOpening(settings: DeskSettings, service: Service, at: number): Answer {
  const today = dayAt(settings, at);
  const span = spanFrom(settings, service, today, at);
  const midnight = momentOf(settings, today, '24:00', 'earlier');
  if (span && span.start <= at) {
    const { end: closesAt } = span;
    return { from: at, until: Math.min(closesAt ?? midnight, midnight), opening: { open: true, closesAt } };
  }
  const reason = closureOn(settings, service, today.toString())?.reason;
  const opensAt = span?.start ?? null;
  const opening: Opening = { open: false, opensAt, ...(reason && { reason }) };
  return { from: at, until: Math.min(opensAt ?? midnight, midnight), opening };
}

/** Whether the day counts where a promise of days is given. @param date YYYY-MM-DD */
export function isCounted(settings: DeskSettings, date: string): boolean {
  const day = Temporal.PlainDate.from(date);
  const { closedDays } = settings.callbacks;
  switch (closedDays) {
    case 'without-opening':
      return services.options.some((service) => rangesOn(settings, service, day).length > 0);
    case 'holidays':
      // By law Sundays are holidays, like the others (L. 260/1949, art. 2).
      return day.dayOfWeek !== 7 && !isHoliday(settings.days.holidays, date);
    default:
      return unreachable(closedDays);
  }
}

/** The local day at a moment. */
export function dayAt({ timeZone }: DeskSettings, at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** When the last service closes that day; null when none opens. Epoch ms. */
export function closingOf(settings: DeskSettings, day: Temporal.PlainDate): number | null {
  const ends = services.options.flatMap((service) => spansOn(settings, service, day).map(({ end }) => end));
  return ends.length === 0 ? null : Math.max(...ends);
}

interface Span {
  start: number;
  end: number;
}

/** The opening that holds at `at`, or else the next one. `end` is null where none was found within a year. */
function spanFrom(
  settings: DeskSettings,
  service: Service,
  today: Temporal.PlainDate,
  at: number,
): { start: number; end: number | null } | null {
  if (isForEver(settings, service)) return { start: at, end: null };
  let found: Span | null = null;
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const spans = spansOn(settings, service, today.add({ days: ahead }));
    for (const span of spans.filter(({ end }) => end > at)) {
      // Those that touch, over midnight too, are one.
      if (found && span.start > found.end) return found;
      found = found ? { start: found.start, end: Math.max(found.end, span.end) } : span;
    }
    if (found && spans.at(-1)?.end !== found.end) return found;
  }
  return found && { start: found.start, end: null };
}

/** Without looking through a year for an end that no day can bring. */
function isForEver({ hours, days }: DeskSettings, service: Service): boolean {
  return hours[service] === 'always' && days.closures.length === 0 && days.openings.length === 0;
}

function spansOn(settings: DeskSettings, service: Service, day: Temporal.PlainDate): Span[] {
  const ranges = rangesOn(settings, service, day);
  const spans = ranges.map(({ from, to }) => ({
    start: momentOf(settings, day, from, 'earlier'),
    end: momentOf(settings, day, to, 'later'),
  }));
  // One that lies in the hour that the clock leaves out does not take place.
  return spans.filter(({ start, end }) => start < end);
}

function rangesOn(settings: DeskSettings, service: Service, day: Temporal.PlainDate): readonly Range[] {
  const { hours, days } = settings;
  const date = day.toString();
  const extra = days.openings.find((opening) => opening.date === date && opening.services.includes(service));
  if (extra) return extra.ranges;
  if (closureOn(settings, service, date)) return [];
  const plan = hours[service];
  if (plan === 'always') return WHOLE_DAY;
  if (isHoliday(days.holidays, date)) return [];
  return plan.days[day.dayOfWeek as Weekday] ?? [];
}

function closureOn({ days }: DeskSettings, service: Service, date: string): Closure | undefined {
  return days.closures.find(({ from, to, services: closed }) => from <= date && date <= to && closed.includes(service));
}

/**
 * A local time that comes twice opens when it comes first and closes when it comes last; one that the clock leaves out
 * is the moment at which it does.
 */
function momentOf(settings: DeskSettings, day: Temporal.PlainDate, time: string, which: 'earlier' | 'later'): number {
  const { timeZone } = settings;
  if (time === '24:00') return momentOf(settings, day.add({ days: 1 }), '00:00', which);
  const local = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const moment = local.toZonedDateTime(timeZone, { disambiguation: which });
  if (moment.toPlainDateTime().equals(local)) return moment.epochMilliseconds;
  const before = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return (before.getTimeZoneTransition('next') ?? moment).epochMilliseconds;
}

function unreachable(rule: never): never {
  throw new Error(`no such rule: ${String(rule)}`);
}
