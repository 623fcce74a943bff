import { afterEach, expect, test } from 'vitest';
import type { ConversationState, StartedConversation, WaitingPhase } from '../../../protocol/conversation.ts';
import type { DeskSettings } from '../../../server/desk/settings.ts';
import { DEFAULT_SETTINGS } from '../../../server/settings/defaults.ts';
import { ask, begin, must, next, type CitizenSocket, type OperatorSocket, type TestDesk } from '../realtime/harness.ts';
import { closing, enter, inPhase, openDesk, queue, refusal } from './desk-kit.ts';

let desk: TestDesk;
afterEach(() => desk.close());

function waitingWhen(client: CitizenSocket, fits: (phase: WaitingPhase) => boolean): Promise<ConversationState> {
  return next<ConversationState>(
    client,
    'conversation:changed',
    ({ phase }) => phase.name === 'waiting' && fits(phase),
  );
}

/** A clock that goes on by itself and can be moved. */
function movingClock(start = Date.now()) {
  const began = Date.now();
  let ahead = 0;
  return { now: () => start + Date.now() - began + ahead, move: (ms: number) => void (ahead += ms) };
}

/** Every day from 9 to 13, and a moment of it. */
const mornings = {
  days: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '09:00', to: '13:00' }]])),
};
const hours = { hours: { chat: mornings, lis: 'always' } } satisfies Partial<DeskSettings>;
const atRome = (time: string): number =>
  Temporal.ZonedDateTime.from(`2027-03-22T${time}[Europe/Rome]`).epochMilliseconds;

/** Half a second before one o'clock; from here on the desk's own timers count. */
async function almostThere(clock: ReturnType<typeof movingClock>, operator: OperatorSocket): Promise<void> {
  clock.move(atRome('12:59:59.500') - clock.now());
  await must(operator, 'presence:set', { presence: 'available' });
}

test('QU-75 after the longest wait a message is proposed, by itself, and the place stays', async () => {
  desk = await openDesk({ settings: queue({ maximumWaitMs: 400 }) });
  await desk.operator('ada');
  const citizen = await desk.citizen();
  const told = waitingWhen(citizen, ({ propose }) => propose === 'too-long');
  const { conversation } = await begin(citizen);
  expect(conversation.phase).toMatchObject({ propose: null, maximumAt: conversation.startedAt + 400 });
  expect((await told).phase).toMatchObject({ position: 1, maximumAt: conversation.startedAt + 400 });
});

test('QU-75 when the last operator goes on a break those who wait are told, and when one is back', async () => {
  desk = await openDesk({ desk: { operatorGraceMs: 50 } });
  const ada = await desk.operator('ada');
  const citizen = await desk.citizen();
  await begin(citizen);
  const alone = waitingWhen(citizen, ({ propose }) => propose === 'unstaffed');
  await must(ada, 'presence:set', { presence: 'break' });
  await alone;
  const back = waitingWhen(citizen, ({ propose }) => propose === null);
  await must(ada, 'presence:set', { presence: 'available' });
  await back;
});

test('QU-76 at closing time who waits is asked for a message: told before, in no line after, and given up in the end', async () => {
  const clock = movingClock(atRome('12:30:00'));
  desk = await openDesk({ now: clock.now, settings: { ...hours, ...queue({ atClosing: 'message' }) } });
  const ada = await desk.operator('ada');
  const [answered, citizen] = [await desk.citizen(), await desk.citizen()];
  const first = await begin(answered);
  const { conversation } = await begin(citizen);
  expect(conversation.phase).toMatchObject({ closing: { at: atRome('13:00:00'), policy: 'message' }, propose: null });
  await must(ada, 'conversation:accept', { conversationId: first.conversation.id });

  const told = waitingWhen(citizen, ({ propose }) => propose === 'closed');
  await almostThere(clock, ada);
  const closed = await told;
  expect(closed.phase).toMatchObject({ closing: null });
  expect((await enter(ada)).queues.chat).toEqual([]);
  const { id: conversationId } = conversation;
  expect(await ask(ada, 'conversation:accept', { conversationId })).toEqual(refusal('channel-closed'));
  // What was begun goes on.
  await must(ada, 'conversation:close', { conversationId: first.conversation.id, ...closing });

  const over = next<ConversationState>(citizen, 'conversation:changed', inPhase('closed'));
  clock.move(31 * 60_000);
  await must(ada, 'presence:set', { presence: 'break' });
  expect((await over).phase).toMatchObject({ by: 'desk' });
});

test('QU-76 where they are served they keep their place after closing; a change of the rules holds at once', async () => {
  const clock = movingClock(atRome('12:30:00'));
  const settings: Partial<DeskSettings> = { ...hours, ...queue({ atClosing: 'served', maximumWaitMs: null }) };
  desk = await openDesk({ now: clock.now, settings });
  const ada = await desk.operator('ada');
  const citizen = await desk.citizen();
  const { conversation } = await begin(citizen);
  expect(conversation.phase).toMatchObject({ closing: { policy: 'served' } });
  const told = waitingWhen(citizen, (phase) => phase.closing === null);
  await almostThere(clock, ada);
  const after = await told;
  expect(after.phase).toMatchObject({ position: 1, propose: null });
  const home = waitingWhen(citizen, ({ propose }) => propose === 'closed');
  settings.queue = { ...DEFAULT_SETTINGS.queue, maximumWaitMs: null, atClosing: 'message' };
  await must(ada, 'presence:set', { presence: 'available' });
  await home;
  const back = waitingWhen(citizen, ({ propose }) => propose === null);
  settings.queue = { ...DEFAULT_SETTINGS.queue, maximumWaitMs: null, atClosing: 'served' };
  await must(ada, 'presence:set', { presence: 'available' });
  await back;
  await must(ada, 'conversation:accept', { conversationId: conversation.id });
});

test('QU-74 a wait that grows beyond what was said is told, also after a restart', async () => {
  const clock = movingClock();
  desk = await openDesk({ now: clock.now, settings: queue({ chatsAtOnce: 1 }) });
  const ada = await desk.operator('ada');
  for (let count = 0; count < 3; count += 1) {
    const { conversation } = await begin(await desk.citizen());
    clock.move(2 * 60_000);
    await must(ada, 'conversation:accept', { conversationId: conversation.id });
    await must(ada, 'conversation:close', { conversationId: conversation.id, ...closing });
  }
  const citizen = await desk.citizen();
  const { conversation, token } = await begin(citizen);
  // The seconds that the machine takes count, too.
  expect(conversation.phase).toMatchObject({ estimateMs: 3 * 60_000, longer: false });
  await desk.restart();
  clock.move(3 * 60_000);
  const back = await desk.citizen();
  const resumed = await must<StartedConversation>(back, 'conversation:resume', { token, lastSeq: 0 });
  // The pace is not known any more; what was promised is.
  expect(resumed.conversation.phase).toMatchObject({ estimateMs: null, longer: true });
});

test('QU-78 who stops waiting to leave a message has both or neither, and nobody is offered to anybody after', async () => {
  desk = await openDesk();
  const ada = await desk.operator('ada');
  const citizen = await desk.citizen();
  const { conversation, token } = await begin(citizen);
  const over = next<ConversationState>(citizen, 'conversation:changed', inPhase('closed'));
  const body = {
    startId: crypto.randomUUID(),
    service: 'chat',
    language: 'it',
    reach: { by: 'email', email: 'rosa@example.org' },
    text: 'Mi potete scrivere?',
    attachments: [],
    context: { searches: [], articles: [] },
    token,
  };
  const leave = (change: object = {}): Promise<Response> =>
    fetch(`${desk.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, ...change }),
    });
  expect(await (await leave()).json()).toMatchObject({ ok: true, receipt: { number: expect.any(String) as string } });
  expect((await over).phase).toMatchObject({ by: 'citizen' });
  const { id: conversationId } = conversation;
  expect(await ask(ada, 'conversation:accept', { conversationId })).toEqual(refusal('wrong-phase'));
  expect((await enter(ada)).callbacks).toMatchObject({ open: 1 });
  // Who was answered meanwhile goes on there.
  const live = await begin(await desk.citizen());
  await must(ada, 'conversation:accept', { conversationId: live.conversation.id });
  const refused = await leave({ token: live.token, startId: crypto.randomUUID() });
  expect(await refused.json()).toEqual(refusal('wrong-phase'));
});
