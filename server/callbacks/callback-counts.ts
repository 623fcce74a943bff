import type { CallbackCounts } from '../../protocol/callback.ts';

/**
 * What operators see of the open callbacks at a glance.
 * @param dueTimes of the open ones, ascending
 */
export function countCallbacks(dueTimes: readonly number[], at: number, timeZone: string): CallbackCounts {
  const midnight = endOfDay(at, timeZone);
  return {
    open: dueTimes.length,
    overdue: dueTimes.filter((dueAt) => dueAt < at).length,
    today: dueTimes.filter((dueAt) => dueAt < midnight).length,
    nextDueAt: dueTimes[0] ?? null,
  };
}

/** The first moment at which the counts will be different by themselves; null when they will not. */
export function nextTurn(dueTimes: readonly number[], at: number, timeZone: string): number | null {
  // A promise is broken when its time is past, and not yet at that very moment.
  const due = dueTimes.find((dueAt) => dueAt >= at);
  return due === undefined ? null : Math.min(due + 1, endOfDay(at, timeZone));
}

function endOfDay(at: number, timeZone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return today.add({ days: 1 }).startOfDay().epochMilliseconds;
}
