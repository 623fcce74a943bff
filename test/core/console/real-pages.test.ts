import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createCallbacks, type Callbacks } from '../../../console/core/callbacks.ts';
import { createContactDesk } from '../../../console/core/contact-desk.ts';
import { firstEntry } from '../../../console/core/contact-entry.ts';
import { createListening } from '../../../console/core/listening.ts';
import { dropOffice, putOffice, type PeopleApi } from '../../../console/core/people.ts';
import { createPeopleApi } from '../../../console/io/people-api.ts';
import { createSessionApi } from '../../../console/io/session-api.ts';
import type { Office } from '../../../protocol/office.ts';
import type { Overrides } from '../../../server/app.ts';
import { begin, cookieOf, must, PASSWORD, startDesk, type TestDesk } from '../../server/realtime/harness.ts';
import { openDesk, until, type RealDesk } from './real-desk.ts';

const operators: NonNullable<Overrides['operators']> = [
  { username: 'ada', name: 'Ada', skills: ['chat'], password: PASSWORD },
  { username: 'bea', name: 'Bea', skills: ['chat'], password: PASSWORD },
  { username: 'sara', name: 'Sara', skills: ['chat'], roles: ['supervisor'], password: PASSWORD },
];

let server: TestDesk;
const closers: (() => void)[] = [];
const clock = {
  now: () => Date.now(),
  after(ms: number, run: () => void) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

beforeAll(async () => {
  server = await startDesk({ operators });
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
});
afterAll(() => server.close());

async function seat(username: string): Promise<RealDesk> {
  const opened = await openDesk(server, username);
  closers.push(() => opened.desk.close());
  return opened;
}

function callbacksOf({ wire, drawer }: RealDesk): Callbacks {
  const callbacks = createCallbacks({
    wire,
    clock,
    drawer,
    newId: () => crypto.randomUUID(),
    onSessionEnded: () => {},
  });
  closers.push(() => callbacks.close());
  return callbacks;
}

async function leaveMessage(change: object = {}): Promise<string> {
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({
      startId: crypto.randomUUID(),
      service: 'chat',
      language: 'it',
      reach: { by: 'email', email: 'carla@example.org' },
      text: 'Mi serve un certificato.',
      attachments: [],
      context: { searches: ['certificato'], articles: [] },
      ...change,
    }),
  });
  const answer = (await response.json()) as { ok: boolean; receipt: { number: string } };
  expect(answer).toMatchObject({ ok: true });
  return answer.receipt.number;
}

const find = ({ value }: Callbacks, number: string) => value.open?.find((callback) => callback.number === number);

/** In the browser the cookie goes along by itself. */
async function signedIn<Value>(
  username: string,
  work: (base: URL) => Promise<Value>,
  password = PASSWORD,
): Promise<Value> {
  const cookie = cookieOf(await server.signIn(username, password));
  const plainFetch = globalThis.fetch;
  globalThis.fetch = (url, options) => {
    const headers = new Headers(options?.headers);
    headers.set('cookie', cookie);
    headers.set('origin', server.url);
    return plainFetch(url, { ...options, headers });
  };
  try {
    return await work(new URL(`${server.url}/`));
  } finally {
    globalThis.fetch = plainFetch;
  }
}

describe('the pages beside the desk on a real server', () => {
  it('QU-115 a message left is in everybody’s list at once; what one does the others see', async () => {
    const [ada, bea] = [await seat('ada'), await seat('bea')];
    const [hers, others] = [callbacksOf(ada), callbacksOf(bea)];
    const number = await leaveMessage({ name: 'Carla' });
    await until('both have it', () => find(hers, number) !== undefined && find(others, number) !== undefined);
    expect(find(hers, number)).toMatchObject({ citizenName: 'Carla', takenBy: null, attempts: [] });
    expect(ada.desk.value.desk?.callbacks.open).toBe(1);
    const { id } = find(hers, number)!;
    await hers.take(id);
    expect(find(hers, number)?.takenBy?.name).toBe('Ada');
    await until('the other knows', () => find(others, number)?.takenBy?.name === 'Ada');
    expect(await others.take(id)).toMatchObject({ ok: false, code: 'already-taken' });
    await hers.attempt({ callbackId: id, result: 'no-answer', note: 'riprovo' });
    expect(find(hers, number)?.attempts).toMatchObject([{ result: 'no-answer', note: 'riprovo' }]);
    await until('the other sees it', () => find(others, number)?.attempts.length === 1);
  });

  it('QU-117 an answer sent twice is one, with the state of its mail; QU-118 closing takes it off every list', async () => {
    const ada = await seat('ada');
    const callbacks = callbacksOf(ada);
    const number = await leaveMessage();
    await until('it is there', () => find(callbacks, number) !== undefined);
    const { id } = find(callbacks, number)!;
    callbacks.keepDraft(id, 'Lo trovi online.');
    ada.cut();
    await until('the line is cut', () => ada.wire.connection.name === 'lost');
    expect(await callbacks.answer(id, 'Lo trovi online.')).toMatchObject({ code: 'no-answer' });
    expect(callbacks.draft(id)).toBe('Lo trovi online.');
    ada.mend();
    await until('the line is back', () => ada.wire.connection.name === 'connected');
    await callbacks.answer(id, 'Lo trovi online.');
    expect(callbacks.draft(id)).toBe('');
    expect(find(callbacks, number)?.attempts).toMatchObject([
      { result: 'answered-by-mail', note: 'Lo trovi online.', mail: { name: 'no-server' } },
    ]);
    expect(await callbacks.thread(id)).toMatchObject({ ok: true, messages: [] });
    callbacks.showClosed();
    const closing = { reason: 'information', topic: 'other', outcome: 'resolved' } as const;
    expect(await callbacks.finish({ callbackId: id, ...closing })).toEqual({ ok: true });
    expect(find(callbacks, number)).toBeUndefined();
    await until('it is among the closed', () => callbacks.value.closed?.some((closed) => closed.id === id) === true);
    expect(await callbacks.finish({ callbackId: id, ...closing })).toMatchObject({ ok: false, code: 'wrong-phase' });
  });

  it('QU-122 a supervisor reads along, the operator sees it; QU-123 takes over and goes on', async () => {
    const [ada, sara] = [await seat('ada'), await seat('sara')];
    await sara.desk.setPresence('break');
    const citizen = await server.citizen();
    const { conversation } = await begin(citizen, { name: 'Anna' });
    const say = (text: string) =>
      must(citizen, 'message:send', { conversationId: conversation.id, clientId: crypto.randomUUID(), text });
    await say('Buongiorno');
    await until('she waits', () => ada.desk.value.desk?.queues.chat.length === 1);
    expect(await ada.desk.acceptNext()).toBe(true);
    await until('she is on the floor', () => sara.desk.value.desk?.floor.length === 1);
    const listening = createListening(sara.wire, conversation.id);
    await until('the thread is there', () => listening.value.name === 'reading');
    await until('Ada is told', () => ada.desk.value.desk?.cases[conversation.id]?.listeners[0]?.name === 'Sara');
    await say('Mi sente?');
    const texts = (): string[] =>
      listening.value.name === 'reading'
        ? listening.value.conversation.messages.flatMap((message) => (message.kind === 'text' ? message.text : []))
        : [];
    await until('the next line is there', () => texts().includes('Mi sente?'));
    sara.cut();
    await until('the line is cut', () => sara.wire.connection.name === 'lost');
    await say('Allora?');
    sara.mend();
    await until('nothing is missing', () => texts().join() === 'Buongiorno,Mi sente?,Allora?');
    expect((await sara.desk.takeOver(conversation.id)).ok).toBe(true);
    await until('it is hers', () => sara.desk.value.desk?.mine[0]?.id === conversation.id);
    expect(sara.desk.value.selected).toBe(conversation.id);
    await until('it is not Ada’s', () => ada.desk.value.desk?.mine.length === 0);
    listening.close();
    await sara.desk.finish({ conversationId: conversation.id, reason: 'other', topic: 'other', outcome: 'resolved' });
  });

  it('QU-124 a contact typed in and sent again after silence is one', async () => {
    const ada = await seat('ada');
    const contacts = createContactDesk({
      wire: ada.wire,
      drawer: ada.drawer,
      newId: () => crypto.randomUUID(),
      now: () => Date.now(),
      onSessionEnded: () => {},
    });
    expect(await contacts.send()).toBeNull();
    contacts.entry = { ...firstEntry('phone'), topic: 'other', outcome: 'resolved' };
    ada.cut();
    await until('the line is cut', () => ada.wire.connection.name === 'lost');
    expect(await contacts.send()).toMatchObject({ code: 'no-answer' });
    expect(ada.drawer.get('contact')).not.toBeNull();
    ada.mend();
    await until('she is at the desk', () => ada.wire.connection.name === 'connected');
    expect(await contacts.send()).toEqual({ ok: true });
    expect(await contacts.send()).toEqual({ ok: true });
    expect(ada.drawer.get('contact')).toBeNull();
    contacts.another();
    expect(contacts.entry.channel).toBe('phone');
  });

  it('OP-51 a person added here signs in with the password shown; OP-52 shut out they cannot; OP-55 they change it', async () => {
    const api = <Value>(work: (people: PeopleApi) => Promise<Value>) =>
      signedIn('sara', (base) => work(createPeopleApi(base)));
    const account = {
      username: 'nadia',
      name: 'Nadia',
      skills: ['chat' as const],
      roles: [],
      languages: ['it' as const],
      offices: [],
    };
    const added = await api((people) => people.addAccount(account));
    if (!added.ok) throw new Error(added.code);
    expect((await server.signIn('nadia', added.password)).status).toBe(200);
    expect(await api((people) => people.addAccount(account))).toMatchObject({ ok: false, code: 'already-taken' });
    const next = 'gufo lanterna settembre mulino';
    const change = (current: string) =>
      signedIn('nadia', (base) => createSessionApi(base).changePassword({ current, next }), added.password);
    expect(await change('un’altra')).toMatchObject({ ok: false, code: 'wrong-credentials' });
    expect(await change(added.password)).toEqual({ ok: true });
    expect((await server.signIn('nadia', next)).status).toBe(200);
    await api((people) => people.changeAccount(added.account.id, { active: false }));
    expect((await server.signIn('nadia', next)).status).toBe(401);
    await api((people) => people.changeAccount(added.account.id, { active: true }));
    const reset = await api((people) => people.resetPassword(added.account.id));
    expect(reset.ok && (await server.signIn('nadia', reset.password)).status).toBe(200);
    const listed = await api((people) => people.accounts());
    expect(listed.ok && listed.accounts.map(({ username }) => username)).toContain('nadia');
    expect(await signedIn('ada', (base) => createPeopleApi(base).accounts())).toMatchObject({ code: 'forbidden' });
  });

  it('OP-54 offices written here are on every desk, and taken out of every desk', async () => {
    const office: Office = {
      id: 'sosta',
      name: { it: 'Sosta', en: 'Parking' },
      topics: ['bollo'],
      email: null,
      phone: null,
      note: null,
    };
    const api = <Value>(work: (people: PeopleApi) => Promise<Value>) =>
      signedIn('sara', (base) => work(createPeopleApi(base)));
    const file = join(server.dataDir, 'sportello.config.yaml');
    await writeFile(file, '# Uffici\n');
    const ada = await seat('ada');
    const onDesk = () => ada.desk.value.desk?.offices.some(({ id }) => id === 'sosta') === true;
    expect(await api((people) => putOffice(people, office))).toMatchObject({ ok: true });
    await until('it is on the desk', () => onDesk());
    expect(await api((people) => putOffice(people, { ...office, email: 'non va' }))).toMatchObject({
      code: 'bad-contact',
    });
    expect(await api((people) => dropOffice(people, 'sosta'))).toMatchObject({ ok: true });
    await until('it is gone', () => !onDesk());
    await rm(file);
  });
});
