import { afterEach, expect, test } from 'vitest';
import type { Consultation, ConsultationView, SideMessage } from '../../../protocol/consultation.ts';
import type { ConversationState, ConversationView } from '../../../protocol/conversation.ts';
import {
  ask,
  begin,
  collect,
  must,
  next,
  type CitizenSocket,
  type OperatorSocket,
  type TestDesk,
} from '../realtime/harness.ts';
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

async function served(operator: OperatorSocket, citizen: CitizenSocket, language = 'it'): Promise<string> {
  const { conversation } = await begin(citizen, { language });
  await must(operator, 'conversation:accept', { conversationId: conversation.id });
  return conversation.id;
}

const question = (conversationId: string, change: object = {}) => {
  return { conversationId, to: { office: 'tributi' }, kind: 'answer', summary: 'Quanto deve?', ...change };
};

async function put(operator: OperatorSocket, conversationId: string, change: object = {}): Promise<string> {
  const request = question(conversationId, change);
  const { consultation } = await must<{ consultation: Consultation }>(operator, 'consultation:open', request);
  return consultation.id;
}

const onHold = (who: string | null) => (state: ConversationState) =>
  state.phase.name === 'live' && (state.phase.hold?.who ?? null) === who;

test('QU-84 while an office is asked the citizen is on hold and sees nothing of what is said there', async () => {
  desk = await openDesk();
  const [ada, bruno, livia] = [await desk.operator('ada'), await desk.operator('bruno'), await desk.operator('livia')];
  const citizen = await desk.citizen();
  const conversationId = await served(ada, citizen, 'en');
  await must(citizen, 'message:send', { conversationId, clientId: 'citizen-1', text: 'How much do I owe?' });
  const [held, asked] = [
    next<ConversationState>(citizen, 'conversation:changed', onHold('Tax office')),
    deskWhen(bruno, ({ consultations }) => consultations.length === 1),
  ];
  const heard = collect<unknown>(citizen, 'side-message:new');
  const messages = collect<{ kind: string }>(citizen, 'message:new');
  const consultationId = await put(ada, conversationId);
  expect((await held).phase).toMatchObject({ operator: { name: 'Ada' }, hold: { who: 'Tax office' } });
  expect((await asked).consultations).toMatchObject([{ id: consultationId, summary: 'Quanto deve?', mailed: false }]);
  expect((await enter(ada)).cases[conversationId]?.consultation).toMatchObject({ id: consultationId, kind: 'answer' });

  // The office reads along, and answers.
  const view = await must<ConsultationView>(bruno, 'consultation:view', { consultationId });
  expect(view.messages).toMatchObject([
    { event: 'operator-joined' },
    { text: 'How much do I owe?' },
    { event: 'on-hold' },
  ]);
  const [grows, nothing] = [next(bruno, 'message:new'), collect(livia, 'message:new')];
  await must(citizen, 'message:send', { conversationId, clientId: 'citizen-2', text: 'The flat is mine.' });
  expect(await grows).toMatchObject({ text: 'The flat is mine.' });
  const told = next<SideMessage>(ada, 'side-message:new');
  const reply = { consultationId, clientId: 'reply-01', text: 'Trenta euro' };
  expect(await ask(bruno, 'consultation:send', reply)).toMatchObject({ ok: true, seq: 1 });
  expect(await told).toMatchObject({ seq: 1, from: { operatorId: idOf('bruno'), name: 'Bruno' }, text: 'Trenta euro' });
  expect(await ask(bruno, 'consultation:send', reply)).toMatchObject({ ok: true, seq: 1 });
  expect(await ask(ada, 'consultation:send', { ...reply, clientId: 'reply-02' })).toMatchObject({ ok: true, seq: 2 });
  // Nobody else has any part in it.
  for (const event of ['consultation:view', 'consultation:ready', 'consultation:end']) {
    expect(await ask(livia, event, { consultationId })).toEqual(refusal('forbidden'));
  }
  expect(await ask(livia, 'consultation:send', { ...reply, clientId: 'reply-03' })).toEqual(refusal('forbidden'));
  expect(await ask(bruno, 'consultation:end', { consultationId })).toEqual(refusal('forbidden'));
  expect(await ask(bruno, 'conversation:sync', { conversationId, lastSeq: 0 })).toEqual(refusal('forbidden'));

  const back = next<ConversationState>(citizen, 'conversation:changed', onHold(null));
  await must(ada, 'consultation:end', { consultationId });
  await back;
  expect(await ask(ada, 'consultation:end', { consultationId })).toEqual({ ok: true });
  expect(await ask(bruno, 'consultation:send', { ...reply, clientId: 'reply-04' })).toEqual(refusal('wrong-phase'));
  expect(heard).toEqual([]);
  expect(nothing).toEqual([]);
  expect(messages).toMatchObject([{ event: 'on-hold' }, { event: 'off-hold' }]);
  const contact = await contactOf(desk, conversationId);
  expect(contact).toMatchObject({ handling: 'consultation' });
  expect(contact?.heldMs).toBeGreaterThan(0);
});

test('QU-85 one question at a time, and only where somebody can answer it', async () => {
  desk = await openDesk();
  const [ada, bruno] = [await desk.operator('ada'), await desk.operator('bruno')];
  const citizen = await desk.citizen();
  const conversationId = await served(ada, citizen);
  const open = (change: object = {}) => ask(ada, 'consultation:open', question(conversationId, change));
  expect(await open({ to: { operator: idOf('ada') } })).toEqual(refusal('oneself'));
  expect(await open({ to: { office: 'nowhere' } })).toEqual(refusal('not-found'));
  expect(await open({ to: { office: 'archivio' } })).toEqual(refusal('nobody-there'));
  // It has an address, but nothing goes out from here.
  expect(await open({ to: { office: 'catasto' } })).toEqual(refusal('nobody-there'));
  expect(await ask(bruno, 'consultation:open', question(conversationId))).toEqual(refusal('forbidden'));
  const consultationId = await put(ada, conversationId);
  expect(await open()).toEqual(refusal('wrong-phase'));
  expect(await ask(bruno, 'consultation:ready', { consultationId })).toEqual(refusal('wrong-phase'));
  expect(await ask(bruno, 'consultation:view', { consultationId: crypto.randomUUID() })).toEqual(refusal('not-found'));
  await must(ada, 'consultation:end', { consultationId });
  // Nobody said anything: the operator answered alone.
  expect(await contactOf(desk, conversationId)).toMatchObject({ handling: 'direct' });
  const again = await put(ada, conversationId, { to: { operator: idOf('bruno') } });
  expect(again).not.toBe(consultationId);
  expect(await linesOf(citizen, conversationId)).toEqual([
    'operator-joined Ada',
    'on-hold Tributi',
    'off-hold',
    'on-hold Bruno',
  ]);
});

test('QU-86 a colleague who has read everything takes over in one step, and the citizen is told the name', async () => {
  desk = await openDesk({ settings: queue({ chatsAtOnce: 1 }) });
  const [ada, bruno, carla] = [await desk.operator('ada'), await desk.operator('bruno'), await desk.operator('carla')];
  const citizen = await desk.citizen();
  const conversationId = await served(ada, citizen);
  const occupied = await served(bruno, await desk.citizen());
  const held = next<ConversationState>(citizen, 'conversation:changed', onHold('Tributi'));
  const consultationId = await put(ada, conversationId, { kind: 'transfer' });
  expect((await held).phase).toMatchObject({ hold: { onward: true } });
  expect(await ask(bruno, 'consultation:ready', { consultationId })).toEqual(refusal('at-capacity'));
  await must(bruno, 'conversation:close', { conversationId: occupied, ...closing });
  const phases = collect<ConversationState>(citizen, 'conversation:changed');
  const handed = lineWith(citizen, 'handed-over');
  const gone = deskWhen(ada, ({ mine }) => mine.length === 0);
  // Two of the office at the same moment: one has it.
  const answers = await Promise.all(
    [bruno, carla].map((each) => ask<ConversationView>(each, 'consultation:ready', { consultationId })),
  );
  expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
  expect(answers[1]).toEqual(refusal('wrong-phase'));
  expect((await handed).name).toBe('Bruno');
  await gone;
  expect(phases.map(({ phase }) => phase.name)).not.toContain('waiting');
  expect(phases.at(-1)?.phase).toMatchObject({ name: 'live', operator: { name: 'Bruno' }, hold: null });
  // The first answer may have been lost.
  expect(await ask(bruno, 'consultation:ready', { consultationId })).toMatchObject({ ok: true });
  expect((await enter(bruno)).consultations).toEqual([]);
  await must(citizen, 'message:send', { conversationId, clientId: 'citizen-1', text: 'Grazie' });
  expect(await ask(ada, 'message:send', { conversationId, clientId: 'ada-late-1', text: '?' })).toEqual(
    refusal('forbidden'),
  );
  expect(await contactOf(desk, conversationId)).toMatchObject({
    handling: 'transfer-after-consultation',
    operatorId: idOf('bruno'),
  });
});

test('QU-87 whatever takes the citizen from the one who asks ends the question', async () => {
  desk = await openDesk({ desk: { operatorGraceMs: 100 } });
  const [ada, bruno] = [await desk.operator('ada'), await desk.operator('bruno')];
  async function ended(end: (conversationId: string, citizen: CitizenSocket) => Promise<unknown>): Promise<void> {
    const citizen = await desk.citizen();
    const conversationId = await served(ada, citizen);
    const consultationId = await put(ada, conversationId);
    const over = deskWhen(bruno, ({ consultations }) => consultations.length === 0);
    await end(conversationId, citizen);
    await over;
    const message = { consultationId, clientId: 'too-late-1', text: 'Ecco' };
    expect(await ask(bruno, 'consultation:send', message)).toEqual(refusal('wrong-phase'));
    expect((await contactOf(desk, conversationId))?.heldMs).toBeGreaterThan(0);
  }
  await ended((conversationId, citizen) => must(citizen, 'conversation:close', { conversationId }));
  await ended((conversationId) => must(ada, 'conversation:close', { conversationId, ...closing }));
  await ended((conversationId) => must(ada, 'conversation:transfer', { conversationId, to: { office: 'tributi' } }));
  await ended(async (_id, citizen) => {
    const lost = next<ConversationState>(citizen, 'conversation:changed', inPhase('waiting'));
    ada.disconnect();
    await lost;
  });
});
