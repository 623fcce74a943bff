/**
 * Runs `work` soon after it was asked for, once for however many askings, and again by itself at the moment that the
 * work names. Never more often than every `gapMs`, nor for more than a tenth of the time: a busy desk changes many
 * times a second, nobody reads faster than that, and citizens' messages come first.
 */
export interface Pulse {
  request(): void;
  /** Idempotent; what was asked for and not yet done is dropped. */
  close(): void;
}

export interface PulseOptions {
  /** @returns when it has to run again without being asked, by `now`'s clock; Infinity for never */
  work: () => number;
  gapMs: number;
  now: () => number;
}

const SHARE = 10;
/** The clock may be set: no moment is waited for longer than this without looking again. */
const LONGEST_MS = 60_000;

export function createPulse({ work, gapMs, now }: PulseOptions): Pulse {
  let soon: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;
  let earliest = -Infinity;
  let closed = false;

  function run(): void {
    soon = undefined;
    const began = performance.now();
    const next = work();
    const ended = performance.now();
    earliest = ended + Math.max(gapMs, (ended - began) * SHARE);
    clearTimeout(later);
    if (closed || next === Infinity) return;
    later = setTimeout(request, Math.min(LONGEST_MS, Math.max(0, next - now()))).unref();
  }

  function request(): void {
    if (closed || soon) return;
    soon = setTimeout(run, Math.max(0, earliest - performance.now())).unref();
  }

  return {
    request,
    close() {
      closed = true;
      clearTimeout(soon);
      clearTimeout(later);
    },
  };
}
