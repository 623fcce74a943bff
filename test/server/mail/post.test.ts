import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MailState } from '../../../protocol/callback.ts';
import type { MailConfig } from '../../../server/config.ts';
import { createPost, type Letter, type Post, type PostOptions } from '../../../server/mail/post.ts';
import { createSmtp, type SmtpTimes } from '../../../server/mail/smtp.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { startMailServer, startOddServer, type Behaviour, type MailServer } from './mail-server.ts';

const MINUTE_MS = 60_000;
const TIMES: SmtpTimes = { connectionTimeout: 300, greetingTimeout: 300, socketTimeout: 500 };
const LETTER: Letter = {
  to: 'citizen@example.org',
  language: 'it',
  subject: 'Abbiamo la tua richiesta: è la 2026-000001',
  text: 'Ciao,\n.una riga che comincia con un punto\n',
  html: '<!doctype html><html lang="it"><title>x</title><p>Ciao</p></html>',
};

let folder: string;
let store: Store;
let clock: number;
let changes: number;
let log: string[];
const servers: MailServer[] = [];
const posts: Post[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sportello-mail-'));
  store = await createSqliteStore(join(folder, 'sportello.sqlite'));
  clock = Date.UTC(2026, 10, 20, 11);
  changes = 0;
  log = [];
});

afterEach(async () => {
  for (const post of posts.splice(0)) await post.close();
  for (const server of servers.splice(0)) await server.close();
  await store.close();
  await rm(folder, { recursive: true });
});

async function listen(behaviour?: Behaviour): Promise<MailServer> {
  const server = await startMailServer(behaviour);
  servers.push(server);
  return server;
}

function open(server: string | null, patience: PostOptions['patience'] = { mailMs: 1500, closeMs: 200 }): Post {
  const config: MailConfig = {
    server,
    from: { name: 'URP', address: 'urp@example.org' },
    replyTo: { name: '', address: 'risposte@example.org' },
  };
  const post = createPost({
    store,
    deliver: createSmtp(config, TIMES),
    onChange: () => (changes += 1),
    now: () => clock,
    log: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }),
    patience,
  });
  posts.push(post);
  return post;
}

async function put(post: Post, letter: Partial<Letter> = {}): Promise<string> {
  const id = await store.write((writer) => post.add(writer, { ...LETTER, ...letter }));
  post.poke();
  return id;
}

async function stateOf(post: Post, id: string): Promise<MailState | undefined> {
  return (await post.states([id])).get(id);
}

async function reaches(post: Post, id: string, name: MailState['name']): Promise<MailState> {
  await expect.poll(async () => (await stateOf(post, id))?.name, { timeout: 8000 }).toBe(name);
  return (await stateOf(post, id)) ?? { name: 'queued' };
}

describe('a mail', () => {
  test('CB-11 goes out once, as text and as HTML, from and to one address each', async () => {
    const server = await listen();
    const post = open(server.url);
    const id = await put(post);
    await reaches(post, id, 'sent');
    expect(server.received).toHaveLength(1);
    const { from, to, mail, raw } = server.received[0] ?? {};
    expect([from, to]).toStrictEqual(['urp@example.org', ['citizen@example.org']]);
    expect(mail).toMatchObject({
      subject: LETTER.subject,
      from: { name: 'URP', address: 'urp@example.org' },
      to: [{ address: 'citizen@example.org' }],
      replyTo: [{ address: 'risposte@example.org' }],
      messageId: `<${id}@example.org>`,
    });
    expect(mail?.text?.trim()).toBe(LETTER.text.trim());
    expect(mail?.html?.trim()).toBe(LETTER.html);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(raw).toMatch(/^Content-Language: it$/m);
    expect(changes).toBe(1);
    // Its words are not kept: they may hold a one-time link.
    expect(await store.mails([id])).toMatchObject([{ state: 'sent', text: '', html: '' }]);
  });

  test('CB-13 that is put off is tried again after a growing pause, then leaves under the same Message-ID', async () => {
    const later = { code: 451, text: '4.7.1 greylisted, come back' };
    const server = await listen({ answers: [later, later, 'take'] });
    const post = open(server.url);
    const id = await put(post);
    const first = await reaches(post, id, 'retrying');
    expect(first).toMatchObject({ why: '451 4.7.1 greylisted, come back' });
    const pause = first.name === 'retrying' ? first.nextAt - clock : 0;
    expect(pause).toBeGreaterThanOrEqual(MINUTE_MS);
    expect(pause).toBeLessThanOrEqual(1.2 * MINUTE_MS);

    clock += MINUTE_MS - 1;
    post.poke();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.received).toHaveLength(1);

    clock += MINUTE_MS;
    post.poke();
    await expect.poll(() => server.received.length).toBe(2);
    await expect.poll(async () => (await store.mails([id]))[0]?.tries).toBe(2);
    clock += 6 * MINUTE_MS;
    post.poke();
    await reaches(post, id, 'sent');
    expect(new Set(server.received.map(({ mail }) => mail.messageId)).size).toBe(1);
    expect(server.received).toHaveLength(3);
  });

  test('CB-14 that is refused for good fails at once, with the other server’s words', async () => {
    const server = await listen({ recipient: { code: 550, text: '5.1.1 no such mailbox here' } });
    const post = open(server.url);
    const id = await put(post);
    expect(await reaches(post, id, 'failed')).toStrictEqual({ name: 'failed', why: '550 5.1.1 no such mailbox here' });
    clock += 24 * 60 * MINUTE_MS;
    post.poke();
    await put(post);
    expect(await stateOf(post, id)).toMatchObject({ name: 'failed' });
    expect(server.received).toHaveLength(0);
  });

  test('CB-14 whose words are refused fails too', async () => {
    const server = await listen({ answers: [{ code: 554, text: '5.7.1 looks like spam' }] });
    const post = open(server.url);
    expect(await reaches(post, await put(post), 'failed')).toMatchObject({ why: '554 5.7.1 looks like spam' });
  });

  test('CB-13 is not tried for ever', async () => {
    const post = open('smtp://127.0.0.1:1');
    const id = await put(post);
    await reaches(post, id, 'retrying');
    clock += 3 * 24 * 60 * MINUTE_MS;
    post.poke();
    expect(await reaches(post, id, 'failed')).toMatchObject({ why: expect.stringContaining('ECONNREFUSED') });
  });

  test('CB-15 waits no longer than a moment for a server that says nothing, and the next one has its turn', async () => {
    const odd = await startOddServer(() => {});
    servers.push(odd);
    const post = open(odd.url);
    const ids = [await put(post), await put(post)];
    for (const id of ids)
      expect(await reaches(post, id, 'retrying')).toMatchObject({ why: expect.stringMatching(/greeting/i) });
  });

  test('CB-15 is not held up by a server that speaks without end', async () => {
    const odd = await startOddServer((socket) => {
      const drip = setInterval(() => socket.write('220-one more line\r\n'), 50);
      socket.on('close', () => clearInterval(drip));
    });
    servers.push(odd);
    const post = open(odd.url, { mailMs: 700, closeMs: 200 });
    await reaches(post, await put(post), 'retrying');
  });

  test('CB-15 stays when the server vanishes in the middle, and leaves when it is back', async () => {
    const server = await listen({ answers: ['vanish'] });
    const post = open(server.url);
    const id = await put(post);
    await reaches(post, id, 'retrying');
    clock += 2 * MINUTE_MS;
    post.poke();
    await reaches(post, id, 'sent');
    expect(server.received).toHaveLength(2);
  });

  test('CB-16 survives a restart, and what was taken is not sent again', async () => {
    const server = await listen({ answers: ['take', { code: 421, text: 'too busy' }] });
    const before = open(server.url);
    const sent = await put(before);
    await reaches(before, sent, 'sent');
    const waiting = await put(before);
    await reaches(before, waiting, 'retrying');
    await before.close();
    await store.close();

    store = await createSqliteStore(join(folder, 'sportello.sqlite'));
    clock += 2 * MINUTE_MS;
    const after = open(server.url);
    await reaches(after, waiting, 'sent');
    const ids = server.received.map(({ mail }) => mail.messageId);
    expect(ids).toStrictEqual([sent, waiting, waiting].map((id) => `<${id}@example.org>`));
  });

  test('CB-16 that is under way when the server stops is either taken or stays', async () => {
    const odd = await startOddServer(() => {});
    servers.push(odd);
    const before = open(odd.url, { mailMs: 60_000, closeMs: 50 });
    const id = await put(before);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await before.close();
    await before.close();
    const server = await listen();
    clock += 2 * MINUTE_MS;
    await reaches(open(server.url), id, 'sent');
    expect(server.received).toHaveLength(1);
  });

  test('CB-16 that was taken while nothing could be written is not sent again', async () => {
    const server = await listen();
    const id = await put(open(null));
    let failures = 2;
    const sound = store;
    store = {
      ...sound,
      write: (work) => (failures-- > 0 ? Promise.reject(new Error('disk full')) : sound.write(work)),
    };
    const post = open(server.url);
    await expect.poll(() => failures).toBe(1);
    post.poke();
    await expect.poll(() => failures).toBe(0);
    post.poke();
    await reaches(post, id, 'sent');
    expect(server.received).toHaveLength(1);
    await post.close();
    store = sound;
  });

  test('CB-17 without a mail server is kept, says so, and leaves when there is one', async () => {
    const none = open(null);
    const id = await put(none);
    expect(await stateOf(none, id)).toStrictEqual({ name: 'no-server' });
    const server = await listen();
    await reaches(open(server.url), id, 'sent');
    expect(server.received).toHaveLength(1);
  });

  test('CB-11 leaves one after the other, many at once, each once', async () => {
    const server = await listen();
    const post = open(server.url);
    const ids = await Promise.all(Array.from({ length: 25 }, () => put(post)));
    await expect.poll(() => server.received.length, { timeout: 15_000 }).toBe(25);
    for (const id of ids) await reaches(post, id, 'sent');
    expect(new Set(server.received.map(({ mail }) => mail.messageId)).size).toBe(25);
  });
});

describe('a mail server', () => {
  test('CB-18 is spoken to under TLS where it can, and where its certificate is good', async () => {
    const options = { disabledCommands: ['AUTH' as const] };
    const server = await listen({ options: { ...options, authOptional: true } });
    const careful = open(server.url);
    const id = await put(careful);
    expect(await reaches(careful, id, 'retrying')).toMatchObject({ why: expect.stringMatching(/certificate|TLS/i) });
    await careful.close();
    clock += 2 * MINUTE_MS;
    const trusting = open(`${server.url}?tls.rejectUnauthorized=false`);
    await reaches(trusting, id, 'sent');
    expect(server.received).toMatchObject([{ secure: true }]);
  });

  test('CB-18 gets a user name and a password over TLS; they are in no log and no state', async () => {
    const onAuth: NonNullable<Behaviour['options']>['onAuth'] = ({ username, password }, _session, done) =>
      password === 'pa:ss/wörd' ? done(null, { user: username ?? '' }) : done(new Error('Invalid login'));
    const server = await listen({ options: { secure: true, disabledCommands: [], onAuth } });
    const address = `@127.0.0.1:${server.port}?tls.rejectUnauthorized=false`;
    const wrong = open(`smtps://urp:wrong-secret${address}`);
    const id = await put(wrong);
    const state = await reaches(wrong, id, 'retrying');
    await wrong.close();
    clock += 2 * MINUTE_MS;
    await reaches(open(`smtps://urp:${encodeURIComponent('pa:ss/wörd')}${address}`), id, 'sent');
    expect(server.received).toMatchObject([{ secure: true, user: 'urp' }]);
    expect(JSON.stringify([state, log])).not.toMatch(/wrong-secret|wörd|citizen@/);
  });

  test('CB-12 hears no header that anybody’s words could add', async () => {
    const server = await listen();
    const post = open(server.url);
    const evil = 'x\r\nBcc: other@example.org';
    const to = [
      'a@example.org\r\nBcc: other@example.org',
      'a@example.org, other@example.org',
      '<a@example.org> other@x.org',
    ];
    for (const letter of [{ subject: evil }, ...to.map((address) => ({ to: address }))]) {
      await expect(put(post, letter)).rejects.toThrow(TypeError);
    }
    await reaches(post, await put(post, { text: `.\r\n${evil}`, html: evil }), 'sent');
    expect(server.received).toMatchObject([{ to: ['citizen@example.org'] }]);
    expect(server.received[0]?.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
  });
});
