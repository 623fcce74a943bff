import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Opaque } from '../../../protocol/call.ts';
import {
  camera,
  CITIZEN,
  CONVERSATION,
  createKit,
  dtlsParameters,
  enter,
  granted,
  OPERATOR,
  reception,
} from './kit.ts';
import type { Participant } from './kit.ts';
import { rtpParameters, runningWorkers } from './kit.ts';

let kit: Awaited<ReturnType<typeof createKit>>;
let citizen: Participant;
let operator: Participant;
let worker: number[];

beforeAll(async () => {
  kit = await createKit();
  await kit.desk.open(CONVERSATION);
  citizen = await enter(kit.desk, CITIZEN);
  operator = await enter(kit.desk, OPERATOR);
  worker = runningWorkers();
});
afterAll(() => kit.close());

const BAD_MEDIA = { ok: false, code: 'bad-media' };
/** Values that are no good in any place where mediasoup wants something else. */
const WRONG = [null, '', 'x', -1, 0.5, 2 ** 40, Number.MAX_SAFE_INTEGER, true, [], {}, [null], 'x'.repeat(5_000)];

/** The worker is the same as before, and does its work for others. */
async function expectHealthy(): Promise<void> {
  const { producerId } = await granted(kit.desk.produce(CITIZEN, camera(citizen)));
  await granted(kit.desk.consume(OPERATOR, reception(operator, producerId)));
  expect(runningWorkers()).toEqual(worker);
  expect(kit.desk.stateOf(CONVERSATION)).toMatchObject({ epoch: 1, ready: true });
}

const produce = (parameters: Opaque) => kit.desk.produce(CITIZEN, { ...camera(citizen), rtpParameters: parameters });

test('CA-35 a number that does not fit is refused, and the worker goes on for everybody', async () => {
  for (const encoding of [{ maxBitrate: 0.5 }, { maxBitrate: -1 }, { maxBitrate: 2 ** 53 }, { ssrc: 2 ** 33 }]) {
    expect(await produce(rtpParameters('camera', encoding))).toEqual(BAD_MEDIA);
  }
  await expectHealthy();
});

test.each<[string, Opaque]>([
  ['nothing', {}],
  ['no list of codecs', { ...rtpParameters(), codecs: 'VP8' }],
  ['no codecs', { ...rtpParameters(), codecs: [] }],
  [
    'a codec the call does not have',
    { ...rtpParameters(), codecs: [{ mimeType: 'video/AV2', payloadType: 96, clockRate: 90_000 }] },
  ],
  ['sound for a camera', rtpParameters('microphone')],
  [
    'a payload type beyond a byte',
    { ...rtpParameters(), codecs: [{ mimeType: 'video/VP8', payloadType: 300, clockRate: 90_000 }] },
  ],
  ['a header extension nobody knows', { ...rtpParameters(), headerExtensions: [{ uri: 'urn:x', id: 1 }] }],
  [
    'too many encodings',
    { ...rtpParameters(), encodings: Array.from({ length: 200 }, (_, index) => ({ ssrc: index + 1 })) },
  ],
  [
    'a codec parameter of another kind',
    {
      ...rtpParameters(),
      codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000, parameters: { deep: { er: 1 } } }],
    },
  ],
])('CA-35 a stream with %s is refused', async (_, parameters) => {
  expect(await produce(parameters)).toEqual(BAD_MEDIA);
  await expectHealthy();
});

test('CA-35 a stream whose number is in use is refused', async () => {
  const parameters = rtpParameters();
  await granted(produce(parameters));
  expect(await produce(parameters)).toEqual(BAD_MEDIA);
  await expectHealthy();
});

test.each<[string, Opaque]>([
  ['nothing', {}],
  ['no fingerprints', { role: 'client', fingerprints: [] }],
  ['a hash nobody has', { fingerprints: [{ algorithm: 'md5', value: 'AA:BB' }] }],
  ['a fingerprint that is none', { fingerprints: [{ algorithm: 'sha-256', value: 'x'.repeat(60_000) }] }],
  ['a role nobody plays', { ...dtlsParameters, role: 'boss' }],
])('CA-35 a connection with %s is refused, and may be tried again', async (_, parameters) => {
  const { transport } = await granted(kit.desk.transport(CITIZEN, { ...citizen.at, direction: 'receive' }));
  const connect = { ...citizen.at, transportId: transport.id };
  expect(await kit.desk.connect(CITIZEN, { ...connect, dtlsParameters: parameters })).toEqual(BAD_MEDIA);
  expect(await kit.desk.connect(CITIZEN, { ...connect, dtlsParameters })).toEqual({ ok: true });
});

test.each<[string, Opaque]>([
  ['nothing', {}],
  ['no list of codecs', { codecs: 5 }],
  ['codecs that are none', { codecs: [{ kind: 'video' }] }],
  [
    'only sound',
    { codecs: [{ kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 100, clockRate: 48_000, channels: 2 }] },
  ],
])('CA-35 a receiver that can do %s is refused', async (_, rtpCapabilities) => {
  const { producerId } = await granted(kit.desk.produce(CITIZEN, camera(citizen)));
  expect(await kit.desk.consume(OPERATOR, { ...reception(operator, producerId), rtpCapabilities })).toEqual(BAD_MEDIA);
  await expectHealthy();
});

test('CA-35 whatever single value is wrong, a code comes back and the worker goes on', async () => {
  const codes = new Set<string>();
  for (const broken of variants(rtpParameters())) {
    const answer = await produce(broken);
    codes.add(answer.ok ? 'ok' : answer.code);
  }
  const { producerId } = await granted(kit.desk.produce(CITIZEN, camera(citizen)));
  for (const broken of variants(citizen.routerRtpCapabilities)) {
    const answer = await kit.desk.consume(OPERATOR, { ...reception(operator, producerId), rtpCapabilities: broken });
    codes.add(answer.ok ? 'ok' : answer.code);
  }
  expect([...codes].toSorted()).toEqual(['bad-media', 'ok']);
  await expectHealthy();
});

/** The same tree with one leaf or branch replaced, for every place in it and every wrong value. */
function* variants(tree: Opaque): Generator<Opaque> {
  for (const path of paths(tree)) {
    for (const wrong of WRONG) {
      const copy: unknown = structuredClone(tree);
      let parent = copy as Record<string, unknown>;
      for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
      parent[path.at(-1) ?? ''] = wrong;
      yield copy as Opaque;
    }
  }
}

function* paths(value: unknown, path: string[] = []): Generator<string[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield [...path, key];
    yield* paths(child, [...path, key]);
  }
}
