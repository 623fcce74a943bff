import { setTimeout as pause } from 'node:timers/promises';
import { startWorker } from './mediasoup-worker.ts';
import type { RunningWorker, WorkerPlace } from './mediasoup-worker.ts';

/** One worker, kept running: whoever stands in for it has the same port, where one was given. */
export interface Keeper {
  /** The first start has succeeded or failed. */
  tried: Promise<void>;
  current(): RunningWorker | null;
  /** Running, or about to be. */
  promising(): boolean;
  /** Resolves when the process is gone. Idempotent. */
  close(): Promise<void>;
}

export interface KeeperReport {
  started(pid: number, port: number | null): void;
  /** The first of however many failures in a row. */
  failed(error: unknown, port: number | null): void;
  died(pid: number, port: number | null): void;
}

/** A worker that lives shorter than this counts as one more failure. */
const SETTLED_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

export function keepWorker(place: WorkerPlace, report: KeeperReport): Keeper {
  const tried = Promise.withResolvers<void>();
  const closing = new AbortController();
  let current: RunningWorker | null = null;
  let failing = false;

  async function keep(): Promise<void> {
    let failures = 0;
    while (!closing.signal.aborted) {
      const lived = await live();
      if (lived === 'stopped') return;
      failures = lived > SETTLED_MS ? 0 : failures + 1;
      await pause(pauseAfter(failures), undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  /** From start to end: how many ms it ran, or that it was told to stop. */
  async function live(): Promise<number | 'stopped'> {
    const running = await start();
    tried.resolve();
    if (!running) return 0;
    const since = performance.now();
    current = running;
    if (closing.signal.aborted) running.close();
    const died = await running.ended;
    current = null;
    // Not dead: closed by us, or by mediasoup because the process got a signal to stop.
    if (!died) return 'stopped';
    report.died(running.worker.pid, place.port);
    return performance.now() - since;
  }

  async function start(): Promise<RunningWorker | null> {
    try {
      const running = await startWorker(place);
      failing = false;
      report.started(running.worker.pid, place.port);
      return running;
    } catch (error) {
      if (!failing) report.failed(error, place.port);
      failing = true;
      return null;
    }
  }

  const kept = keep();
  return {
    tried: tried.promise,
    current: () => (current?.worker.closed ? null : current),
    promising: () => !failing && !closing.signal.aborted,
    async close() {
      closing.abort();
      current?.close();
      await kept;
    },
  };
}

/** None when the worker that died had settled; otherwise 250 ms, 500 ms … 30 s. */
function pauseAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, 125 * 2 ** failures);
}
