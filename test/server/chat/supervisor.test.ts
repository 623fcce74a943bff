import { afterEach, expect, test } from 'vitest';
import type { ConversationState, ConversationView } from '../../../protocol/conversation.ts';
import { ask, begin, collect, must, next, type TestDesk } from '../realtime/harness.ts';
import { contactOf, deskWhen, enter, idOf, inPhase, linesOf, openDesk, queue, refusal } from './desk-kit.ts';

let desk: TestDesk;
afterEach(() => desk.close());

async function floorWithOne() {
  const [ada, sara] = [await desk.operator('ada'), await desk.operator('sara')];
  const citizen = await desk.citizen();
  const { conversation } = await begin(citizen, { name: 'Rosa' });
  const conversationId = conversation.id;
  const shown = deskWhen(sara, ({ floor }) => floor.length === 1);
  await must(ada, 'conversation:accept', { conversationId });
  return { ada, sara, citizen, conversationId, shown: await shown };
}

test('QU-91 a supervisor sees every conversation that goes on; others see their own', async () => {
  desk = await openDesk();
  const { ada, conversationId, shown } = await floorWithOne();
  expect(shown.floor).toMatchObject([
    { conversationId, citizenName: 'Rosa', operator: { name: 'Ada' }, onHold: false, inCall: false },
  ]);
  expect((await enter(ada)).floor).toEqual([]);
});

test('QU-92 reading along is told to the operator, not to the citizen, writes nothing, and ends with the connection', async () => {
  desk = await openDesk();
  const { ada, sara, citizen, conversationId } = await floorWithOne();
  const states = collect<ConversationState>(citizen, 'conversation:changed');
  const told = deskWhen(ada, ({ cases }) => cases[conversationId]?.listeners.length === 1);
  const view = await must<ConversationView>(sara, 'conversation:listen', { conversationId, listening: true });
  expect(view.messages).toMatchObject([{ event: 'operator-joined' }]);
  expect((await told).cases[conversationId]?.listeners).toEqual([{ id: idOf('sara'), name: 'Sara' }]);
  const heard = next(sara, 'message:new');
  await must(citizen, 'message:send', { conversationId, clientId: 'citizen-1', text: 'Buongiorno' });
  expect(await heard).toMatchObject({ text: 'Buongiorno' });
  const message = { conversationId, clientId: 'sara-0001', text: 'Ci sono anch’io' };
  expect(await ask(sara, 'message:send', message)).toEqual(refusal('forbidden'));
  const alone = deskWhen(ada, ({ cases }) => cases[conversationId]?.listeners.length === 0);
  sara.disconnect();
  await alone;
  expect(states.map((state) => JSON.stringify(state)).join()).not.toContain('Sara');
  expect(await linesOf(citizen, conversationId)).toEqual(['operator-joined Ada']);
});

test('QU-92 listening ends when it is asked to, and when the conversation does', async () => {
  desk = await openDesk();
  const { ada, sara, citizen, conversationId } = await floorWithOne();
  await must(sara, 'conversation:listen', { conversationId, listening: true });
  const alone = deskWhen(ada, ({ cases }) => cases[conversationId]?.listeners.length === 0);
  await must(sara, 'conversation:listen', { conversationId, listening: false });
  await alone;
  const heard = collect(sara, 'message:new');
  await must(citizen, 'message:send', { conversationId, clientId: 'citizen-1', text: 'Ci siete?' });
  await must(sara, 'conversation:listen', { conversationId, listening: true });
  await must(citizen, 'conversation:close', { conversationId });
  expect(await ask(sara, 'conversation:listen', { conversationId, listening: true })).toEqual(refusal('wrong-phase'));
  await enter(sara);
  expect(heard).toMatchObject([{ event: 'closed' }]);
});

test('QU-93 a supervisor takes over: the citizen is told the name, and the operator’s desk is free of it', async () => {
  desk = await openDesk({ settings: queue({ chatsAtOnce: 1 }) });
  const { ada, sara, citizen, conversationId } = await floorWithOne();
  const gone = deskWhen(ada, ({ mine }) => mine.length === 0);
  const view = await must<ConversationView>(sara, 'conversation:take-over', { conversationId });
  expect(view.conversation.phase).toMatchObject({ name: 'live', operator: { name: 'Sara' } });
  expect(await ask(sara, 'conversation:take-over', { conversationId })).toMatchObject({ ok: true });
  expect(await ask(sara, 'conversation:listen', { conversationId, listening: true })).toEqual(refusal('oneself'));
  await gone;
  expect(await linesOf(citizen, conversationId)).toEqual(['operator-joined Ada', 'handed-over Sara']);
  expect(await contactOf(desk, conversationId)).toMatchObject({ handling: 'transfer', operatorId: idOf('sara') });
  const second = await begin(await desk.citizen());
  await must(ada, 'conversation:accept', { conversationId: second.conversation.id });
  expect(await ask(sara, 'conversation:take-over', { conversationId: second.conversation.id })).toEqual(
    refusal('at-capacity'),
  );
});

test('QU-94 a supervisor moves a conversation to others as its operator would', async () => {
  desk = await openDesk();
  const { ada, sara, citizen, conversationId } = await floorWithOne();
  const bruno = await desk.operator('bruno');
  const move = (to: object) => ask(sara, 'conversation:move', { conversationId, to, note: 'Ada va via' });
  expect(await move({ operator: idOf('ada') })).toEqual(refusal('oneself'));
  expect(await move({ office: 'archivio' })).toEqual(refusal('nobody-there'));
  const waits = next<ConversationState>(citizen, 'conversation:changed', inPhase('waiting'));
  expect(await move({ office: 'tributi' })).toEqual({ ok: true });
  expect((await waits).phase).toMatchObject({ transferTo: 'Tributi' });
  expect(await ask(ada, 'conversation:accept', { conversationId })).toEqual(refusal('forbidden'));
  await must(bruno, 'conversation:accept', { conversationId });
  expect((await enter(bruno)).cases[conversationId]?.transfer).toMatchObject({
    from: { name: 'Sara' },
    note: 'Ada va via',
  });
  expect(await contactOf(desk, conversationId)).toMatchObject({ handling: 'transfer' });
});

test('QU-95 what supervisors may do others may not', async () => {
  desk = await openDesk();
  const { ada, conversationId } = await floorWithOne();
  const bruno = await desk.operator('bruno');
  for (const one of [ada, bruno]) {
    expect(await ask(one, 'conversation:listen', { conversationId, listening: true })).toEqual(refusal('forbidden'));
    expect(await ask(one, 'conversation:take-over', { conversationId })).toEqual(refusal('forbidden'));
    expect(await ask(one, 'conversation:move', { conversationId, to: { office: 'tributi' } })).toEqual(
      refusal('forbidden'),
    );
  }
});
