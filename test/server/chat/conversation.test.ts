import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConversationState, ConversationView, StartedConversation } from '../../../protocol/conversation.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import type { Message } from '../../../protocol/message.ts';
import { ask, begin, collect, must, next, startDesk, type TestDesk } from '../realtime/harness.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

test('CH-1 a citizen and an operator write to each other, each message once and in order on both sides', async () => {
  const citizen = await desk.citizen();
  const operator = await desk.operator('ada');
  const { conversation } = await begin(citizen, { name: 'Rosa' });
  const conversationId = conversation.id;
  await must(citizen, 'message:send', { conversationId, clientId: 'client-1', text: 'Buongiorno' });
  const live = next<ConversationState>(citizen, 'conversation:changed', ({ phase }) => phase.name === 'live');
  const accepted = await must<ConversationView>(operator, 'conversation:accept', { conversationId });
  expect(accepted.messages.map(({ seq, kind }) => [seq, kind])).toEqual([
    [1, 'text'],
    [2, 'event'],
  ]);
  expect((await live).phase).toMatchObject({ operator: { name: 'Ada' }, operatorConnected: true });
  const heard = collect<Message>(citizen, 'message:new');
  const arriving = next<Message>(citizen, 'message:new', ({ kind }) => kind === 'text');
  await must(operator, 'message:send', { conversationId, clientId: 'client-2', text: 'Buongiorno, dimmi' });
  expect(await arriving).toMatchObject({ seq: 3, from: 'operator', text: 'Buongiorno, dimmi' });
  const again = await ask(operator, 'message:send', {
    conversationId,
    clientId: 'client-2',
    text: 'Buongiorno, dimmi',
  });
  expect(again).toMatchObject({ ok: true, seq: 3 });
  const view = await must<ConversationView>(citizen, 'conversation:sync', { conversationId, lastSeq: 0 });
  expect(view.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(heard.filter(({ seq }) => seq === 3)).toHaveLength(1);
});

test('CH-2 after a restart the conversation goes on where it was', async () => {
  const citizen = await desk.citizen();
  const operator = await desk.operator('ada');
  const { conversation, token } = await begin(citizen);
  await must(operator, 'conversation:accept', { conversationId: conversation.id });
  await must(citizen, 'message:send', { conversationId: conversation.id, clientId: 'client-1', text: 'uno' });
  await desk.restart();
  const back = await desk.citizen();
  const resumed = await must<StartedConversation>(back, 'conversation:resume', { token, lastSeq: 1 });
  expect(resumed.messages.map(({ seq }) => seq)).toEqual([2]);
  expect(resumed.conversation.phase).toMatchObject({ name: 'live', operatorConnected: false });
  const returned = next<ConversationState>(
    back,
    'conversation:changed',
    ({ phase }) => phase.name === 'live' && phase.operatorConnected,
  );
  const again = await desk.operator('ada', { enter: false });
  const entered = await must<{ desk: DeskState }>(again, 'desk:enter', {});
  expect(entered.desk.mine.map(({ id }) => id)).toEqual([conversation.id]);
  await returned;
});
