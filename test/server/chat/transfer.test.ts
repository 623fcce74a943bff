import { afterEach, expect, test } from 'vitest';
import type { ConversationState, ConversationView } from '../../../protocol/conversation.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import { ask, begin, must, next, type CitizenSocket, type OperatorSocket, type TestDesk } from '../realtime/harness.ts';
import {
  closing,
  contactOf,
  deskWhen,
  enter,
  idOf,
  inPhase,
  lineWith,
  linesOf,
  openDesk,
  queue,
  refusal,
} from './desk-kit.ts';

let desk: TestDesk;
afterEach(() => desk.close());

/** A conversation on this operator's desk. */
async function served(operator: OperatorSocket, citizen: CitizenSocket): Promise<string> {
  const { conversation } = await begin(citizen);
  await must(operator, 'conversation:accept', { conversationId: conversation.id });
  return conversation.id;
}

const transferOf = (conversationId: string, to: object, note?: string) => {
  return { conversationId, to, ...(note !== undefined && { note }) };
};
const waitingFor = (name: string) => (state: ConversationState) =>
  state.phase.name === 'waiting' && state.phase.transferTo === name;

test('QU-80 handed to an office the citizen stands first, told for whom; only its people may take it, and see why', async () => {
  desk = await openDesk();
  const [ada, bruno, livia] = [await desk.operator('ada'), await desk.operator('bruno'), await desk.operator('livia')];
  const [citizen, other] = [await desk.citizen(), await desk.citizen()];
  const conversationId = await served(ada, citizen);
  await must(bruno, 'presence:set', { presence: 'available' });
  await begin(other);
  const told = next<ConversationState>(citizen, 'conversation:changed', waitingFor('Tributi'));
  const asked = deskWhen(bruno, ({ offer }) => offer?.conversationId === conversationId);
  const left = deskWhen(ada, ({ mine }) => mine.length === 0);
  await must(ada, 'conversation:transfer', transferOf(conversationId, { office: 'tributi' }, 'Ha già pagato'));
  expect((await told).phase).toMatchObject({ position: 1, propose: null });
  await left;
  const { queues } = await asked;
  expect(queues.chat[0]).toMatchObject({
    conversationId,
    transfer: { to: { office: 'tributi' }, from: { name: 'Ada' }, note: 'Ha già pagato' },
    offeredTo: { name: 'Bruno' },
  });
  expect(await ask(livia, 'conversation:accept', { conversationId })).toEqual(refusal('forbidden'));
  expect(await ask(ada, 'conversation:accept', { conversationId })).toEqual(refusal('forbidden'));
  expect(await ask(ada, 'conversation:transfer', transferOf(conversationId, { office: 'urp' }))).toEqual(
    refusal('forbidden'),
  );
  await must<ConversationView>(bruno, 'conversation:accept', { conversationId });
  const { cases } = await enter(bruno);
  expect(cases[conversationId]?.transfer).toMatchObject({ from: { name: 'Ada' }, note: 'Ha già pagato' });
  expect(await linesOf(citizen, conversationId)).toEqual([
    'operator-joined Ada',
    'transferring Tributi',
    'operator-joined Bruno',
  ]);
  await must(bruno, 'conversation:close', { conversationId, ...closing, office: 'tributi' });
  expect(await contactOf(desk, conversationId)).toMatchObject({
    handling: 'transfer',
    office: 'tributi',
    operatorId: idOf('bruno'),
    outcome: 'resolved',
  });
});

test('QU-81 somebody of an office takes what is handed to it also without the skill for the line, within their room', async () => {
  desk = await openDesk({ settings: queue({ chatsAtOnce: 1 }) });
  const [ada, carla] = [await desk.operator('ada'), await desk.operator('carla')];
  const first = await served(ada, await desk.citizen());
  const line = await begin(await desk.citizen());
  const beside = { conversationId: line.conversation.id };
  expect(await ask(carla, 'conversation:accept', beside)).toEqual(refusal('forbidden'));
  await must(ada, 'conversation:transfer', transferOf(first, { operator: idOf('carla') }));
  await must(carla, 'conversation:accept', { conversationId: first });
  const second = line.conversation.id;
  await must(ada, 'conversation:accept', { conversationId: second });
  await must(ada, 'conversation:transfer', transferOf(second, { office: 'tributi' }));
  // Busy is not nobody: it waits for them, but not beyond their room.
  expect(await ask(carla, 'conversation:accept', { conversationId: second })).toEqual(refusal('at-capacity'));
});

test('QU-82 not taken in time it is everybody’s, before all others', async () => {
  desk = await openDesk({ settings: queue({ transferMs: 300 }) });
  const [ada, bruno, livia] = [await desk.operator('ada'), await desk.operator('bruno'), await desk.operator('livia')];
  const citizen = await desk.citizen();
  const conversationId = await served(ada, citizen);
  await begin(await desk.citizen());
  const failed = lineWith(citizen, 'transfer-failed');
  await must(ada, 'conversation:transfer', transferOf(conversationId, { operator: idOf('bruno') }, 'Per te'));
  expect((await failed).name).toBe('Bruno');
  const { queues } = await enter(livia);
  expect(queues.chat.map((entry) => [entry.conversationId, entry.transfer])[0]).toEqual([conversationId, null]);
  await must(livia, 'conversation:accept', { conversationId });
  // What the first one wrote is not lost with it.
  expect((await enter(livia)).cases[conversationId]?.transfer).toMatchObject({ note: 'Per te' });
  bruno.disconnect();
});

test('QU-82 when the one it is for leaves, it is everybody’s at once', async () => {
  desk = await openDesk({ desk: { operatorGraceMs: 100 } });
  const [ada, bruno] = [await desk.operator('ada'), await desk.operator('bruno')];
  const citizen = await desk.citizen();
  const conversationId = await served(ada, citizen);
  const failed = lineWith(citizen, 'transfer-failed');
  await must(ada, 'conversation:transfer', transferOf(conversationId, { operator: idOf('bruno') }));
  bruno.disconnect();
  await failed;
  await must(ada, 'conversation:accept', { conversationId });
  expect(await linesOf(citizen, conversationId)).toEqual([
    'operator-joined Ada',
    'transferring Bruno',
    'transfer-failed Bruno',
    'operator-joined Ada',
  ]);
});

test('QU-83 a transfer that cannot be is refused with its reason, and the conversation stays', async () => {
  desk = await openDesk();
  const [ada, bruno] = [await desk.operator('ada'), await desk.operator('bruno')];
  const citizen = await desk.citizen();
  const conversationId = await served(ada, citizen);
  const to = (target: object) => ask(ada, 'conversation:transfer', transferOf(conversationId, target));
  expect(await to({ operator: idOf('ada') })).toEqual(refusal('oneself'));
  expect(await to({ office: 'nowhere' })).toEqual(refusal('not-found'));
  expect(await to({ operator: 'demo-nobody' })).toEqual(refusal('not-found'));
  expect(await to({ office: 'archivio' })).toEqual(refusal('nobody-there'));
  expect(await to({ operator: idOf('livia') })).toEqual(refusal('nobody-there'));
  await must(bruno, 'presence:set', { presence: 'break' });
  expect(await to({ operator: idOf('bruno') })).toEqual(refusal('nobody-there'));
  await must(bruno, 'presence:set', { presence: 'available' });
  bruno.disconnect();
  await expect.poll(() => to({ office: 'tributi' })).toEqual(refusal('nobody-there'));
  expect(await to({})).toEqual(refusal('invalid'));
  expect((await enter(ada)).mine).toMatchObject([{ id: conversationId, phase: { name: 'live' } }]);
  // Once it is over there is nothing to hand on.
  await must(citizen, 'conversation:close', { conversationId });
  expect(await to({ office: 'urp' })).toEqual(refusal('wrong-phase'));
});

test('QU-83 the citizen who leaves, and the operator who closes, during a transfer leave a sound state', async () => {
  desk = await openDesk();
  const [ada, bruno] = [await desk.operator('ada'), await desk.operator('bruno')];
  const citizen = await desk.citizen();
  const conversationId = await served(ada, citizen);
  await must(ada, 'conversation:transfer', transferOf(conversationId, { operator: idOf('bruno') }));
  expect(await ask(ada, 'conversation:close', { conversationId, ...closing })).toEqual(refusal('forbidden'));
  const over = next<ConversationState>(citizen, 'conversation:changed', inPhase('closed'));
  const empty = deskWhen(bruno, (state: DeskState) => state.queues.chat.length === 0 && state.offer === null);
  await must(citizen, 'conversation:close', { conversationId });
  await over;
  await empty;
  expect(await ask(bruno, 'conversation:accept', { conversationId })).toEqual(refusal('wrong-phase'));
  const message = { conversationId, clientId: 'too-late-1', text: 'Ancora una cosa' };
  expect(await ask(citizen, 'message:send', message)).toEqual(refusal('wrong-phase'));
});
