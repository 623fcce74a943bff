import { vi } from 'vitest';
import type { Random } from './random.ts';

/**
 * A clock that goes from one thing that is due to the next. Between two of them everything that the first one began has
 * come to its end: the database works in real time, and virtual time waits for it. What is due at the same moment begins
 * together, so that there are races.
 */
export interface VirtualTime {
  /** People act on a grid of whole seconds, so that they meet. */
  later(ms: number, work: () => void): void;
  at(moment: number, work: () => void): void;
  /** @param onStep after everything that was due at one moment */
  runUntil(end: number, onStep: () => void | Promise<void>): Promise<void>;
  close(): void;
}

type Work = () => void;

const GRID_MS = 1000;

/**
 * @param random instead of the server's own chance
 * @param busy whether something is under way that only real time brings to its end
 */
export function startVirtualTime(start: number, random: Random, busy: () => boolean): VirtualTime {
  vi.useFakeTimers({
    now: start,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  vi.spyOn(Math, 'random').mockImplementation(random.next);
  // Thousands of timers of people's own would make every step of the played clock slow: it has one for all of them.
  const agenda = new Map<number, Work[]>();
  const moments: number[] = [];
  let alarm: NodeJS.Timeout | undefined;

  function at(moment: number, work: Work): void {
    const due = Math.ceil(Math.max(moment, Date.now() + 1) / GRID_MS) * GRID_MS;
    const known = agenda.get(due);
    if (known) return void known.push(work);
    agenda.set(due, [work]);
    // Most of what is arranged comes soon, and stands near the front.
    const behind = moments.findIndex((later) => later > due);
    moments.splice(behind === -1 ? moments.length : behind, 0, due);
    if (moments[0] === due) setAlarm();
  }

  function setAlarm(): void {
    clearTimeout(alarm);
    const [next] = moments;
    if (next !== undefined) alarm = setTimeout(ring, next - Date.now());
  }

  function ring(): void {
    const due = moments.shift() ?? 0;
    const those = agenda.get(due) ?? [];
    agenda.delete(due);
    for (const work of those) work();
    setAlarm();
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
    close() {
      vi.useRealTimers();
      vi.restoreAllMocks();
    },
  };
}

async function settled(busy: () => boolean): Promise<void> {
  do await new Promise((resolve) => setImmediate(resolve));
  while (busy());
}
