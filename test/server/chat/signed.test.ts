import { afterAll, beforeAll, expect, test } from 'vitest';
import { pino } from 'pino';
import type { JoinedCall } from '../../../protocol/call.ts';
import type { ConversationState, ConversationView } from '../../../protocol/conversation.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import type { DeskStatus } from '../../../protocol/status.ts';
import type { Media } from '../../../server/call/media.ts';
import { createMediasoupMedia } from '../../../server/call/mediasoup-media.ts';
import { freePorts } from '../call/kit.ts';
import { ask, begin, must, next, startDesk, type CitizenSocket, type TestDesk } from '../realtime/harness.ts';

let media: Media;
let desk: TestDesk;
beforeAll(async () => {
  const log = pino({ level: 'silent' });
  media = await createMediasoupMedia({ listenIp: '127.0.0.1', firstPort: await freePorts(1), count: 1, log });
  desk = await startDesk({ media, desk: { operatorGraceMs: 300 } });
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
