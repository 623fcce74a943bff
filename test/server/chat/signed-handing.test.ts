import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JoinedCall } from '../../../protocol/call.ts';
import type { Consultation } from '../../../protocol/consultation.ts';
import type { ConversationState } from '../../../protocol/conversation.ts';
import type { Media } from '../../../server/call/media.ts';
import { createMediasoupMedia } from '../../../server/call/mediasoup-media.ts';
import { freePorts } from '../call/kit.ts';
import { ask, begin, must, next, PASSWORD, type CitizenSocket, type TestDesk } from '../realtime/harness.ts';
import { closing, idOf, linesOf, openDesk, refusal } from './desk-kit.ts';

/* Calls that go from one operator to another. */

let media: Media;
let desk: TestDesk;
beforeAll(async () => {
  const log = pino({ level: 'silent' });
  media = await createMediasoupMedia({ listenIp: '127.0.0.1', firstPort: await freePorts(1), count: 1, log });
  const signing = { skills: ['chat', 'lis'] as ('chat' | 'lis')[], password: PASSWORD };
  desk = await openDesk({
    media,
    operators: [
      { ...signing, username: 'livia', name: 'Livia' },
      { ...signing, username: 'marta', name: 'Marta' },
      { ...signing, username: 'bruno', name: 'Bruno', skills: ['chat'], offices: ['tributi'] },
    ],
  });
});
afterAll(async () => {
  await desk.close();
  await media.close();
});

/** A call that both can join, and another than this one. */
function callReady(client: object, before?: string): Promise<ConversationState> {
  return next<ConversationState>(
    client,
    'conversation:changed',
    ({ call }) => call?.ready === true && call.id !== before,
  );
}

async function signed(citizen: CitizenSocket): Promise<{ conversationId: string; callId: string }> {
  const livia = await desk.operator('livia');
  const { conversation } = await begin(citizen, { service: 'lis' });
  const ready = callReady(citizen);
  await must(livia, 'conversation:accept', { conversationId: conversation.id });
  return { conversationId: conversation.id, callId: (await ready).call?.id ?? '' };
}

test('QU-80 a call that is handed on ends, goes only to those who sign, and begins again with them', async () => {
  const citizen = await desk.citizen();
  const { conversationId, callId } = await signed(citizen);
  const [livia, marta, bruno] = [
    await desk.operator('livia'),
    await desk.operator('marta'),
    await desk.operator('bruno'),
  ];
  const to = (target: object) => ask(livia, 'conversation:transfer', { conversationId, to: target });
  expect(await to({ office: 'tributi' })).toEqual(refusal('nobody-there'));
  expect(await to({ operator: idOf('marta') })).toEqual({ ok: true });
  expect(await ask(citizen, 'call:join', { conversationId })).toEqual(refusal('wrong-phase'));
  expect(await ask(bruno, 'conversation:accept', { conversationId })).toEqual(refusal('forbidden'));
  const again = [callReady(citizen, callId), callReady(marta, callId)];
  await must(marta, 'conversation:accept', { conversationId });
  await Promise.all(again);
  for (const client of [citizen, marta]) await must<JoinedCall>(client, 'call:join', { conversationId });
  expect(await linesOf(citizen, conversationId)).toEqual([
    'operator-joined Livia',
    'call-started',
    'transferring Marta',
    'operator-joined Marta',
    'call-started',
  ]);
  await must(marta, 'conversation:close', { conversationId, ...closing });
});

test('QU-86 in a call a colleague who signs takes over, and it begins again with them', async () => {
  const citizen = await desk.citizen();
  const { conversationId, callId } = await signed(citizen);
  const [livia, marta] = [await desk.operator('livia'), await desk.operator('marta')];
  const open = (target: object) =>
    ask<{ consultation: Consultation }>(livia, 'consultation:open', {
      conversationId,
      to: target,
      kind: 'transfer',
      summary: 'Puoi continuare tu?',
    });
  expect(await open({ office: 'tributi' })).toEqual(refusal('nobody-there'));
  const opened = await open({ operator: idOf('marta') });
  if (!opened.ok) throw new Error(opened.code);
  const again = [callReady(citizen, callId), callReady(marta, callId)];
  await must(marta, 'consultation:ready', { consultationId: opened.consultation.id });
  await Promise.all(again);
  for (const client of [citizen, marta]) await must<JoinedCall>(client, 'call:join', { conversationId });
  expect(await ask(livia, 'call:join', { conversationId })).toEqual(refusal('forbidden'));
  expect(await linesOf(citizen, conversationId)).toEqual([
    'operator-joined Livia',
    'call-started',
    'on-hold Marta',
    'handed-over Marta',
    'call-started',
  ]);
  await must(marta, 'conversation:close', { conversationId, ...closing });
});
