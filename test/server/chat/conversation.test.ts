import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConversationState, ConversationView, StartedConversation } from '../../../protocol/conversation.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import type { Message } from '../../../protocol/message.ts';
import { databaseFile } from '../../../server/config.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import {
  ask,
  begin,
  collect,
  must,
  next,
  startDesk,
  type CitizenSocket,
  type OperatorSocket,
  type TestDesk,
} from '../realtime/harness.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let desk: TestDesk;
let operator: OperatorSocket;
let now = Date.now();

beforeAll(async () => {
  desk = await startDesk({ now: () => now });
  operator = await desk.operator('ada');
});
afterAll(() => desk.close());

const refusal = (code: string): object => ({ ok: false, code });
const closing = { reason: 'information', topic: 'recup', outcome: 'resolved' };

/** A conversation that the operator has accepted. */
async function live(): Promise<StartedConversation & { citizen: CitizenSocket; conversationId: string }> {
  const citizen = await desk.citizen();
  const started = await begin(citizen, { name: 'Rosa' });
  const conversationId = started.conversation.id;
  await must(operator, 'conversation:accept', { conversationId });
  return { ...started, citizen, conversationId };
}

async function say(client: CitizenSocket | OperatorSocket, conversationId: string, text: string): Promise<number> {
  const sent = { conversationId, clientId: crypto.randomUUID(), text };
  return (await must<{ seq: number }>(client, 'message:send', sent)).seq;
}

function sync(client: CitizenSocket | OperatorSocket, conversationId: string, lastSeq = 0): Promise<ConversationView> {
  return must<ConversationView>(client, 'conversation:sync', { conversationId, lastSeq });
}

function closeIt(conversationId: string): Promise<object> {
  return must(operator, 'conversation:close', { conversationId, ...closing });
}

test('CH-1 both sides write, and see the same lines in the same order', async () => {
  const citizen = await desk.citizen();
  const { conversation } = await begin(citizen);
  const conversationId = conversation.id;
  await say(citizen, conversationId, '  Buongiorno  ');
  const becomesLive = next<ConversationState>(citizen, 'conversation:changed', ({ phase }) => phase.name === 'live');
  const accepted = await must<ConversationView>(operator, 'conversation:accept', { conversationId });
  expect(accepted.messages).toMatchObject([
    { seq: 1, kind: 'text', from: 'citizen', text: 'Buongiorno' },
    { seq: 2, kind: 'event', from: 'operator', event: 'operator-joined', name: 'Ada' },
  ]);
  expect((await becomesLive).phase).toMatchObject({ operator: { name: 'Ada' }, operatorConnected: true });
  const answered = next<Message>(citizen, 'message:new', ({ kind }) => kind === 'text');
  expect(await say(operator, conversationId, 'Dimmi')).toBe(3);
  expect(await answered).toMatchObject({ seq: 3, from: 'operator', text: 'Dimmi' });
  const [theirs, ours] = [await sync(citizen, conversationId), await sync(operator, conversationId)];
  expect(theirs.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(ours.messages).toEqual(theirs.messages);
  await closeIt(conversationId);
});

test('CH-1 also where only plain requests get through, as behind some proxies', async () => {
  const transports: ['polling'] = ['polling'];
  const [citizen, clerk] = [await desk.citizen({ transports }), await desk.operator('bruno', { transports })];
  const { conversation } = await begin(citizen);
  const conversationId = conversation.id;
  await must(clerk, 'conversation:accept', { conversationId });
  const heard = next<Message>(citizen, 'message:new', ({ kind }) => kind === 'text');
  await say(clerk, conversationId, 'Buongiorno');
  expect(await heard).toMatchObject({ text: 'Buongiorno' });
  await must(citizen, 'conversation:close', { conversationId });
  clerk.disconnect();
});

test('CH-1 messages sent all at once keep their order', async () => {
  const { citizen, conversationId } = await live();
  const texts = Array.from({ length: 30 }, (_, index) => `riga ${index}`);
  const seqs = await Promise.all(texts.map((text) => say(citizen, conversationId, text)));
  expect(seqs).toEqual(texts.map((_, index) => index + 2));
  const { messages } = await sync(operator, conversationId, 1);
  expect(messages.map((message) => message.kind === 'text' && message.text)).toEqual(texts);
  await closeIt(conversationId);
});

test('CH-2 a message sent again is the same message', async () => {
  const { citizen, conversationId } = await live();
  const heard = collect<Message>(operator, 'message:new');
  const message = { conversationId, clientId: 'the-same-1', text: 'Ci siete?' };
  const first = await must<{ seq: number; at: number }>(citizen, 'message:send', message);
  now += MINUTE;
  expect(await ask(citizen, 'message:send', message)).toEqual({ ok: true, seq: first.seq, at: first.at });
  await say(citizen, conversationId, 'un altro');
  await sync(operator, conversationId);
  expect(heard.filter(({ seq }) => seq === first.seq)).toHaveLength(1);
  await closeIt(conversationId);
});

test('CH-3 started again with the same start id it is the same conversation, and the first token is worth nothing', async () => {
  const startId = crypto.randomUUID();
  const citizen = await desk.citizen();
  const [one, two] = await Promise.all([begin(citizen, { startId }), begin(citizen, { startId })]);
  expect(two.conversation.id).toBe(one.conversation.id);
  const elsewhere = await desk.citizen();
  const three = await begin(elsewhere, { startId, name: 'un altro nome' });
  expect(three.conversation).toMatchObject({ id: one.conversation.id, citizenName: null });
  expect(await ask(citizen, 'conversation:resume', { token: one.token, lastSeq: 0 })).toEqual(refusal('bad-token'));
  expect(await ask(citizen, 'conversation:resume', { token: three.token, lastSeq: 0 })).toMatchObject({ ok: true });
  await must(citizen, 'conversation:close', { conversationId: one.conversation.id });
});

test('a connection has one open conversation at a time, and may begin another after the end', async () => {
  const citizen = await desk.citizen();
  const { conversation } = await begin(citizen);
  const another = {
    startId: crypto.randomUUID(),
    service: 'chat',
    language: 'en',
    context: { searches: [], articles: [] },
  };
  expect(await ask(citizen, 'conversation:start', another)).toEqual(refusal('wrong-phase'));
  await must(citizen, 'conversation:close', { conversationId: conversation.id });
  const second = await must<StartedConversation>(citizen, 'conversation:start', another);
  expect(second.conversation).toMatchObject({ language: 'en', phase: { name: 'waiting' } });
  await must(citizen, 'conversation:close', { conversationId: second.conversation.id });
});

test('CH-4 resuming brings exactly what came later', async () => {
  const { citizen, conversationId, token } = await live();
  citizen.disconnect();
  await next<ConversationState>(operator, 'conversation:changed', ({ citizenConnected }) => !citizenConnected);
  await say(operator, conversationId, 'Ci sei ancora?');
  await say(operator, conversationId, 'Aspetto');
  const back = await desk.citizen();
  const returned = next<ConversationState>(operator, 'conversation:changed', (state) => state.citizenConnected);
  const resumed = await must<StartedConversation>(back, 'conversation:resume', { token, lastSeq: 2 });
  expect(resumed.messages).toMatchObject([{ seq: 3, text: 'Aspetto' }]);
  expect(resumed.conversation).toMatchObject({ lastSeq: 3, phase: { name: 'live' } });
  await returned;
  await closeIt(conversationId);
});

test('CH-6 a token opens its conversation until twelve hours after the last activity', async () => {
  const { citizen, conversationId, token } = await live();
  const late = await desk.citizen();
  now += 11 * HOUR;
  await say(citizen, conversationId, 'ancora qui');
  now += 11 * HOUR;
  const resumed = await must<StartedConversation>(late, 'conversation:resume', { token, lastSeq: 0 });
  expect(resumed.expiresAt).toBe(now + 12 * HOUR);
  now += 12 * HOUR;
  expect(await ask(late, 'conversation:resume', { token, lastSeq: 0 })).toEqual(refusal('token-expired'));
  await closeIt(conversationId);
});

test('CH-6 after closing a token lasts ten minutes, after the stars no more', async () => {
  const [one, two] = [await live(), await live()];
  const late = await desk.citizen();
  await closeIt(one.conversationId);
  await closeIt(two.conversationId);
  now += 9 * MINUTE;
  const resumed = await must<StartedConversation>(late, 'conversation:resume', { token: one.token, lastSeq: 0 });
  expect(resumed.conversation.phase).toMatchObject({ name: 'closed', by: 'operator', rated: false });
  await must(two.citizen, 'conversation:rate', { conversationId: two.conversationId, stars: 5 });
  expect(await ask(late, 'conversation:resume', { token: two.token, lastSeq: 0 })).toEqual(refusal('token-expired'));
  now += MINUTE;
  expect(await ask(late, 'conversation:resume', { token: one.token, lastSeq: 0 })).toEqual(refusal('token-expired'));
});

test('CH-7 a closed conversation takes no message, and one rating', async () => {
  const { citizen, conversationId } = await live();
  const rate = { conversationId, stars: 3, comment: 'Grazie' };
  expect(await ask(citizen, 'conversation:rate', rate)).toEqual(refusal('wrong-phase'));
  const closed = next<ConversationState>(citizen, 'conversation:changed', ({ phase }) => phase.name === 'closed');
  await closeIt(conversationId);
  expect((await closed).phase).toMatchObject({ by: 'operator', rated: false });
  for (const client of [citizen, operator]) {
    const message = { conversationId, clientId: 'too-late-1', text: 'ancora' };
    expect(await ask(client, 'message:send', message)).toEqual(refusal('wrong-phase'));
  }
  expect(await ask(operator, 'conversation:close', { conversationId, ...closing })).toEqual(refusal('wrong-phase'));
  await must(citizen, 'conversation:rate', rate);
  expect(await ask(citizen, 'conversation:rate', rate)).toEqual(refusal('wrong-phase'));
});

test('CH-8 a second tab hears what the first one sends, and the first is not told again', async () => {
  const { citizen, conversationId, token } = await live();
  const [tab, desktop] = [await desk.citizen(), await desk.operator('ada')];
  await must(tab, 'conversation:resume', { token, lastSeq: 0 });
  const own = [collect<Message>(citizen, 'message:new'), collect<Message>(operator, 'message:new')];
  const atTab = next<Message>(tab, 'message:new');
  await say(citizen, conversationId, 'dalla prima scheda');
  expect(await atTab).toMatchObject({ seq: 2 });
  const atDesktop = next<Message>(desktop, 'message:new', ({ seq }) => seq === 3);
  await say(operator, conversationId, 'dalla prima finestra');
  await atDesktop;
  await sync(citizen, conversationId);
  await sync(operator, conversationId);
  expect(own.map((messages) => messages.map(({ seq }) => seq))).toEqual([[3], [2]]);
  tab.disconnect();
  desktop.disconnect();
  await closeIt(conversationId);
});

test('CH-9 what was read is told, never goes back, and never beyond what there is', async () => {
  const { citizen, conversationId } = await live();
  await say(citizen, conversationId, 'uno');
  const read = next<ConversationState>(citizen, 'conversation:changed', (state) => state.read.operator > 0);
  await must(operator, 'message:read', { conversationId, seq: 99 });
  expect((await read).read).toEqual({ citizen: 0, operator: 2 });
  await must(operator, 'message:read', { conversationId, seq: 1 });
  expect((await sync(citizen, conversationId)).conversation.read.operator).toBe(2);
  await closeIt(conversationId);
});

test('CH-10 typing is told to the other side only, and only while live', async () => {
  const { citizen, conversationId } = await live();
  const own = collect(citizen, 'typing:changed');
  const told = next(operator, 'typing:changed');
  await must(citizen, 'typing:set', { conversationId, typing: true });
  expect(await told).toEqual({ conversationId, from: 'citizen', typing: true });
  const back = next(citizen, 'typing:changed');
  await must(operator, 'typing:set', { conversationId, typing: false });
  expect(await back).toEqual({ conversationId, from: 'operator', typing: false });
  expect(own).toHaveLength(1);
  await closeIt(conversationId);
  expect(await ask(citizen, 'typing:set', { conversationId, typing: true })).toEqual(refusal('wrong-phase'));
});

test('CH-11 the contact has how it began, who answered, how it ended, and the stars', async () => {
  const citizen = await desk.citizen();
  const context = { searches: ['bollo'], articles: [] };
  const arrivedAt = now;
  const { conversation } = await begin(citizen, { language: 'en', context });
  const conversationId = conversation.id;
  const contact = async () => {
    const store = await createSqliteStore(databaseFile(desk.dataDir), { besideDesk: true });
    const found = await store.contact(conversationId);
    await store.close();
    return found;
  };
  const begun = { channel: 'chat', language: 'en', selfHelpFirst: true, arrivedAt };
  expect(await contact()).toMatchObject({ ...begun, answeredAt: null, closedAt: null, outcome: null });
  now += MINUTE;
  await must(operator, 'conversation:accept', { conversationId });
  now += MINUTE;
  await must(citizen, 'conversation:close', { conversationId });
  const times = { answeredAt: arrivedAt + MINUTE, closedAt: arrivedAt + 2 * MINUTE };
  expect(await contact()).toMatchObject({ ...begun, ...times, outcome: 'unresolved', reason: null });
  now += MINUTE;
  await must(operator, 'conversation:close', { conversationId, ...closing, note: 'richiamerà' });
  await must(citizen, 'conversation:rate', { conversationId, stars: 4, comment: 'bene' });
  const ended = { ...closing, note: 'richiamerà', stars: 4, comment: 'bene' };
  expect(await contact()).toMatchObject({ ...begun, ...times, ...ended, operatorId: 'demo-ada' });
});

test('CH-12 what its citizen closed stays on the desk until the operator has said how it went', async () => {
  const { citizen, conversationId } = await live();
  const onDesk = next<DeskState>(operator, 'desk:changed', ({ mine }) =>
    mine.some(({ id, phase }) => id === conversationId && phase.name === 'closed'),
  );
  await must(citizen, 'conversation:close', { conversationId });
  await onDesk;
  const gone = next<DeskState>(operator, 'desk:changed', ({ mine }) => mine.every(({ id }) => id !== conversationId));
  await closeIt(conversationId);
  await gone;
});
