import type { QueueEntry } from '../../protocol/desk.ts';

/** How a waiting time is shown: a plain number, a bold one, a red word beside it. */
export type WaitLevel = 'short' | 'long' | 'late';

/** Milliseconds from which a wait counts as long, and as late. */
export interface WaitThresholds {
  longMs: number;
  lateMs: number;
}

export const WAIT_THRESHOLDS: WaitThresholds = { longMs: 3 * 60_000, lateMs: 8 * 60_000 };

export function waitLevel(waitedMs: number, thresholds: WaitThresholds = WAIT_THRESHOLDS): WaitLevel {
  if (waitedMs >= thresholds.lateMs) return 'late';
  return waitedMs >= thresholds.longMs ? 'long' : 'short';
}

/** Whole minutes waited; never negative, whatever the two clocks say. */
export const minutesWaited = (since: number, now: number): number => Math.max(0, Math.floor((now - since) / 60_000));

/** Who is next: those whose operator was lost come before all others, then who has waited longest. */
export function nextInLine(entries: readonly QueueEntry[]): QueueEntry | undefined {
  return entries.toSorted((a, b) => Number(b.returned) - Number(a.returned) || a.since - b.since)[0];
}
