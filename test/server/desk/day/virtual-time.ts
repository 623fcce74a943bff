import { vi } from 'vitest';

/**
 * A clock that goes from one thing that is due to the next. Between two of them everything that the first one began has
 * come to its end: the database works in real time, and virtual time waits for it. What is due at the same moment begins
 * together, so that there are races.
 */
export interface VirtualTime {
  /** People act on a grid of half seconds: it is coarse enough for them to meet. */
  later(ms: number, work: () => void): void;
  at(moment: number, work: () => void): void;
  /** @param onStep after everything that was due at one moment */
  runUntil(end: number, onStep: () => void | Promise<void>): Promise<void>;
  close(): void;
}

const GRID_MS = 500;
const DAY_MS = 24 * 60 * 60_000;

/** @param busy whether something is under way that only real time brings to its end */
export function startVirtualTime(start: number, busy: () => boolean): VirtualTime {
  vi.useFakeTimers({
    now: start,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });

  function at(moment: number, work: () => void): void {
    const due = Math.ceil(Math.max(moment, Date.now() + 1) / GRID_MS) * GRID_MS;
    // A timer of the longest kind is at most some days.
    setTimeout(work, Math.min(due - Date.now(), 24 * DAY_MS));
  }

  return {
    at,
    later: (ms, work) => at(Date.now() + ms, work),
    async runUntil(end, onStep) {
      await settled(busy);
      while (Date.now() < end) {
        vi.advanceTimersToNextTimer();
        vi.advanceTimersByTime(0);
        await settled(busy);
        await onStep();
      }
    },
    close: () => void vi.useRealTimers(),
  };
}

async function settled(busy: () => boolean): Promise<void> {
  do await new Promise((resolve) => setImmediate(resolve));
  while (busy());
}
