import { parse } from 'yaml';

/**
 * The rules of opening and of promises computed a second time, day by day, from the file as it is written and from a
 * calendar written down here. It uses nothing of the server.
 */
export interface ByHand {
  isOpen(service: 'chat' | 'lis', at: number): boolean;
  dueAt(receivedAt: number): number;
}

interface File {
  hours: Record<'chat' | 'lis', { 'mon-fri': string }>;
  holidays: { patron: string };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** In 2027 the clocks go forward on 28 March and back on 31 October, at 1:00 UTC. */
const SUMMER = { from: Date.UTC(2027, 2, 28, 1), to: Date.UTC(2027, 9, 31, 1) };

/** Easter is 28 March in 2027. */
const HOLIDAYS = ['01-01', '01-06', '03-28', '03-29', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25'];

export function rulesByHand(yaml: string): ByHand {
  const { hours, holidays } = parse(yaml) as File;
  const closed = new Set([...HOLIDAYS, '12-26', holidays.patron]);
  const ranges = { chat: rangesIn(hours.chat['mon-fri']), lis: rangesIn(hours.lis['mon-fri']) };
  const closing = Math.max(...[...ranges.chat, ...ranges.lis].map(({ to }) => to));

  /** @param day epoch milliseconds of its midnight, as if Rome were in Greenwich */
  function isWorkingDay(day: number): boolean {
    const date = new Date(day);
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    return !weekend && !closed.has(date.toISOString().slice(5, 10));
  }

  return {
    isOpen(service, at) {
      const { day, time } = wallClock(at);
      return isWorkingDay(day) && ranges[service].some(({ from, to }) => from <= time && time < to);
    },
    dueAt(receivedAt) {
      const { day, time } = wallClock(receivedAt);
      let due = day + DAY;
      while (!isWorkingDay(due)) due += DAY;
      return momentOf(due, isWorkingDay(day) ? time : closing);
    },
  };
}

/** What the clocks in Rome show. */
function wallClock(at: number): { day: number; time: number } {
  const shown = at + offsetAt(at);
  const time = shown % DAY;
  return { day: shown - time, time };
}

/** Not for the hours of a clock change, which are all closed. */
function momentOf(day: number, time: number): number {
  const winter = day + time - HOUR;
  return day + time - offsetAt(winter);
}

function offsetAt(at: number): number {
  return SUMMER.from <= at && at < SUMMER.to ? 2 * HOUR : HOUR;
}

/** `9:00-13:15, 14:15-17:00`, as milliseconds since midnight. */
function rangesIn(text: string): { from: number; to: number }[] {
  return text.split(',').map((range) => {
    const [from = 0, to = 0] = range.split('-').map((time) => {
      const [hours = 0, minutes = 0] = time.trim().split(':').map(Number);
      return hours * HOUR + minutes * MINUTE;
    });
    return { from, to };
  });
}
