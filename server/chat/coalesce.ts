/**
 * Runs `work` soon after it was asked for, once for however many askings, and never more often than every `gapMs`:
 * a busy desk changes many times a second, and nobody reads faster than that.
 */
export interface Coalesced {
  request(): void;
  /** Idempotent; what was asked for and not yet done is dropped. */
  close(): void;
}

export function coalesce(work: () => void, gapMs: number): Coalesced {
  let timer: NodeJS.Timeout | undefined;
  let lastRun = -Infinity;
  let closed = false;

  function run(): void {
    timer = undefined;
    lastRun = performance.now();
    work();
  }

  return {
    request() {
      if (closed || timer) return;
      timer = setTimeout(run, Math.max(0, lastRun + gapMs - performance.now()));
    },
    close() {
      closed = true;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
