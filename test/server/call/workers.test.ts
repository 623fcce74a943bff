import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { MediaError } from '../../../server/call/media.ts';
import type { Media, Room } from '../../../server/call/media.ts';
import { createMediasoupMedia } from '../../../server/call/mediasoup-media.ts';
import { freePorts, isRunning, recordingLog, runningWorkers, until, workerPids } from './kit.ts';

const ERROR = 50;
let media: Media | undefined;

afterEach(async () => {
  await media?.close();
  media = undefined;
});

async function start({ count = 1, binary }: { count?: number; binary?: string } = {}) {
  const firstPort = await freePorts(count);
  const { log, lines } = recordingLog();
  const listenIp = '127.0.0.1';
  media = await createMediasoupMedia({ count, firstPort, listenIp, log, ...(binary !== undefined && { binary }) });
  return { media, lines, firstPort };
}

const newestWorker = (): number => workerPids.at(-1) ?? 0;
const kill = (pid: number): boolean => process.kill(pid, 'SIGKILL');

describe('CA-40 without a worker', () => {
  test.each([
    ['whose program is missing', '/nowhere/mediasoup-worker'],
    ['whose program is something else', '/bin/true'],
    ['whose program cannot be run', '/etc/passwd'],
  ])('%s, there is no video, one line says so, and all the rest goes on', async (_, binary) => {
    const { media, lines } = await start({ count: 2, binary });
    expect(media.available()).toBe(false);
    await expect(media.openRoom()).rejects.toThrow(MediaError);
    await expect(media.openRoom()).rejects.toMatchObject({ code: 'no-media' });
    expect(lines.filter(({ level }) => level >= ERROR)).toHaveLength(1);
  });

  test('whose port is taken, there is video as soon as the port is free', async () => {
    const port = await freePorts(1);
    const squatter = createServer();
    await new Promise<void>((resolve) => void squatter.listen(port, '127.0.0.1', resolve));
    const { log, lines } = recordingLog();
    media = await createMediasoupMedia({ count: 1, firstPort: port, listenIp: '127.0.0.1', log });
    expect(media.available()).toBe(false);
    await new Promise<void>((resolve) => void squatter.close(() => resolve()));
    await until(() => media?.available() === true);
    expect(lines.map(({ msg }) => msg)).toEqual([
      'no media worker starts: no video calls, everything else works',
      'video calls are possible now',
    ]);
  });
});

test('OP-25 two servers without a port of their own do not get in each other’s way', async () => {
  const options = { count: 2, firstPort: null, listenIp: '127.0.0.1', log: recordingLog().log };
  media = await createMediasoupMedia(options);
  const other = await createMediasoupMedia(options);
  try {
    expect([media.available(), other.available()]).toEqual([true, true]);
    const { iceCandidates } = await (await other.openRoom()).createTransport();
    expect(iceCandidates).not.toHaveLength(0);
    for (const { port } of iceCandidates) expect(port).toBeLessThan(32_768);
  } finally {
    await other.close();
  }
});

test('rooms go to the worker that has the fewest', async () => {
  const { media } = await start({ count: 2 });
  const rooms = await Promise.all(Array.from({ length: 6 }, () => media.openRoom()));
  const lost: Room[] = [];
  for (const room of rooms) room.onLost(() => lost.push(room));
  kill(newestWorker());
  await until(() => lost.length === 3);
  for (const room of rooms.filter((each) => !lost.includes(each))) {
    expect(await room.createTransport()).toMatchObject({ id: expect.any(String) });
  }
});

test('a room that is closed makes place', async () => {
  const { media } = await start({ count: 2 });
  const [first, second] = [await media.openRoom(), await media.openRoom()];
  first.close();
  first.close();
  const [third] = [await media.openRoom()];
  let lost = 0;
  for (const room of [first, second, third]) room.onLost(() => (lost += 1));
  for (const pid of runningWorkers()) kill(pid);
  await until(() => lost === 2);
});

describe('a worker that dies', () => {
  test('is replaced; what is asked of its rooms is refused', async () => {
    const { media, lines } = await start();
    const room = await media.openRoom();
    const transport = await room.createTransport();
    const lost = new Promise<void>((resolve) => room.onLost(resolve));
    const pending = room.restartIce(transport.id).catch((error: unknown) => error);
    kill(newestWorker());
    await lost;
    expect(media.available()).toBe(true);
    await pending;
    await expect(room.createTransport()).rejects.toMatchObject({ code: 'wrong-phase' });
    await until(() => runningWorkers().length === 1);
    await until(() => lines.length === 1);
    expect(lines[0]?.msg).toBe('a media worker died and is being replaced');
    await expect.poll(() => media.openRoom()).toBeDefined();
  });

  test('again and again is replaced after ever longer pauses', async () => {
    await start();
    const pauses: number[] = [];
    for (let deaths = 0; deaths < 3; deaths += 1) {
      const before = newestWorker();
      kill(before);
      pauses.push(await until(() => newestWorker() !== before));
    }
    expect(pauses[0]).toBeGreaterThan(240);
    expect(pauses[1]).toBeGreaterThan(490);
    expect(pauses[2]).toBeGreaterThan(990);
  });
});

test('CA-41 closing leaves no worker process, and may be done twice', async () => {
  const { media, lines } = await start({ count: 2 });
  const room = await media.openRoom();
  let lost = false;
  room.onLost(() => (lost = true));
  const pids = runningWorkers();
  expect(pids).toHaveLength(2);
  await Promise.all([media.close(), media.close()]);
  await media.close();
  expect(pids.filter(isRunning)).toEqual([]);
  expect(media.available()).toBe(false);
  await expect(media.openRoom()).rejects.toMatchObject({ code: 'no-media' });
  expect(lost).toBe(false);
  expect(lines).toEqual([]);
});
