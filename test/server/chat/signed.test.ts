import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pino } from 'pino';
import type { JoinedCall } from '../../../protocol/call.ts';
import type { ConversationState, ConversationView } from '../../../protocol/conversation.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import type { DeskStatus } from '../../../protocol/status.ts';
import type { Message } from '../../../protocol/message.ts';
import { MediaError, type Media } from '../../../server/call/media.ts';
import { createMediasoupMedia } from '../../../server/call/mediasoup-media.ts';
import { freePorts } from '../call/kit.ts';
import { ask, begin, must, next, startDesk, type CitizenSocket, type TestDesk } from '../realtime/harness.ts';

let media: Media;
let desk: TestDesk;
beforeAll(async () => {
  const log = pino({ level: 'silent' });
  media = await createMediasoupMedia({ listenIp: '127.0.0.1', firstPort: await freePorts(1), count: 1, log });
  desk = await startDesk({ media, desk: { operatorGraceMs: 2_000 } });
});
afterAll(async () => {
  await desk.close();
  await media.close();
});

const refusal = (code: string): object => ({ ok: false, code });
const closing = { reason: 'information', topic: 'other', outcome: 'resolved' };

/** The state in which both can join the call. */
function callReady(client: object): Promise<ConversationState> {
  return next<ConversationState>(client, 'conversation:changed', ({ call }) => call?.ready === true);
}

function lineOf(client: object, event: string): Promise<Message> {
  return next<Message>(client, 'message:new', (message) => message.kind === 'event' && message.event === event);
}

async function events(client: CitizenSocket, conversationId: string): Promise<string[]> {
  const view = await must<ConversationView>(client, 'conversation:sync', { conversationId, lastSeq: 0 });
  return view.messages.flatMap((message) => (message.kind === 'event' ? [message.event] : []));
}

test('QU-11 a signed conversation becomes a call when it is accepted; both join, either hangs up, the text goes on', async () => {
  const [citizen, livia, ada] = [await desk.citizen(), await desk.operator('livia'), await desk.operator('ada')];
  const { conversation } = await begin(citizen, { service: 'lis' });
  const conversationId = conversation.id;
  expect(await ask(ada, 'conversation:accept', { conversationId })).toEqual(refusal('forbidden'));
  expect(await ask(citizen, 'call:join', { conversationId })).toEqual(refusal('wrong-phase'));
  const ready = [callReady(citizen), callReady(livia)];
  await must(livia, 'conversation:accept', { conversationId });
  await Promise.all(ready);
  for (const client of [citizen, livia]) {
    const joined = await must<JoinedCall>(client, 'call:join', { conversationId });
    expect(joined.routerRtpCapabilities).toHaveProperty('codecs');
  }

  const second = await begin(await desk.citizen(), { service: 'lis' });
  const both = { conversationId: second.conversation.id };
  expect(await ask(livia, 'conversation:accept', both)).toEqual(refusal('at-capacity'));
  const status = (await (await fetch(`${desk.url}/api/status`)).json()) as DeskStatus;
  expect(status.services.lis).toMatchObject({ state: 'open', waiting: 1, estimateMs: null });

  const ended = next<ConversationState>(citizen, 'conversation:changed', ({ call }) => call === null);
  expect(
    await Promise.all([ask(livia, 'call:end', { conversationId }), ask(citizen, 'call:end', { conversationId })]),
  ).toEqual([{ ok: true }, { ok: true }]);
  await ended;
  await must(citizen, 'message:send', { conversationId, clientId: 'after-call', text: 'grazie' });
  expect(await events(citizen, conversationId)).toEqual(['operator-joined', 'call-started', 'call-ended']);
  await must(livia, 'conversation:accept', both);
  for (const id of [conversationId, both.conversationId]) {
    await must(livia, 'conversation:close', { conversationId: id, ...closing });
  }
  for (const client of [citizen, livia, ada]) client.disconnect();
});

test('QU-11 asked for in a chat, the call is held by an operator who signs', async () => {
  const [citizen, livia] = [await desk.citizen(), await desk.operator('livia')];
  const { conversation } = await begin(citizen);
  const conversationId = conversation.id;
  expect(await ask(citizen, 'call:request', { conversationId })).toEqual(refusal('wrong-phase'));
  await must(livia, 'conversation:accept', { conversationId });
  const ready = callReady(livia);
  // Twice, as an impatient finger would: it is one call, asked for once.
  await Promise.all([
    must(citizen, 'call:request', { conversationId }),
    must(citizen, 'call:request', { conversationId }),
  ]);
  expect((await ready).service).toBe('chat');
  expect(await events(citizen, conversationId)).toEqual(['operator-joined', 'call-requested', 'call-started']);
  await must(livia, 'conversation:close', { conversationId, ...closing });
  expect(await ask(citizen, 'call:join', { conversationId })).toEqual(refusal('wrong-phase'));
  for (const client of [citizen, livia]) client.disconnect();
});

test('QU-11 asked for from an operator who does not sign, the citizen joins the signing line and the operator is told', async () => {
  const [citizen, ada] = [await desk.citizen(), await desk.operator('ada')];
  const { conversation } = await begin(citizen);
  const conversationId = conversation.id;
  await must(ada, 'conversation:accept', { conversationId });
  const line = next<{ event?: string }>(ada, 'message:new', ({ event }) => event === 'call-requested');
  const released = next<DeskState>(
    ada,
    'desk:changed',
    ({ mine, queues }) => mine.length === 0 && queues.lis.length === 1,
  );
  await must(citizen, 'call:request', { conversationId });
  await Promise.all([line, released]);
  const livia = await desk.operator('livia');
  const ready = callReady(citizen);
  await must(livia, 'conversation:accept', { conversationId });
  expect((await ready).service).toBe('lis');

  // The call ends with its operator's connection; the citizen waits at the head of the signing line.
  const waiting = next<ConversationState>(citizen, 'conversation:changed', ({ phase }) => phase.name === 'waiting');
  livia.disconnect();
  expect(await waiting).toMatchObject({ service: 'lis', call: null, phase: { position: 1 } });
  await must(citizen, 'conversation:close', { conversationId });
});

test('QU-5 chats do not shut out who signs: one call is taken besides as many chats as there is room for', async () => {
  const livia = await desk.operator('livia');
  const ids: string[] = [];
  for (let chats = 0; chats < 6; chats += 1) {
    const { conversation } = await begin(await desk.citizen());
    ids.push(conversation.id);
    await must(livia, 'conversation:accept', { conversationId: conversation.id });
  }
  const seventh = await begin(await desk.citizen());
  ids.push(seventh.conversation.id);
  const chat = { conversationId: seventh.conversation.id };
  expect(await ask(livia, 'conversation:accept', chat)).toEqual(refusal('at-capacity'));
  const signed = await begin(await desk.citizen(), { service: 'lis' });
  ids.push(signed.conversation.id);
  await must(livia, 'conversation:accept', { conversationId: signed.conversation.id });
  expect(await ask(livia, 'conversation:accept', chat)).toEqual(refusal('at-capacity'));
  await must(livia, 'conversation:close', { conversationId: ids[0], ...closing });
  await must(livia, 'conversation:accept', chat);
  for (const conversationId of ids.slice(1)) {
    await must(livia, 'conversation:close', { conversationId, ...closing });
  }
  livia.disconnect();
});

describe('CA-43 a call and a server that stops', () => {
  async function inCall() {
    const [citizen, livia] = [await desk.citizen(), await desk.operator('livia')];
    const { conversation, token } = await begin(citizen, { service: 'lis' });
    const conversationId = conversation.id;
    const begun = [callReady(citizen), lineOf(citizen, 'call-started')];
    await must(livia, 'conversation:accept', { conversationId });
    await Promise.all(begun);
    return { livia, conversationId, token };
  }

  async function comeBack(token: string) {
    const citizen = await desk.citizen();
    const { conversation } = await must<ConversationView>(citizen, 'conversation:resume', { token, lastSeq: 0 });
    return { citizen, conversation };
  }

  test('the call is open again when they come back, and the log does not begin it twice', async () => {
    const { conversationId, token } = await inCall();
    await desk.restart();
    const { citizen, conversation } = await comeBack(token);
    if (conversation.call?.ready !== true) await callReady(citizen);
    const livia = await desk.operator('livia');
    for (const client of [citizen, livia]) await must<JoinedCall>(client, 'call:join', { conversationId });
    expect(await events(citizen, conversationId)).toEqual(['operator-joined', 'call-started']);
    await must(livia, 'conversation:close', { conversationId, ...closing });
    for (const client of [citizen, livia]) client.disconnect();
  });

  test('a call that was over stays over', async () => {
    const { livia, conversationId, token } = await inCall();
    await must(livia, 'call:end', { conversationId });
    await desk.restart();
    const { citizen, conversation } = await comeBack(token);
    expect(conversation).toMatchObject({ phase: { name: 'live' }, call: null });
    await must(await desk.operator('livia'), 'conversation:close', { conversationId, ...closing });
    citizen.disconnect();
  });

  test('a call that cannot be repaired ends in the log of both, once', async () => {
    const { media: failing, fail } = failingMedia();
    await desk.close();
    desk = await startDesk({ media: failing, patience: { opening: 100, repair: 100 } });
    const { livia, conversationId } = await inCall();
    const told = lineOf(livia, 'call-ended');
    fail();
    await told;
    const view = await must<ConversationView>(livia, 'conversation:sync', { conversationId, lastSeq: 0 });
    expect(view.conversation).toMatchObject({ phase: { name: 'live' }, call: null });
    expect(view.messages.map((message) => message.kind === 'event' && message.event)).toEqual([
      'operator-joined',
      'call-started',
      'call-ended',
    ]);
  });

  test('a call that cannot be opened again after a stop has ended in the log', async () => {
    const { media: failing, fail } = failingMedia();
    await desk.close();
    desk = await startDesk({ media: failing, patience: { opening: 100, repair: 30_000 } });
    const { conversationId, token } = await inCall();
    fail();
    await desk.restart();
    const { citizen, conversation } = await comeBack(token);
    if (conversation.call !== null || conversation.lastSeq < 3) await next(citizen, 'message:new');
    expect(await events(citizen, conversationId)).toEqual(['operator-joined', 'call-started', 'call-ended']);
  });
});

/** The real media, whose worker can be lost for good. */
function failingMedia() {
  const lost: (() => void)[] = [];
  let failed = false;
  const failing: Media = {
    available: () => media.available(),
    async openRoom() {
      if (failed) throw new MediaError('no-media', 'lost for good');
      const room = await media.openRoom();
      return { ...room, onLost: (listener) => void lost.push(listener) };
    },
    close: () => Promise.resolve(),
  };
  return {
    media: failing,
    fail() {
      failed = true;
      for (const tell of lost) tell();
    },
  };
}
