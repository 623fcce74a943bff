import { availableParallelism } from 'node:os';
import { workerBin } from 'mediasoup';
import type { Logger } from 'pino';
import { keepWorker } from './mediasoup-keeper.ts';
import type { KeeperReport } from './mediasoup-keeper.ts';
import type { RunningWorker, WorkerPlace } from './mediasoup-worker.ts';

export interface WorkersOptions extends Omit<WorkerPlace, 'port'> {
  /** How many; one per core when left out. */
  count?: number;
  /** The first worker's port; the next one has the next. null: each takes a free one. */
  firstPort: number | null;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

export interface Workers {
  running(): RunningWorker[];
  /** Some worker is running, or died and is being replaced. */
  available(): boolean;
  /** Resolves when every process is gone. Idempotent. */
  close(): Promise<void>;
}

/** Resolves when every worker has been tried once; one that does not start is tried again, ever more rarely. */
export async function startWorkers({ count, firstPort, log, ...place }: WorkersOptions): Promise<Workers> {
  let toldNone = false;
  const report: KeeperReport = {
    started(pid, port) {
      if (toldNone) log.info({ pid, port }, 'video calls are possible now');
      toldNone = false;
    },
    failed(err, port) {
      if (keepers.some((keeper) => keeper.current())) {
        log.warn({ err, port }, 'a media worker does not start: calls go to the others');
      } else if (!toldNone) {
        toldNone = true;
        const binary = place.binary ?? workerBin;
        log.error({ err, port, binary }, 'no media worker starts: no video calls, everything else works');
      }
    },
    died: (pid, port) => log.warn({ pid, port }, 'a media worker died and is being replaced'),
  };
  const keepers = Array.from({ length: count ?? availableParallelism() }, (_, index) =>
    keepWorker({ ...place, port: firstPort === null ? null : firstPort + index }, report),
  );
  await Promise.all(keepers.map((keeper) => keeper.tried));

  return {
    running: () => keepers.flatMap((keeper) => keeper.current() ?? []),
    available: () => keepers.some((keeper) => keeper.promising()),
    async close() {
      await Promise.all(keepers.map((keeper) => keeper.close()));
    },
  };
}
