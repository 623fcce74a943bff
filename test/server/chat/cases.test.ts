import { afterEach, expect, test } from 'vitest';
import type { Callback } from '../../../protocol/callback.ts';
import { ask, begin, must, next, type TestDesk } from '../realtime/harness.ts';
import { closing, contactOf, deskWhen, enter, idOf, openDesk, refusal } from './desk-kit.ts';

let desk: TestDesk;
afterEach(() => desk.close());

test('QU-88 a note stays with the conversation and goes on with it; only whoever has it writes it', async () => {
  desk = await openDesk();
  const [ada, bruno] = [await desk.operator('ada'), await desk.operator('bruno')];
  const citizen = await desk.citizen();
  const { conversation } = await begin(citizen);
  const conversationId = conversation.id;
  await must(ada, 'conversation:accept', { conversationId });
  const noted = deskWhen(ada, ({ cases }) => cases[conversationId]?.note === 'Richiama domani');
  await must(ada, 'note:write', { conversationId, note: 'Richiama domani' });
  await noted;
  expect(await ask(bruno, 'note:write', { conversationId, note: 'Anch’io' })).toEqual(refusal('forbidden'));
  await must(ada, 'conversation:transfer', { conversationId, to: { operator: idOf('bruno') } });
  await must(bruno, 'conversation:accept', { conversationId });
  expect((await enter(bruno)).cases[conversationId]).toMatchObject({ note: 'Richiama domani' });
  await desk.restart();
  const again = await desk.operator('bruno', { enter: false });
  expect((await enter(again)).cases[conversationId]).toMatchObject({ note: 'Richiama domani' });
});

test('QU-89 what was talked about earlier in the same visit is at hand', async () => {
  desk = await openDesk();
  const ada = await desk.operator('ada');
  const visitId = crypto.randomUUID();
  const first = await begin(await desk.citizen(), { visitId });
  await must(ada, 'conversation:accept', { conversationId: first.conversation.id });
  await must(ada, 'conversation:close', { conversationId: first.conversation.id, ...closing, topic: 'bollo' });
  const other = await begin(await desk.citizen(), { visitId: crypto.randomUUID() });
  const second = await begin(await desk.citizen(), { visitId });
  await must(ada, 'conversation:accept', { conversationId: other.conversation.id });
  const known = deskWhen(ada, ({ cases }) => cases[second.conversation.id]?.earlier.length === 1);
  await must(ada, 'conversation:accept', { conversationId: second.conversation.id });
  const { cases } = await known;
  expect(cases[second.conversation.id]?.earlier).toEqual([
    {
      conversationId: first.conversation.id,
      startedAt: first.conversation.startedAt,
      service: 'chat',
      reason: 'information',
      topic: 'bollo',
      outcome: 'resolved',
      operator: { id: idOf('ada'), name: 'Ada' },
    },
  ]);
  expect(cases[other.conversation.id]?.earlier).toEqual([]);
});

test('QU-90 closing with an answer for later makes the promise and the contact together, or neither', async () => {
  desk = await openDesk();
  const ada = await desk.operator('ada');
  const { conversation } = await begin(await desk.citizen(), { name: 'Rosa' });
  const conversationId = conversation.id;
  await must(ada, 'conversation:accept', { conversationId });
  const reach = { by: 'phone', phone: '050 910111' };
  const close = (change: object) => ask(ada, 'conversation:close', { conversationId, ...closing, ...change });
  const later = { outcome: 'later-answer', office: 'tributi', callback: { reach, text: 'La richiamiamo' } };
  expect(await close({ outcome: 'later-answer' })).toEqual(refusal('invalid'));
  expect(await close({ ...later, outcome: 'resolved' })).toEqual(refusal('invalid'));
  expect(await close({ ...later, office: 'nowhere' })).toEqual(refusal('not-found'));
  const wrong = { reach: { by: 'phone', phone: '12345' }, text: 'La richiamiamo' };
  expect(await close({ ...later, callback: wrong })).toEqual(refusal('bad-contact'));
  expect(await contactOf(desk, conversationId)).toMatchObject({ outcome: null, closedAt: null });
  const told = next(ada, 'callbacks:changed');
  const counted = deskWhen(ada, ({ callbacks }) => callbacks.open === 1);
  expect(await close(later)).toEqual({ ok: true });
  await told;
  await counted;
  const { callbacks } = await must<{ callbacks: Callback[] }>(ada, 'callback:list', { which: 'open' });
  expect(callbacks).toMatchObject([
    { conversationId, citizenName: 'Rosa', text: 'La richiamiamo', reach: { by: 'phone' } },
  ]);
  expect(await contactOf(desk, conversationId)).toMatchObject({
    outcome: 'later-answer',
    handling: 'later-answer',
    office: 'tributi',
  });
  expect(await close(later)).toEqual(refusal('wrong-phase'));
});

test('QU-96 a contact that came in another way is typed in once', async () => {
  desk = await openDesk();
  const [ada, bruno] = [await desk.operator('ada'), await desk.operator('bruno')];
  const contact = {
    contactId: crypto.randomUUID(),
    channel: 'phone',
    at: Date.now() - 60_000,
    reason: 'complaint',
    topic: 'trasporti',
    outcome: 'unresolved',
    office: 'urp',
    note: 'Autobus soppresso',
  };
  expect(await ask(ada, 'contact:add', contact)).toEqual({ ok: true });
  expect(await ask(ada, 'contact:add', contact)).toEqual({ ok: true });
  expect(await ask(bruno, 'contact:add', contact)).toEqual(refusal('forbidden'));
  const another = { ...contact, contactId: crypto.randomUUID() };
  expect(await ask(ada, 'contact:add', { ...another, at: Date.now() + 3_600_000 })).toEqual(refusal('invalid'));
  expect(await ask(ada, 'contact:add', { ...another, office: 'nowhere' })).toEqual(refusal('not-found'));
  expect(await ask(ada, 'contact:add', { ...another, channel: 'chat' })).toEqual(refusal('invalid'));
  expect(await contactOf(desk, contact.contactId)).toMatchObject({
    channel: 'phone',
    arrivedAt: contact.at,
    operatorId: idOf('ada'),
    reason: 'complaint',
    outcome: 'unresolved',
    note: 'Autobus soppresso',
  });
  expect(await contactOf(desk, another.contactId)).toBeUndefined();
});
