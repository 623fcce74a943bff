import { setTimeout as pause } from 'node:timers/promises';
import { createWorker } from 'mediasoup';
import type { types } from 'mediasoup';

export interface WorkerPlace {
  /** UDP and TCP. Below 32768: above are the ephemeral ports. null: free ones within `ANY_PORT`. */
  port: number | null;
  listenIp: string;
  /** Where browsers reach `listenIp`, when that is another address or a name. */
  announcedAddress?: string;
  /** The worker's program; mediasoup's own when left out. */
  binary?: string;
}

/** One worker process with all its media on one port. */
export interface RunningWorker {
  worker: types.Worker;
  server: types.WebRtcServer;
  /** How many rooms it has, those that are being opened included. */
  rooms(): number;
  /** Counts one more; the answer takes it back, once. */
  hold(): () => void;
  /** Resolves when the process has gone: true when it died of itself. */
  ended: Promise<boolean>;
  close(): void;
}

const ANY_PORT = { min: 20_000, max: 32_767 };
const START_WITHIN_MS = 10_000;
const EXIT_WITHIN_MS = 2_000;

/** @throws Error when the program is missing, is not a worker, or the port is taken */
export async function startWorker({ port, listenIp, announcedAddress, binary }: WorkerPlace): Promise<RunningWorker> {
  const worker = await inTime(createWorker({ logLevel: 'error', ...(binary !== undefined && { workerBin: binary }) }));
  const ended = endOf(worker);
  const listen = {
    ip: listenIp,
    ...(port === null ? { portRange: ANY_PORT } : { port }),
    ...(announcedAddress !== undefined && { announcedAddress }),
  };
  try {
    const server = await worker.createWebRtcServer({
      listenInfos: [
        { ...listen, protocol: 'udp' },
        { ...listen, protocol: 'tcp' },
      ],
    });
    return { worker, server, ...countRooms(), ended, close: () => worker.close() };
  } catch (error) {
    worker.close();
    await ended;
    throw error;
  }
}

/** A program that runs and says nothing is no worker. */
async function inTime(starting: Promise<types.Worker>): Promise<types.Worker> {
  const late = new AbortController();
  const worker = await Promise.race([starting, pause(START_WITHIN_MS, null, { signal: late.signal })]);
  if (worker) {
    late.abort();
    return worker;
  }
  void starting.then(
    (tooLate) => tooLate.close(),
    () => undefined,
  );
  throw new Error(`the media worker said nothing for ${START_WITHIN_MS} ms`);
}

async function endOf(worker: types.Worker): Promise<boolean> {
  const exited = new Promise<void>((resolve) => worker.once('subprocessclose', resolve));
  await new Promise<void>((resolve) => worker.observer.once('close', resolve));
  if (worker.died) return true;
  await Promise.race([exited, pause(EXIT_WITHIN_MS, undefined, { ref: false })]);
  if (!worker.subprocessClosed) process.kill(worker.pid, 'SIGKILL');
  return false;
}

function countRooms(): Pick<RunningWorker, 'rooms' | 'hold'> {
  const held = new Set<symbol>();
  return {
    rooms: () => held.size,
    hold() {
      const room = Symbol('room');
      held.add(room);
      return () => held.delete(room);
    },
  };
}
