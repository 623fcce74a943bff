import { afterEach, expect, test } from 'vitest';
import type { Callback } from '../../../protocol/callback.ts';
import type { ConversationState, StartedConversation } from '../../../protocol/conversation.ts';
import type { DeskStatus } from '../../../protocol/status.ts';
import { startMailServer } from '../mail/mail-server.ts';
import { begin, must, next, PASSWORD, startDesk, type DeskOptions, type TestDesk } from '../realtime/harness.ts';
import { only } from './kit.ts';

const OPERATORS = [{ username: 'ada', name: 'Ada', skills: ['chat' as const], password: PASSWORD }];
const CLOSING = { reason: 'information', topic: 'bollo', outcome: 'later-answer' };

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(config: NonNullable<DeskOptions['config']> = {}): Promise<TestDesk> {
  const desk = await startDesk({ operators: OPERATORS, config });
  opened.push(desk);
  return desk;
}

function receiptOf({ phase }: ConversationState) {
  return phase.name === 'closed' ? phase.receipt : undefined;
}

async function mayMail(desk: TestDesk): Promise<boolean> {
  return ((await (await fetch(`${desk.url}/api/status`)).json()) as DeskStatus).mail;
}

/** Ada takes Anna's conversation and ends it with this promise. */
async function promise(desk: TestDesk, reach: object) {
  const [ada, citizen] = [await desk.operator('ada'), await desk.citizen()];
  const { conversation, token } = await begin(citizen, { name: 'Anna' });
  const conversationId = conversation.id;
  await must(ada, 'conversation:accept', { conversationId });
  const ended = next<ConversationState>(citizen, 'conversation:changed', ({ phase }) => phase.name === 'closed');
  const callback = { reach, text: 'Cerchiamo la pratica' };
  await must(ada, 'conversation:close', { conversationId, ...CLOSING, callback });
  return { kept: await only(ada), receipt: receiptOf(await ended), token };
}

function shown({ number, receivedAt, dueAt }: Callback) {
  return { number, receivedAt, dueAt };
}

test('CB-36 what was promised at the end is told to the citizen whole, after a restart, too', async () => {
  const desk = await open();
  const { kept, receipt, token } = await promise(desk, { by: 'phone', phone: '06 12 34 56 78' });
  const expected = { ...shown(kept), reach: { by: 'phone', phone: '+39 06 1234 5678' }, mailed: false };
  expect(receipt).toEqual(expected);
  await desk.restart();
  const back = await must<StartedConversation>(await desk.citizen(), 'conversation:resume', { token, lastSeq: 0 });
  expect(receiptOf(back.conversation)).toEqual(expected);
});

test('CB-36 a receipt by e-mail is spoken of only where a mail can go out', async () => {
  const reach = { by: 'email', email: 'anna@example.org' };
  const mute = await open();
  expect(await mayMail(mute)).toBe(false);
  expect((await promise(mute, reach)).receipt).toMatchObject({ reach, mailed: false });
  const mails = await startMailServer({});
  opened.push(mails);
  const mail = { server: mails.url, from: { name: 'URP', address: 'urp@example.org' }, replyTo: null };
  const desk = await open({ mail });
  expect(await mayMail(desk)).toBe(true);
  expect((await promise(desk, reach)).receipt).toMatchObject({ reach, mailed: true });
});
