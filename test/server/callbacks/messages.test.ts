import { afterEach, expect, test } from 'vitest';
import type { DeskStatus } from '../../../protocol/status.ts';
import { ask, begin, must, next, startDesk, type DeskOptions, type TestDesk } from '../realtime/harness.ts';
import { startMailServer, type MailServer } from '../mail/mail-server.ts';
import { leave, list, message, only, post } from './kit.ts';

let desk: TestDesk;
let mails: MailServer | undefined;

afterEach(async () => {
  await desk.close();
  await mails?.close();
  mails = undefined;
});

async function open(options: DeskOptions = {}): Promise<void> {
  desk = await startDesk(options);
}

async function openWithMail(options: DeskOptions = {}): Promise<MailServer> {
  mails = await startMailServer();
  const from = { name: 'URP', address: 'urp@example.org' };
  await open({ ...options, config: { ...options.config, mail: { server: mails.url, from, replyTo: null } } });
  return mails;
}

const FRIDAY = Temporal.ZonedDateTime.from('2027-03-26T16:50[Europe/Rome]').epochMilliseconds;
const TUESDAY = Temporal.ZonedDateTime.from('2027-03-30T16:50[Europe/Rome]').epochMilliseconds;
const DAY = [
  { from: '09:00', to: '13:15' },
  { from: '14:15', to: '17:00' },
];
const WEEK = { days: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY } };

test('CB-1 a message left gets a number and the time until which it is answered', async () => {
  await open({ now: () => FRIDAY, settings: { hours: { chat: WEEK, lis: WEEK } } });
  const status = (await (await fetch(`${desk.url}/api/status`)).json()) as DeskStatus;
  expect(status.message.dueAt).toBe(TUESDAY);
  expect(await leave(desk, { reach: { by: 'phone', phone: '333 1234567' } })).toStrictEqual({
    number: '2027-000001',
    receivedAt: FRIDAY,
    dueAt: TUESDAY,
    reach: { by: 'phone', phone: '+39 333 123 4567' },
    mailed: false,
  });
  expect((await leave(desk)).number).toBe('2027-000002');
});

test('CB-1 a message sent again is the same message, also at the same moment', async () => {
  await open();
  const startId = crypto.randomUUID();
  const [one, two, three] = await Promise.all([
    leave(desk, { startId }),
    leave(desk, { startId }),
    leave(desk, { startId }),
  ]);
  expect(one).toStrictEqual(two);
  expect(one).toStrictEqual(three);
  expect(await leave(desk, { startId, text: 'altro' })).toStrictEqual(one);
  expect(await list(await desk.operator('ada'))).toHaveLength(1);
  expect((await leave(desk)).number).toMatch(/-000002$/);
});

test('CB-1 a message survives a restart, with what was searched and read', async () => {
  await open();
  const { number } = await leave(desk, { language: 'en' });
  await desk.restart();
  expect(await only(await desk.operator('ada'))).toMatchObject({
    number,
    language: 'en',
    citizenName: 'Anna',
    conversationId: null,
    reach: { by: 'email', email: 'anna@example.org' },
    text: 'Quando scade il bollo?',
    context: { searches: ['bollo auto'], articles: ['bollo-scadenza'] },
    attempts: [],
    takenBy: null,
    closedAt: null,
  });
});

test.each([
  [{ by: 'email', email: 'anna@example' }],
  [{ by: 'email', email: 'anna@exa mple.org' }],
  [{ by: 'email', email: 'anna@example.org\r\nBcc: x@example.org' }],
  [{ by: 'email', email: 'anna@example.org,x@example.org' }],
  [{ by: 'email', email: '"a b"@example.org' }],
  [{ by: 'phone', phone: '12345' }],
  [{ by: 'phone', phone: '+39 06 1' }],
  [{ by: 'phone', phone: 'chiama 3331234567' }],
  [{ by: 'phone', phone: '+999 1234567' }],
] as const)('CB-2 %j cannot be right', async (reach) => {
  await open();
  const response = await post(desk, message({ reach }));
  expect([response.status, await response.json()]).toStrictEqual([400, { ok: false, code: 'bad-contact' }]);
  expect(await list(await desk.operator('ada'))).toStrictEqual([]);
});

test.each([
  [
    { by: 'phone', phone: '06 4991 1' },
    { by: 'phone', phone: '+39 06 49911' },
  ],
  [
    { by: 'phone', phone: '0039 333 1234567' },
    { by: 'phone', phone: '+39 333 123 4567' },
  ],
  [
    { by: 'phone', phone: '+33 1 42 34 56 78' },
    { by: 'phone', phone: '+33 1 42 34 56 78' },
  ],
  [
    { by: 'email', email: ' Anna.Rossi+urp@Città.example.org ' },
    { by: 'email', email: 'Anna.Rossi+urp@xn--citt-3na.example.org' },
  ],
] as const)('CB-2 %j is kept as it will be used', async (reach, kept) => {
  await open();
  expect((await leave(desk, { reach })).reach).toStrictEqual(kept);
});

test('CB-3 a waiting citizen who leaves a message stops waiting, with it', async () => {
  await open();
  const citizen = await desk.citizen();
  const { conversation, token } = await begin(citizen, { name: 'Gino' });
  await must(citizen, 'message:send', {
    conversationId: conversation.id,
    clientId: crypto.randomUUID(),
    text: 'Eccomi',
  });
  const closed = next<{ phase: { name: string } }>(
    citizen,
    'conversation:changed',
    ({ phase }) => phase.name === 'closed',
  );
  const startId = crypto.randomUUID();
  const receipt = await leave(desk, { token, startId, name: '' });
  await closed;
  const operator = await desk.operator('ada');
  const callback = await only(operator);
  expect(callback).toMatchObject({ number: receipt.number, conversationId: conversation.id, citizenName: 'Gino' });
  // The thread can be read, and the answer that got lost is given again.
  const { messages } = await must<{ messages: object[] }>(operator, 'callback:thread', { callbackId: callback.id });
  expect(messages).toMatchObject([{ text: 'Eccomi' }, { event: 'message-left' }]);
  expect(await leave(desk, { token, startId, name: '' })).toStrictEqual(receipt);
});

test('CB-3 with a conversation that was answered, or a token that opens none, nothing is left', async () => {
  await open();
  const citizen = await desk.citizen();
  const { conversation, token } = await begin(citizen);
  const operator = await desk.operator('ada');
  await must(operator, 'conversation:accept', { conversationId: conversation.id });
  for (const [secret, code] of [
    [token, 'wrong-phase'],
    ['x'.repeat(43), 'bad-token'],
  ] as const) {
    expect(await (await post(desk, message({ token: secret }))).json()).toStrictEqual({ ok: false, code });
  }
  expect(await list(operator)).toStrictEqual([]);
});

test('CB-8 the receipt goes out by e-mail in the citizen’s language, and does not repeat what was written', async () => {
  const server = await openWithMail();
  const receipt = await leave(desk, { language: 'en', text: 'Visit https://phishing.example.org now' });
  expect(receipt.mailed).toBe(true);
  await expect.poll(() => server.received.length, { timeout: 5000 }).toBe(1);
  const { to, mail, raw } = server.received[0] ?? {};
  expect(to).toStrictEqual(['anna@example.org']);
  expect(mail?.subject).toBe(`We have your request ${receipt.number}`);
  expect(raw).not.toMatch(/phishing|Anna\b/);
  const operator = await desk.operator('ada');
  await expect.poll(async () => (await only(operator)).receipt).toStrictEqual({ name: 'sent' });
  await leave(desk, { reach: { by: 'phone', phone: '3331234567' } });
  expect((await list(operator))[1]?.receipt).toBeNull();
});

test('CB-8 without a mail server the receipt says so, and waits', async () => {
  await open();
  expect((await leave(desk)).mailed).toBe(false);
  expect((await only(await desk.operator('ada'))).receipt).toStrictEqual({ name: 'no-server' });
});

test('CB-9 one address may leave some messages, then it is told how long to wait', async () => {
  await open({ limits: { messages: { burst: 2, everyMs: 60_000 } } });
  await leave(desk);
  await leave(desk);
  const response = await post(desk, message());
  expect(response.status).toBe(429);
  const answer = (await response.json()) as { retryAfterMs: number };
  expect(answer).toMatchObject({ ok: false, code: 'too-many' });
  expect(answer.retryAfterMs).toBeGreaterThan(50_000);
});

test('CB-9 only pages of the configured sites may leave messages; others are refused', async () => {
  await open({ config: { origins: ['https://www.example.org'] } });
  const preflight = await fetch(`${desk.url}/api/messages`, {
    method: 'OPTIONS',
    headers: { origin: 'https://www.example.org', 'access-control-request-method': 'POST' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBe('https://www.example.org');
  expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
  const own = await post(desk, message(), { origin: 'https://www.example.org' });
  expect([own.status, own.headers.get('access-control-allow-origin')]).toStrictEqual([200, 'https://www.example.org']);
  const other = await post(desk, message(), { origin: 'https://other.example.org' });
  expect([other.status, await other.json()]).toStrictEqual([403, { ok: false, code: 'forbidden' }]);
});

test('CB-9 what is no message is refused with a code', async () => {
  await open();
  for (const body of [null, [], 'x', {}, { ...message(), text: '' }, { ...message(), text: 'x'.repeat(4001) }]) {
    expect((await post(desk, body)).status, JSON.stringify(body)?.slice(0, 40)).toBe(400);
  }
  expect((await post(desk, { ...message(), text: 'x'.repeat(100_000) })).status).toBe(413);
  expect((await post(desk, message({ name: 'x\r\nBcc: y' }))).status).toBe(200);
});

test('CB-19 a transcript goes to the citizen, once somebody has answered, a few times', async () => {
  const server = await openWithMail();
  const citizen = await desk.citizen();
  const { conversation } = await begin(citizen);
  const request = { conversationId: conversation.id, email: 'anna@example.org' };
  expect(await ask(citizen, 'transcript:mail', request)).toMatchObject({ ok: false, code: 'wrong-phase' });
  const operator = await desk.operator('ada');
  await must(operator, 'conversation:accept', { conversationId: conversation.id });
  await must(operator, 'message:send', { ...request, clientId: crypto.randomUUID(), text: 'Scade <oggi>.' });
  expect(await ask(citizen, 'transcript:mail', { ...request, email: 'nobody@x' })).toMatchObject({
    code: 'bad-contact',
  });
  expect(await ask(citizen, 'transcript:mail', { ...request, conversationId: crypto.randomUUID() })).toMatchObject({
    code: 'forbidden',
  });
  await must(citizen, 'transcript:mail', request);
  await expect.poll(() => server.received.length, { timeout: 5000 }).toBe(1);
  expect(server.received[0]?.mail.text).toContain('> Scade <oggi>.');
  expect(server.received[0]?.mail.html).toContain('Scade &lt;oggi&gt;.');
  await must(citizen, 'transcript:mail', request);
  await must(citizen, 'transcript:mail', request);
  expect(await ask(citizen, 'transcript:mail', request)).toMatchObject({
    code: 'too-many',
    retryAfterMs: expect.any(Number),
  });
});
