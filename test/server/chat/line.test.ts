import { afterEach, expect, test } from 'vitest';
import type { ConversationState, ConversationView, StartedConversation } from '../../../protocol/conversation.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import type { DeskStatus } from '../../../protocol/status.ts';
import type { DeskSettings } from '../../../server/desk/settings.ts';
import { DEFAULT_SETTINGS } from '../../../server/settings/defaults.ts';
import { ask, begin, must, next, startDesk, type DeskOptions, type TestDesk } from '../realtime/harness.ts';

let desk: TestDesk;
afterEach(() => desk.close());

async function open(options: DeskOptions = {}): Promise<void> {
  desk = await startDesk(options);
}

/** Room for so many chats. */
function withChats(chatsAtOnce: number): Partial<DeskSettings> {
  return { queue: { ...DEFAULT_SETTINGS.queue, chatsAtOnce } };
}

async function statusNow(): Promise<DeskStatus> {
  return (await (await fetch(`${desk.url}/api/status`)).json()) as DeskStatus;
}

const refusal = (code: string): object => ({ ok: false, code });
const inPhase = (name: string) => (state: ConversationState) => state.phase.name === name;
const atPlace = (position: number) => (state: ConversationState) =>
  state.phase.name === 'waiting' && state.phase.position === position;

test('QU-3 whoever waits is told the place, and again when somebody before them is answered or leaves', async () => {
  await open();
  const clients = await Promise.all([desk.citizen(), desk.citizen(), desk.citizen()]);
  const started: StartedConversation[] = [];
  for (const client of clients) started.push(await begin(client));
  const [first, second, third] = clients;
  const ids = started.map(({ conversation }) => conversation.id);
  expect(started.map(({ conversation }) => conversation.phase)).toMatchObject([
    { name: 'waiting', position: 1, estimateMs: null },
    { name: 'waiting', position: 2, estimateMs: null },
    { name: 'waiting', position: 3, estimateMs: null },
  ]);
  const moved = [next(second!, 'conversation:changed', atPlace(1)), next(third!, 'conversation:changed', atPlace(2))];
  const operator = await desk.operator('ada');
  await must(operator, 'conversation:accept', { conversationId: ids[0] });
  await Promise.all(moved);
  const movedAgain = next(third!, 'conversation:changed', atPlace(1));
  await must(second!, 'conversation:close', { conversationId: ids[1] });
  await movedAgain;
  expect((await statusNow()).services.chat).toMatchObject({ state: 'open', waiting: 1 });
  first?.disconnect();
});

test('QU-4 once three were served, those who wait get an estimate', async () => {
  let now = Date.now();
  await open({ now: () => now, settings: withChats(1) });
  const operator = await desk.operator('ada');
  async function serve(minutes: number): Promise<void> {
    const citizen = await desk.citizen();
    const { conversation } = await begin(citizen);
    const conversationId = conversation.id;
    now += minutes * 60_000;
    await must(operator, 'conversation:accept', { conversationId });
    await must(operator, 'conversation:close', {
      conversationId,
      reason: 'other',
      topic: 'other',
      outcome: 'resolved',
    });
  }
  await serve(3);
  await serve(3);
  const unknown = await begin(await desk.citizen());
  expect(unknown.conversation.phase).toMatchObject({ position: 1, estimateMs: null });
  now += 3 * 60_000;
  await must(operator, 'conversation:accept', { conversationId: unknown.conversation.id });
  const known = [await begin(await desk.citizen()), await begin(await desk.citizen())];
  expect(known.map(({ conversation }) => conversation.phase)).toMatchObject([
    { position: 1, estimateMs: 3 * 60_000 },
    { position: 2, estimateMs: 6 * 60_000 },
  ]);
  expect((await statusNow()).services.chat).toMatchObject({ state: 'open', waiting: 2, estimateMs: 9 * 60_000 });
});

test('QU-5 no more conversations than an operator has room for, however quickly they are accepted', async () => {
  await open({ settings: withChats(2) });
  const operator = await desk.operator('ada');
  const clients = await Promise.all(Array.from({ length: 4 }, () => desk.citizen()));
  const started = await Promise.all(clients.map((client) => begin(client)));
  const answers = await Promise.all(
    started.map(({ conversation }) => ask(operator, 'conversation:accept', { conversationId: conversation.id })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  expect(answers.filter(({ ok }) => !ok)).toEqual([refusal('at-capacity'), refusal('at-capacity')]);
});

test('QU-6 two operators accept the same citizen: one has the conversation, the other is told at once', async () => {
  await open();
  const citizen = await desk.citizen();
  const { conversation } = await begin(citizen);
  const conversationId = conversation.id;
  const operators = await Promise.all([desk.operator('ada'), desk.operator('bruno')]);
  const answers = await Promise.all(operators.map((each) => ask(each, 'conversation:accept', { conversationId })));
  expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
  expect(answers[1]).toEqual(refusal('already-taken'));
  const view = await must<ConversationView>(citizen, 'conversation:sync', { conversationId, lastSeq: 0 });
  expect(view.messages).toMatchObject([{ event: 'operator-joined', name: 'Ada' }]);
  // The one who has it may ask again: the first answer may have been lost.
  expect(await ask(operators[0], 'conversation:accept', { conversationId })).toMatchObject({ ok: true });
});

test('QU-7 a waiting citizen who is gone too long gives up the place', async () => {
  await open({ desk: { citizenGraceMs: 300 } });
  const [gone, back, stays] = await Promise.all([desk.citizen(), desk.citizen(), desk.citizen()]);
  const left = await begin(gone);
  const returned = await begin(back);
  await begin(stays);
  const moved = next(stays, 'conversation:changed', atPlace(2));
  gone.disconnect();
  back.disconnect();
  const again = await desk.citizen();
  await must(again, 'conversation:resume', { token: returned.token, lastSeq: 0 });
  await moved;
  const late = await desk.citizen();
  const resumed = await must<StartedConversation>(late, 'conversation:resume', { token: left.token, lastSeq: 0 });
  expect(resumed.conversation.phase).toMatchObject({ name: 'closed', by: 'desk' });
});

test('QU-8 when the operator dies the citizen is told, then stands at the head of the line, and nothing is lost', async () => {
  await open({ desk: { operatorGraceMs: 300 } });
  const [citizen, waiting] = await Promise.all([desk.citizen(), desk.citizen()]);
  const { conversation } = await begin(citizen);
  const conversationId = conversation.id;
  const operator = await desk.operator('ada');
  await must(operator, 'conversation:accept', { conversationId });
  await must(citizen, 'message:send', { conversationId, clientId: 'before-1', text: 'prima' });
  const second = await begin(waiting);

  const told = next<ConversationState>(
    citizen,
    'conversation:changed',
    ({ phase }) => phase.name === 'live' && !phase.operatorConnected,
  );
  const head = next<ConversationState>(citizen, 'conversation:changed', inPhase('waiting'));
  const moved = next(waiting, 'conversation:changed', atPlace(2));
  operator.disconnect();
  await told;
  expect((await head).phase).toMatchObject({ position: 1 });
  await moved;
  await must(citizen, 'message:send', { conversationId, clientId: 'between-1', text: 'intanto' });

  const colleague = await desk.operator('bruno', { enter: false });
  const { desk: state } = await must<{ desk: DeskState }>(colleague, 'desk:enter', {});
  expect(state.queues.chat.map((entry) => [entry.conversationId, entry.returned])).toEqual([
    [conversationId, true],
    [second.conversation.id, false],
  ]);
  const view = await must<ConversationView>(colleague, 'conversation:accept', { conversationId });
  expect(view.messages).toMatchObject([
    { seq: 1, event: 'operator-joined', name: 'Ada' },
    { seq: 2, text: 'prima' },
    { seq: 3, event: 'operator-lost', name: 'Ada' },
    { seq: 4, text: 'intanto' },
    { seq: 5, event: 'operator-joined', name: 'Bruno' },
  ]);
});

test('QU-8 an operator who is back in time goes on, also over a restart of the server', async () => {
  await open({ desk: { operatorGraceMs: 2_000 } });
  const citizen = await desk.citizen();
  const { conversation, token } = await begin(citizen);
  const conversationId = conversation.id;
  const operator = await desk.operator('ada');
  await must(operator, 'conversation:accept', { conversationId });
  const told = next<ConversationState>(
    citizen,
    'conversation:changed',
    ({ phase }) => phase.name === 'live' && !phase.operatorConnected,
  );
  operator.disconnect();
  await told;
  const restored = next<ConversationState>(
    citizen,
    'conversation:changed',
    ({ phase }) => phase.name === 'live' && phase.operatorConnected,
  );
  await desk.operator('ada');
  await restored;

  await desk.restart();
  const back = await desk.citizen();
  const resumed = await must<StartedConversation>(back, 'conversation:resume', { token, lastSeq: 0 });
  expect(resumed.conversation.phase).toMatchObject({ name: 'live', operatorConnected: false });
  const again = await desk.operator('ada', { enter: false });
  const { desk: state } = await must<{ desk: DeskState }>(again, 'desk:enter', {});
  expect(state.mine.map(({ id }) => id)).toEqual([conversationId]);
});

test('CH-5 after a restart the line is the same, and who does not come back leaves it', async () => {
  await open({ desk: { operatorGraceMs: 300, citizenGraceMs: 600 } });
  const [one, two] = [await desk.citizen(), await desk.citizen()];
  const first = await begin(one, { service: 'chat' });
  const second = await begin(two);
  const taken = await begin(await desk.citizen());
  const operator = await desk.operator('ada');
  await must(operator, 'conversation:accept', { conversationId: taken.conversation.id });
  await desk.restart();
  const back = await desk.citizen();
  // The operator does not come back: that citizen stands before the others, and stays however long they are gone.
  const behind = next(back, 'conversation:changed', atPlace(3));
  await must(back, 'conversation:resume', { token: second.token, lastSeq: 0 });
  await behind;
  await next(back, 'conversation:changed', atPlace(2));
  const dropped = await desk.citizen();
  const again = await must<StartedConversation>(dropped, 'conversation:resume', { token: taken.token, lastSeq: 0 });
  expect(again.conversation.phase).toMatchObject({ name: 'waiting', position: 1 });
  const late = await desk.citizen();
  const resumed = await must<StartedConversation>(late, 'conversation:resume', { token: first.token, lastSeq: 0 });
  expect(resumed.conversation.phase).toMatchObject({ name: 'closed', by: 'desk' });
});

test('QU-9 the state of a service follows who is at the desk', async () => {
  await open({ desk: { operatorGraceMs: 200 } });
  expect((await statusNow()).services).toEqual({
    chat: { state: 'unstaffed', waiting: 0, closesAt: null },
    lis: { state: 'unavailable' },
  });
  const operator = await desk.operator('ada');
  expect((await statusNow()).services.chat).toEqual({ state: 'open', waiting: 0, estimateMs: 0, closesAt: null });
  await must(operator, 'presence:set', { presence: 'break' });
  expect((await statusNow()).services.chat).toMatchObject({ state: 'unstaffed' });
  await must(operator, 'presence:set', { presence: 'available' });
  expect((await statusNow()).services.chat).toMatchObject({ state: 'open' });
  operator.disconnect();
  await expect.poll(async () => (await statusNow()).services.chat.state).toBe('unstaffed');
});

test('QU-10 outside the timetable no conversation begins, and without media no signed one', async () => {
  await open({ settings: { hours: { chat: { days: {} }, lis: 'always' } } });
  const citizen = await desk.citizen();
  const request = { startId: crypto.randomUUID(), language: 'it', context: { searches: [], articles: [] } };
  expect(await ask(citizen, 'conversation:start', { ...request, service: 'chat' })).toEqual(refusal('channel-closed'));
  expect(await ask(citizen, 'conversation:start', { ...request, service: 'lis' })).toEqual(refusal('no-media'));
  expect((await statusNow()).services.chat).toEqual({ state: 'closed', opensAt: null });
});

test('QU-12 every desk shows the line, the colleagues, and what was searched and read before', async () => {
  await open();
  const [ada, bruno] = [await desk.operator('ada'), await desk.operator('bruno')];
  const context = { searches: ['ticket visita'], articles: ['recup-prenotare'] };
  const shown = next<DeskState>(bruno, 'desk:changed', ({ queues }) => queues.chat.length === 1);
  const { conversation } = await begin(await desk.citizen(), { name: 'Rosa', context });
  const state = await shown;
  expect(state.queues.chat).toMatchObject([
    { conversationId: conversation.id, citizenName: 'Rosa', language: 'it', context, returned: false },
  ]);
  expect(state.me.name).toBe('Bruno');
  expect(state.colleagues).toMatchObject([{ name: 'Ada', presence: 'available' }]);
  const onBreak = next<DeskState>(bruno, 'desk:changed', ({ colleagues }) => colleagues[0]?.presence === 'break');
  await must(ada, 'presence:set', { presence: 'break' });
  await onBreak;
  const tab = await desk.operator('bruno');
  const both = [bruno, tab].map((each) => next<DeskState>(each, 'desk:changed', ({ mine }) => mine.length === 1));
  await must(bruno, 'conversation:accept', { conversationId: conversation.id });
  await Promise.all(both);
});

test('an operator acts only after entering the desk', async () => {
  await open();
  const { conversation } = await begin(await desk.citizen());
  const operator = await desk.operator('ada', { enter: false });
  expect(await ask(operator, 'conversation:accept', { conversationId: conversation.id })).toEqual(
    refusal('wrong-phase'),
  );
  expect(await ask(operator, 'presence:set', { presence: 'break' })).toEqual(refusal('wrong-phase'));
  expect(await ask(operator, 'conversation:accept', { conversationId: crypto.randomUUID() })).toEqual(
    refusal('not-found'),
  );
});
