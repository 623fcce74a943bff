/** One citizen in the line of one service. */
export interface Waiting {
  /** When the citizen joined the line, epoch ms. */
  since: number;
  /** Was being served when the operator was lost. */
  returned: boolean;
}

/** How it went for somebody who was served: the recent pace is made of these. */
export interface Served {
  at: number;
  /** The place in the line when joining it, 1 is the first. */
  place: number;
  waitedMs: number;
}

/** Older than this says nothing about now. */
const RECENT_MS = 60 * 60_000;
/** Fewer say nothing at all. */
const ENOUGH = 3;
const AT_MOST = 20;
const MINUTE = 60_000;

/** Who was dropped comes before all others; within each group first come, first served. Ties stay as they are. */
export function inOrder<Entry extends Waiting>(line: Iterable<Entry>): Entry[] {
  return [...line].toSorted((a, b) => Number(b.returned) - Number(a.returned) || a.since - b.since);
}

/**
 * What one place in the line took lately, in milliseconds: the median, so that one forgotten citizen does not frighten
 * everyone.
 * @returns null when too few were served lately for an honest guess
 */
export function paceOf(served: readonly Served[], now: number): number | null {
  const recent = served.filter(({ at }) => now - at <= RECENT_MS).slice(-AT_MOST);
  if (recent.length < ENOUGH) return null;
  return median(recent.map(({ waitedMs, place }) => waitedMs / place));
}

/**
 * How long the one at `position` still has to wait, in whole minutes rounded up (a promise should not be kept by a
 * hair), as milliseconds.
 * @param pace what one place takes; null where nobody knows
 */
export function estimateWait(position: number, pace: number | null): number | null {
  if (pace === null) return null;
  return Math.max(1, Math.ceil((position * pace) / MINUTE)) * MINUTE;
}

/** With one more, and without those that no longer count. */
export function remember(served: readonly Served[], one: Served): Served[] {
  return [...served, one].filter(({ at }) => one.at - at <= RECENT_MS).slice(-AT_MOST);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
