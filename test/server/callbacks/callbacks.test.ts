import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Callback } from '../../../protocol/callback.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import {
  ask,
  begin,
  must,
  next,
  PASSWORD,
  startDesk,
  type OperatorSocket,
  type TestDesk,
} from '../realtime/harness.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import { startMailServer, type Behaviour, type MailServer } from '../mail/mail-server.ts';
import { CONTEXT, leave, list, only } from './kit.ts';

let desk: TestDesk;
let mails: MailServer;
let ada: OperatorSocket;
let bruno: OperatorSocket;
const answers: NonNullable<Behaviour['answers']> = [];

const CLOSING = { reason: 'information', topic: 'bollo', outcome: 'resolved', office: 'tributi', note: 'Detto.' };
const SKILLS = ['chat'] as 'chat'[];

beforeEach(async () => {
  answers.splice(0);
  mails = await startMailServer({ answers });
  const mail = { server: mails.url, from: { name: 'URP', address: 'urp@example.org' }, replyTo: null };
  desk = await startDesk({
    config: { mail },
    operators: [
      { username: 'ada', name: 'Ada', skills: SKILLS, password: PASSWORD },
      { username: 'bruno', name: 'Bruno', skills: SKILLS, password: PASSWORD },
      { username: 'carla', name: 'Carla', skills: [], roles: ['supervisor'], password: PASSWORD },
    ],
  });
  ada = await desk.operator('ada');
  bruno = await desk.operator('bruno');
});

afterEach(async () => {
  await desk.close();
  await mails.close();
});

/** What is stored, read when the server is gone. */
async function contactOfCallback(callbackId: string) {
  await desk.restart();
  const store = await createSqliteStore(`${desk.dataDir}/sportello.sqlite`, { besideDesk: true });
  try {
    const callback = await store.callback(callbackId);
    return await store.contact(callback?.contactId ?? '');
  } finally {
    await store.close();
  }
}

function take(operator: object, { id }: Callback) {
  return ask<{ callback: Callback }>(operator, 'callback:take', { callbackId: id });
}

test('CB-4 a promise stays until a person closes it, with every attempt', async () => {
  await leave(desk);
  const { id } = await only(ada);
  const first = { callbackId: id, clientId: 'attempt-1', result: 'no-answer', note: 'Squilla a vuoto' };
  await must(ada, 'callback:attempt', first);
  // Sent again because the answer was lost.
  await must(ada, 'callback:attempt', first);
  await must(bruno, 'callback:attempt', { callbackId: id, clientId: 'attempt-2', result: 'reached' });
  await desk.restart();
  ada = await desk.operator('ada');
  const callback = await only(ada);
  expect(callback.attempts).toMatchObject([
    { by: { name: 'Ada' }, result: 'no-answer', note: 'Squilla a vuoto', mail: null },
    { by: { name: 'Bruno' }, result: 'reached', note: null, mail: null },
  ]);
  expect(callback.closedAt).toBeNull();
  await must(ada, 'callback:close', { callbackId: id, ...CLOSING });
  expect(await list(ada)).toStrictEqual([]);
  expect(await list(ada, 'closed')).toMatchObject([{ id, closedAt: expect.any(Number) }]);
});

test('CB-5 of two who take the same promise one gets it; a second time gives it back', async () => {
  await leave(desk);
  const callback = await only(ada);
  const both = await Promise.all([take(ada, callback), take(bruno, callback)]);
  const [first, second] = both[0].ok ? both : both.toReversed();
  expect(first).toMatchObject({ ok: true, callback: { takenBy: { name: both[0].ok ? 'Ada' : 'Bruno' } } });
  expect(second).toStrictEqual({ ok: false, code: 'already-taken' });
  const winner = both[0].ok ? ada : bruno;
  expect(await take(winner, callback)).toMatchObject({ ok: true, callback: { takenBy: null } });
  expect(await take(bruno, callback)).toMatchObject({ ok: true, callback: { takenBy: { name: 'Bruno' } } });
  // Whoever leads the desk may take what somebody who is ill has taken.
  expect(await take(await desk.operator('carla'), callback)).toMatchObject({
    callback: { takenBy: { name: 'Carla' } },
  });
});

test('CB-6 every operator hears of every change, and has the counts on the desk', async () => {
  const told = [next(ada, 'callbacks:changed'), next(bruno, 'callbacks:changed')];
  const counted = next<DeskState>(bruno, 'desk:changed', ({ callbacks }) => callbacks.open === 1);
  const { dueAt } = await leave(desk);
  await Promise.all(told);
  expect((await counted).callbacks).toMatchObject({ open: 1, overdue: 0, nextDueAt: dueAt });
  const { id } = await only(ada);
  const again = next(bruno, 'callbacks:changed');
  const empty = next<DeskState>(bruno, 'desk:changed', ({ callbacks }) => callbacks.open === 0);
  await must(ada, 'callback:close', { callbackId: id, ...CLOSING });
  await again;
  expect((await empty).callbacks).toStrictEqual({ open: 0, overdue: 0, today: 0, nextDueAt: null });
});

test('CB-7 an answer goes out by e-mail, once, and does not close the promise', async () => {
  const { number } = await leave(desk, { text: 'Quando <scade>?' });
  const { id } = await only(ada);
  const answer = { callbackId: id, clientId: crypto.randomUUID(), text: 'Scade il 31.\n<b>Ciao</b>' };
  const first = await must<{ callback: Callback }>(ada, 'callback:answer', answer);
  expect(first.callback.attempts).toMatchObject([{ result: 'answered-by-mail', note: answer.text }]);
  const second = await must<{ callback: Callback }>(ada, 'callback:answer', answer);
  expect(second.callback.attempts).toHaveLength(1);
  // The receipt and the answer.
  await expect.poll(() => mails.received.length, { timeout: 8000 }).toBe(2);
  const mail = mails.received.map((received) => received.mail).find(({ subject }) => subject?.includes('risposta'));
  expect(mail?.subject).toBe(`La risposta alla tua richiesta ${number}`);
  expect(mail?.text).toContain('Scade il 31.\n<b>Ciao</b>');
  expect(mail?.html).toContain('Scade il 31.<br>');
  expect(mail?.html).not.toContain('<b>Ciao');
  await expect.poll(async () => (await only(ada)).attempts[0]?.mail).toStrictEqual({ name: 'sent' });
});

test('CB-7 where the citizen left a telephone number there is nothing to mail', async () => {
  await leave(desk, { reach: { by: 'phone', phone: '3331234567' } });
  const { id } = await only(ada);
  const answer = { callbackId: id, clientId: crypto.randomUUID(), text: 'Ciao' };
  expect(await ask(ada, 'callback:answer', answer)).toStrictEqual({ ok: false, code: 'wrong-phase' });
  expect((await only(ada)).attempts).toStrictEqual([]);
});

test('CB-14 operators see an answer that was refused, with the other server’s words', async () => {
  answers.push('take', { code: 550, text: '5.7.1 mailbox closed' });
  await leave(desk);
  await expect.poll(() => mails.received.length, { timeout: 5000 }).toBe(1);
  const { id } = await only(ada);
  const told = next(bruno, 'callbacks:changed');
  await must(ada, 'callback:answer', { callbackId: id, clientId: crypto.randomUUID(), text: 'Ciao' });
  await told;
  const failed = { name: 'failed', why: '550 5.7.1 mailbox closed' };
  await expect.poll(async () => (await only(ada)).attempts[0]?.mail, { timeout: 5000 }).toStrictEqual(failed);
});

test('CB-10 closing completes the contact, and nothing can be done afterwards', async () => {
  await leave(desk);
  const { id, receivedAt } = await only(ada);
  await must(bruno, 'callback:attempt', { callbackId: id, clientId: 'attempt-1', result: 'reached' });
  await must(ada, 'callback:close', { callbackId: id, ...CLOSING });
  const answer = { callbackId: id, clientId: crypto.randomUUID(), text: 'Ciao' };
  for (const [event, request] of [
    ['callback:close', { callbackId: id, ...CLOSING }],
    ['callback:take', { callbackId: id }],
    ['callback:attempt', { callbackId: id, clientId: 'attempt-2', result: 'busy' }],
    ['callback:answer', answer],
  ] as const) {
    expect(await ask(ada, event, request), event).toStrictEqual({ ok: false, code: 'wrong-phase' });
    const nowhere = { ...request, callbackId: crypto.randomUUID() };
    expect(await ask(ada, event, nowhere), event).toStrictEqual({ ok: false, code: 'not-found' });
  }
  expect(await contactOfCallback(id)).toMatchObject({
    channel: 'message',
    handling: 'later-answer',
    reason: 'information',
    topic: 'bollo',
    outcome: 'resolved',
    office: 'tributi',
    note: 'Detto.',
    arrivedAt: receivedAt,
    answeredAt: expect.any(Number),
    closedAt: expect.any(Number),
    selfHelpFirst: true,
  });
});

test('CB-10 a message is a contact from the start: with a later answer', async () => {
  await leave(desk, { context: { searches: [], articles: [] } });
  const contact = await contactOfCallback((await only(ada)).id);
  expect(contact).toMatchObject({ outcome: 'later-answer', reason: null, closedAt: null, selfHelpFirst: false });
});

test('CB-3 what is promised when a conversation ends is in the list, with its receipt', async () => {
  const citizen = await desk.citizen();
  const { conversation } = await begin(citizen, { context: CONTEXT });
  await must(ada, 'conversation:accept', { conversationId: conversation.id });
  const told = next(bruno, 'callbacks:changed');
  const callback = { reach: { by: 'email', email: 'anna@example.org' }, text: 'Cerchiamo la pratica' };
  const closing = { reason: 'information', topic: 'bollo', outcome: 'later-answer', callback };
  await must(ada, 'conversation:close', { conversationId: conversation.id, ...closing });
  await told;
  const promised = await only(bruno);
  expect(promised).toMatchObject({ conversationId: conversation.id, text: 'Cerchiamo la pratica', context: CONTEXT });
  await expect.poll(() => mails.received.length, { timeout: 5000 }).toBe(1);
  expect(await ask(bruno, 'callback:thread', { callbackId: promised.id })).toMatchObject({
    messages: [{ event: 'operator-joined' }, { event: 'closed' }],
  });
  expect(await ask(bruno, 'callback:thread', { callbackId: crypto.randomUUID() })).toMatchObject({ code: 'not-found' });
});
