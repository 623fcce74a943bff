import { afterEach, expect, test } from 'vitest';
import type { ConversationView } from '../../../protocol/conversation.ts';
import { ask, begin, collect, must, type TestDesk } from '../realtime/harness.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import { closing, deskWhen, enter, idOf, openDesk, queue, refusal } from './desk-kit.ts';

let desk: TestDesk;
afterEach(() => desk.close());

test('QU-70 who waits is offered to the longest idle operator, and everybody sees to whom', async () => {
  desk = await openDesk();
  const ada = await desk.operator('ada');
  const bruno = await desk.operator('bruno');
  const [asked, watched] = [
    deskWhen(ada, ({ offer }) => offer !== null),
    deskWhen(bruno, ({ queues }) => Boolean(queues.chat[0]?.offeredTo)),
  ];
  const { conversation } = await begin(await desk.citizen());
  const { offer } = await asked;
  expect(offer?.conversationId).toBe(conversation.id);
  expect(offer?.until).toBeGreaterThan(Date.now() + 15_000);
  expect((await watched).queues.chat).toMatchObject([{ conversationId: conversation.id, offeredTo: { name: 'Ada' } }]);
  expect((await watched).offer).toBeNull();

  await must(ada, 'conversation:accept', { conversationId: conversation.id });
  // Now Ada has just taken one: the next one is Bruno's.
  const next = deskWhen(bruno, ({ offer: mine }) => mine !== null);
  const second = await begin(await desk.citizen());
  expect((await next).offer?.conversationId).toBe(second.conversation.id);
});

test('QU-72 not answered it goes to the next; declined, at once', async () => {
  desk = await openDesk({ settings: queue({ offerMs: 400 }) });
  const ada = await desk.operator('ada');
  const bruno = await desk.operator('bruno');
  const passed = deskWhen(bruno, ({ offer }) => offer !== null);
  const { conversation } = await begin(await desk.citizen());
  const { id: conversationId } = conversation;
  await passed;
  const back = deskWhen(ada, ({ offer }) => offer !== null);
  await must(bruno, 'offer:decline', { conversationId });
  expect((await back).offer).toMatchObject({ conversationId });
  expect(await ask(bruno, 'offer:decline', { conversationId })).toEqual(refusal('not-found'));
  // An offer is no lock: whoever is quicker has it, and the other's is taken back.
  const over = deskWhen(ada, ({ offer }) => offer === null);
  await must<ConversationView>(bruno, 'conversation:accept', { conversationId });
  await over;
  expect(await ask(ada, 'conversation:accept', { conversationId })).toEqual(refusal('already-taken'));
});

test('QU-73 two offers without a word, and the operator is on a break and sees it; nobody waits for an empty desk', async () => {
  desk = await openDesk({ settings: queue({ offerMs: 200 }) });
  const ada = await desk.operator('ada');
  const citizen = await desk.citizen();
  const desks = collect<DeskState>(ada, 'desk:changed');
  const away = deskWhen(ada, ({ me }) => me.presence === 'break');
  const { conversation } = await begin(citizen);
  expect((await away).offer).toBeNull();
  expect((await away).me.breakReason).toBe('missed-offers');
  expect(new Set(desks.map(({ offer }) => offer?.until)).size).toBe(3);
  // Back at the desk one is asked again.
  const again = deskWhen(ada, ({ offer }) => offer !== null);
  await must(ada, 'presence:set', { presence: 'available' });
  expect((await again).offer?.conversationId).toBe(conversation.id);
});

test('QU-73 whoever writes to somebody meanwhile is not put on a break, and one who asked for it is on one they asked for', async () => {
  desk = await openDesk({ settings: queue({ offerMs: 300 }) });
  const ada = await desk.operator('ada');
  const { conversation } = await begin(await desk.citizen());
  const { id: conversationId } = conversation;
  await must(ada, 'conversation:accept', { conversationId });
  const desks = collect<DeskState>(ada, 'desk:changed');
  await begin(await desk.citizen());
  const asked = () => new Set(desks.flatMap(({ offer }) => offer?.until ?? []));
  const typing = setInterval(() => void ask(ada, 'typing:set', { conversationId, typing: true }), 50);
  await expect.poll(() => asked().size, { timeout: 5_000 }).toBeGreaterThan(3);
  clearInterval(typing);
  expect(new Set(desks.map(({ me }) => me.presence))).toEqual(new Set(['available']));
  await must(ada, 'presence:set', { presence: 'break' });
  expect((await enter(ada)).me).toMatchObject({ presence: 'break', breakReason: 'asked' });
});

test('QU-71 nobody on a break, without connection or without room is offered anything', async () => {
  desk = await openDesk({ settings: queue({ chatsAtOnce: 1 }) });
  const [ada, bruno, livia] = [await desk.operator('ada'), await desk.operator('bruno'), await desk.operator('livia')];
  await must(ada, 'presence:set', { presence: 'break' });
  bruno.disconnect();
  const first = await begin(await desk.citizen());
  await must(livia, 'conversation:accept', { conversationId: first.conversation.id });
  const shown = deskWhen(livia, ({ queues, me }) => queues.chat.length === 1 && me.busy);
  await begin(await desk.citizen());
  expect((await shown).queues.chat[0]).toMatchObject({ offeredTo: null });
  expect((await enter(ada)).offer).toBeNull();
  // With room again she is asked.
  const asked = deskWhen(livia, ({ offer }) => offer !== null);
  await must(livia, 'conversation:close', { conversationId: first.conversation.id, ...closing });
  expect((await asked).me.busy).toBe(false);
});

test('QU-71 in a language that somebody here speaks that one is asked, and alone at the desk anybody', async () => {
  desk = await openDesk();
  const ada = await desk.operator('ada');
  const alone = deskWhen(ada, ({ offer }) => offer !== null);
  const first = await begin(await desk.citizen(), { language: 'en' });
  expect((await alone).offer).toMatchObject({ conversationId: first.conversation.id });
  await must(ada, 'conversation:accept', { conversationId: first.conversation.id });
  await must(ada, 'conversation:close', { conversationId: first.conversation.id, ...closing });
  const livia = await desk.operator('livia');
  const asked = deskWhen(livia, ({ offer }) => offer !== null);
  await begin(await desk.citizen(), { language: 'en' });
  expect((await asked).colleagues).toMatchObject([{ id: idOf('ada'), languages: ['it'], busy: false }]);
});
