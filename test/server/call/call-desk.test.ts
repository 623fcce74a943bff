import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CallDesk } from '../../../server/call/call-desk.ts';
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

let kit: Awaited<ReturnType<typeof createKit>>;
let desk: CallDesk;

beforeAll(async () => {
  kit = await createKit();
  desk = kit.desk;
});
afterAll(() => kit.close());
beforeEach(() => void kit.changes.splice(0));
afterEach(() => desk.end(CONVERSATION));

const NOWHERE = 'transport-that-is-not-there';

describe('opening and ending', () => {
  test('CA-31 a conversation has one call, however often it is opened', async () => {
    await Promise.all([desk.open(CONVERSATION), desk.open(CONVERSATION)]);
    const first = desk.stateOf(CONVERSATION);
    await desk.open(CONVERSATION);
    expect(desk.stateOf(CONVERSATION)).toEqual(first);
    expect(first).toMatchObject({ epoch: 1, ready: true, streams: [] });
    expect(kit.changes).toEqual([CONVERSATION]);
  });

  test('the end is told once, and ends it', async () => {
    await desk.open(CONVERSATION);
    kit.changes.splice(0);
    desk.end(CONVERSATION);
    desk.end(CONVERSATION);
    expect(desk.stateOf(CONVERSATION)).toBeNull();
    expect(kit.changes).toEqual([CONVERSATION]);
  });

  test('a call that is ended while it is being opened leaves nothing behind', async () => {
    const opening = desk.open(CONVERSATION);
    desk.end(CONVERSATION);
    await expect(opening).rejects.toMatchObject({ code: 'no-media' });
    expect(desk.stateOf(CONVERSATION)).toBeNull();
    expect(await desk.join(CITIZEN, { conversationId: CONVERSATION })).toEqual({ ok: false, code: 'not-found' });
  });

  test('the next call of a conversation is another call', async () => {
    await desk.open(CONVERSATION);
    const first = desk.stateOf(CONVERSATION);
    desk.end(CONVERSATION);
    await desk.open(CONVERSATION);
    expect(desk.stateOf(CONVERSATION)?.id).not.toBe(first?.id);
  });
});

describe('requests in order', () => {
  test('a stream goes from one to the other', async () => {
    await desk.open(CONVERSATION);
    const citizen = await enter(desk, CITIZEN);
    const operator = await enter(desk, OPERATOR);
    expect(citizen.send.iceCandidates).toHaveLength(2);
    await granted(desk.connect(CITIZEN, { ...citizen.at, transportId: citizen.send.id, dtlsParameters }));
    const { producerId } = await granted(desk.produce(CITIZEN, camera(citizen)));
    expect(desk.stateOf(CONVERSATION)?.streams).toEqual([
      { producerId, from: 'citizen', source: 'camera', paused: false },
    ]);
    const { consumer } = await granted(desk.consume(OPERATOR, reception(operator, producerId)));
    expect(consumer).toMatchObject({ producerId, kind: 'video' });
    expect(await desk.startConsumer(OPERATOR, { ...operator.at, consumerId: consumer.id })).toEqual({ ok: true });
    const { iceParameters } = await granted(desk.restartIce(CITIZEN, { ...citizen.at, transportId: citizen.send.id }));
    expect(iceParameters).not.toEqual(citizen.send.iceParameters);
    expect(await desk.pause(CITIZEN, { ...citizen.at, producerId, paused: true })).toEqual({ ok: true });
    expect(desk.stateOf(CONVERSATION)?.streams).toMatchObject([{ producerId, paused: true }]);
  });

  test('CA-36 a second camera takes the place of the first', async () => {
    await desk.open(CONVERSATION);
    const citizen = await enter(desk, CITIZEN);
    const operator = await enter(desk, OPERATOR);
    const first = await granted(desk.produce(CITIZEN, camera(citizen)));
    await granted(desk.produce(CITIZEN, camera(citizen, 'microphone')));
    const second = await granted(desk.produce(CITIZEN, camera(citizen)));
    expect(desk.stateOf(CONVERSATION)?.streams).toMatchObject([
      { source: 'microphone' },
      { source: 'camera', producerId: second.producerId },
    ]);
    expect(await desk.consume(OPERATOR, reception(operator, first.producerId))).toEqual({
      ok: false,
      code: 'not-found',
    });
  });

  test('CA-37 a third transport in one direction closes the first', async () => {
    await desk.open(CONVERSATION);
    const citizen = await enter(desk, CITIZEN);
    for (let more = 0; more < 2; more += 1) {
      await granted(desk.transport(CITIZEN, { ...citizen.at, direction: 'send' }));
    }
    const answer = await desk.connect(CITIZEN, { ...citizen.at, transportId: citizen.send.id, dtlsParameters });
    expect(answer).toEqual({ ok: false, code: 'not-found' });
  });

  test('CA-38 a connection that leaves takes its streams along, and the others are told', async () => {
    await desk.open(CONVERSATION);
    const citizen = await enter(desk, CITIZEN);
    const operator = await enter(desk, OPERATOR);
    const { producerId } = await granted(desk.produce(CITIZEN, camera(citizen)));
    const { consumer } = await granted(desk.consume(OPERATOR, reception(operator, producerId)));
    kit.changes.splice(0);
    desk.leave(CITIZEN.connectionId);
    expect(kit.changes).toEqual([CONVERSATION]);
    expect(desk.stateOf(CONVERSATION)?.streams).toEqual([]);
    expect(await desk.startConsumer(OPERATOR, { ...operator.at, consumerId: consumer.id })).toEqual({
      ok: false,
      code: 'not-found',
    });
  });

  test('what is under way when its owner leaves is refused and leaves nothing behind', async () => {
    await desk.open(CONVERSATION);
    const citizen = await enter(desk, CITIZEN);
    const producing = desk.produce(CITIZEN, camera(citizen));
    const opening = desk.transport(CITIZEN, { ...citizen.at, direction: 'send' });
    desk.leave(CITIZEN.connectionId);
    expect(await producing).toMatchObject({ ok: false });
    expect(await opening).toEqual({ ok: false, code: 'wrong-phase' });
    expect(desk.stateOf(CONVERSATION)?.streams).toEqual([]);
  });
});

describe('CA-33 requests out of order', () => {
  test('nothing can be asked of a call that is not there', async () => {
    const at = { conversationId: 'another-conversation', epoch: 1 };
    const gone = { ok: false, code: 'not-found' };
    expect(await desk.join(CITIZEN, at)).toEqual(gone);
    expect(await desk.transport(CITIZEN, { ...at, direction: 'send' })).toEqual(gone);
    expect(await desk.restartIce(CITIZEN, { ...at, transportId: NOWHERE })).toEqual(gone);
    desk.end('another-conversation');
    desk.leave('nobody');
  });

  test('nothing can be asked before joining, nor with another epoch', async () => {
    await desk.open(CONVERSATION);
    const early = { conversationId: CONVERSATION, epoch: 1, direction: 'send' } as const;
    const notNow = { ok: false, code: 'wrong-phase' };
    expect(await desk.transport(CITIZEN, early)).toEqual(notNow);
    const citizen = await enter(desk, CITIZEN);
    expect(await desk.transport(CITIZEN, { ...early, epoch: 0 })).toEqual(notNow);
    expect(await desk.produce(CITIZEN, { ...camera(citizen), epoch: 2 })).toEqual(notNow);
  });

  test('a transport is connected once', async () => {
    await desk.open(CONVERSATION);
    const citizen = await enter(desk, CITIZEN);
    const connect = { ...citizen.at, transportId: citizen.send.id, dtlsParameters };
    await granted(desk.connect(CITIZEN, connect));
    expect(await desk.connect(CITIZEN, connect)).toEqual({ ok: false, code: 'wrong-phase' });
  });

  test('a transport goes one way', async () => {
    await desk.open(CONVERSATION);
    const citizen = await enter(desk, CITIZEN);
    const operator = await enter(desk, OPERATOR);
    const { producerId } = await granted(desk.produce(CITIZEN, camera(citizen)));
    const wrongWay = { ok: false, code: 'not-found' };
    expect(await desk.produce(CITIZEN, { ...camera(citizen), transportId: citizen.receive.id })).toEqual(wrongWay);
    const backwards = { ...reception(operator, producerId), transportId: operator.send.id };
    expect(await desk.consume(OPERATOR, backwards)).toEqual(wrongWay);
  });
});

describe('CA-34 what is another’s', () => {
  test('is refused, and what is not there is not found', async () => {
    await desk.open(CONVERSATION);
    const citizen = await enter(desk, CITIZEN);
    const operator = await enter(desk, OPERATOR);
    const { producerId } = await granted(desk.produce(CITIZEN, camera(citizen)));
    const { consumer } = await granted(desk.consume(OPERATOR, reception(operator, producerId)));

    const forbidden = { ok: false, code: 'forbidden' };
    const theirs = { ...operator.at, transportId: citizen.send.id };
    expect(await desk.connect(OPERATOR, { ...theirs, dtlsParameters })).toEqual(forbidden);
    expect(await desk.restartIce(OPERATOR, theirs)).toEqual(forbidden);
    expect(await desk.produce(OPERATOR, { ...camera(operator), ...theirs })).toEqual(forbidden);
    expect(await desk.consume(CITIZEN, { ...reception(operator, producerId) })).toEqual(forbidden);
    expect(await desk.startConsumer(CITIZEN, { ...citizen.at, consumerId: consumer.id })).toEqual(forbidden);
    expect(await desk.pause(OPERATOR, { ...operator.at, producerId, paused: true })).toEqual(forbidden);

    const missing = { ok: false, code: 'not-found' };
    expect(await desk.connect(CITIZEN, { ...citizen.at, transportId: NOWHERE, dtlsParameters })).toEqual(missing);
    expect(await desk.restartIce(CITIZEN, { ...citizen.at, transportId: NOWHERE })).toEqual(missing);
    expect(await desk.produce(CITIZEN, { ...camera(citizen), transportId: NOWHERE })).toEqual(missing);
    expect(await desk.consume(OPERATOR, reception(operator, NOWHERE))).toEqual(missing);
    expect(await desk.startConsumer(OPERATOR, { ...operator.at, consumerId: NOWHERE })).toEqual(missing);
    expect(await desk.pause(CITIZEN, { ...citizen.at, producerId: NOWHERE, paused: true })).toEqual(missing);

    expect(desk.stateOf(CONVERSATION)?.streams).toMatchObject([{ producerId, paused: false }]);
  });

  test('another call’s streams cannot be received', async () => {
    await desk.open(CONVERSATION);
    await desk.open('another-conversation');
    const citizen = await enter(desk, CITIZEN);
    const stranger = await enter(desk, { connectionId: 'a-stranger', side: 'citizen' }, 'another-conversation');
    const { producerId } = await granted(desk.produce(CITIZEN, camera(citizen)));
    expect(await desk.consume(stranger.peer, reception(stranger, producerId))).toEqual({
      ok: false,
      code: 'not-found',
    });
    desk.end('another-conversation');
  });
});
