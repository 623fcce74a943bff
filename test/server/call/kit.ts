import { createSocket } from 'node:dgram';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { observer, workerBin } from 'mediasoup';
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { CallState, JoinedCall, Opaque, TransportOptions } from '../../../protocol/call.ts';
import { createCallDesk } from '../../../server/call/call-desk.ts';
import type { CallDesk } from '../../../server/call/call-desk.ts';
import type { Peer } from '../../../server/call/call-model.ts';
import { createMediasoupMedia } from '../../../server/call/mediasoup-media.ts';

export const CITIZEN: Peer = { connectionId: 'citizen-page', side: 'citizen' };
export const OPERATOR: Peer = { connectionId: 'operator-page', side: 'operator' };
export const CONVERSATION = 'conversation-1';

/** Process ids of the workers this test file started, oldest first; some may be gone. */
export const workerPids: number[] = [];
observer.on('newworker', (worker) => workerPids.push(worker.pid));

export const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

export const runningWorkers = (): number[] => workerPids.filter(isRunning);

/** The first of `count` ports in a row that are free, for UDP and TCP, below the ephemeral ones. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 12_000);
    const ports = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(ports.map(isFree));
    if (free.every(Boolean)) return first;
  }
}

async function isFree(port: number): Promise<boolean> {
  const udp = createSocket('udp4');
  const tcp = createServer();
  try {
    await Promise.all([
      new Promise<void>((resolve, reject) => void udp.once('error', reject).bind(port, '127.0.0.1', resolve)),
      new Promise<void>((resolve, reject) => void tcp.once('error', reject).listen(port, '127.0.0.1', resolve)),
    ]);
    return true;
  } catch {
    return false;
  } finally {
    udp.close();
    tcp.close();
  }
}

/** A program that is mediasoup's worker and can be taken away. */
export async function createRemovableWorker() {
  const dir = await mkdtemp(join(tmpdir(), 'sportello-worker-'));
  const binary = join(dir, 'worker');
  return {
    binary,
    put: () => symlink(workerBin, binary),
    remove: () => rm(binary),
    close: () => rm(dir, { recursive: true, force: true }),
  };
}

export interface LogLine {
  level: number;
  msg: string;
}

export function recordingLog(): { log: Logger; lines: LogLine[] } {
  const lines: LogLine[] = [];
  return { log: pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) }), lines };
}

interface KitOptions {
  workers?: number;
  /** The worker's program, when not mediasoup's own. */
  binary?: string;
  patience?: { opening: number; repair: number };
}

/** A call desk on real workers. `changes` are the conversations told of, `told` what their calls then were, in order. */
export async function createKit({ workers = 1, binary, patience }: KitOptions = {}) {
  const { log, lines } = recordingLog();
  const media = await createMediasoupMedia({
    count: workers,
    firstPort: await freePorts(workers),
    listenIp: '127.0.0.1',
    log,
    ...(binary !== undefined && { binary }),
  });
  const changes: string[] = [];
  const told: (CallState | null)[] = [];
  const desk: CallDesk = createCallDesk({
    media,
    now: Date.now,
    log,
    ...(patience && { patience }),
    onChange(id) {
      changes.push(id);
      told.push(desk.stateOf(id));
    },
  });
  return {
    media,
    desk,
    lines,
    changes,
    told,
    async close() {
      await desk.close();
      await media.close();
    },
  };
}

/** The answer's value, or an error with the code it was refused with. */
export async function granted<Value extends object>(
  answer: Promise<({ ok: true } & Value) | { ok: false; code: string }>,
): Promise<Value> {
  const given = await answer;
  if (!given.ok) throw new Error(`refused: ${given.code}`);
  return given;
}

export async function until(condition: () => boolean, withinMs = 5_000): Promise<number> {
  const since = performance.now();
  while (!condition()) {
    if (performance.now() - since > withinMs) throw new Error(`not within ${withinMs} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - since;
}

/** One participant as the desk sees one, with parameters of the kind a browser sends. */
export interface Participant extends JoinedCall {
  peer: Peer;
  /** What every request carries. */
  at: { conversationId: string; epoch: number };
  send: TransportOptions;
  receive: TransportOptions;
}

export async function enter(desk: CallDesk, peer: Peer, conversationId = CONVERSATION): Promise<Participant> {
  const joined = await granted(desk.join(peer, { conversationId }));
  const at = { conversationId, epoch: joined.call.epoch };
  const send = await granted(desk.transport(peer, { ...at, direction: 'send' }));
  const receive = await granted(desk.transport(peer, { ...at, direction: 'receive' }));
  return { ...joined, peer, at, send: send.transport, receive: receive.transport };
}

export const dtlsParameters: Opaque = {
  role: 'client',
  fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'A1').join(':') }],
};

let ssrc = 1000;

/** A camera (or a microphone) as mediasoup-client describes one. */
export function rtpParameters(source: 'camera' | 'microphone' = 'camera', encoding: object = {}) {
  ssrc += 2;
  const video = {
    mimeType: 'video/VP8',
    payloadType: 96,
    clockRate: 90_000,
    parameters: {},
    rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'transport-cc' }],
  };
  const rtx = { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 }, rtcpFeedback: [] };
  const audio = { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2, parameters: { usedtx: 1 } };
  return {
    mid: String(ssrc),
    codecs: source === 'camera' ? [video, rtx] : [audio],
    headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4, encrypt: false, parameters: {} }],
    encodings: [{ ssrc, ...(source === 'camera' && { rtx: { ssrc: ssrc + 1 } }), dtx: false, ...encoding }],
    rtcp: { cname: 'a-browser', reducedSize: true },
  };
}

export const camera = (who: Participant, source: 'camera' | 'microphone' = 'camera') => ({
  ...who.at,
  transportId: who.send.id,
  source,
  rtpParameters: rtpParameters(source),
});

export const reception = (who: Participant, producerId: string) => ({
  ...who.at,
  transportId: who.receive.id,
  producerId,
  rtpCapabilities: who.routerRtpCapabilities,
});
