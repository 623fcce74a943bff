import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EditorsOverview } from '../../../protocol/editors.ts';
import { databaseFile } from '../../../server/config.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import { articleText } from '../knowledge/article-text.ts';
import { makeFolder, noticeText, type Folder } from '../knowledge/folder.ts';
import { cookieOf, PASSWORD, startDesk, type DeskOptions, type TestDesk } from '../realtime/harness.ts';

const DAY_MS = 24 * 60 * 60_000;
const EMBEDDING = 'https://comune.example';
let now = Date.UTC(2026, 10, 21, 11, 30);
let folder: Folder;
let desk: TestDesk;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 21, 11, 30);
  folder = await makeFolder({
    'it/prove/prova-due.md': articleText({
      id: 'prova-due',
      title: 'Quanto costa la prova?',
      variants: '[a uno, a due, a tre, a quattro, a cinque]',
      'verify-by': '2026-11-02',
    }),
  });
});
afterEach(async () => {
  await desk.close();
  await folder.remove();
});

async function open(options: DeskOptions = {}): Promise<void> {
  const operators = [
    { username: 'ada', name: 'Ada', skills: ['chat'] as 'chat'[], password: PASSWORD },
    { username: 'redazione', name: 'Redazione', skills: [], roles: ['editor'] as 'editor'[], password: PASSWORD },
  ];
  const config = { origins: [EMBEDDING], editBase: 'https://git.example/kb/', ...options.config };
  desk = await startDesk({ knowledgeDir: folder.dir, now: () => now, operators, ...options, config });
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(desk.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  });
}
const search = (q: string, more: object = {}) =>
  post('/api/searches', { q, decision: 'none', lang: 'it', read: [], contact: false, ...more });
const feedback = (more: object = {}) =>
  post('/api/feedback', { article: 'prova-uno', lang: 'it', useful: true, ...more });

async function stored() {
  const store = await createSqliteStore(databaseFile(desk.dataDir), { besideDesk: true });
  try {
    return { questions: await store.questionsSince(0), feedback: await store.feedbackSince('') };
  } finally {
    await store.close();
  }
}

async function overview(username = 'redazione'): Promise<EditorsOverview> {
  const cookie = cookieOf(await desk.signIn(username));
  const answer = await fetch(`${desk.url}/api/editors/overview`, { headers: { cookie } });
  return ((await answer.json()) as { overview: EditorsOverview }).overview;
}

test('KB-57 a question without an answer is stored without what tells who asked, and to the hour', async () => {
  await open();
  const asked = await search('Sono Mario Rossi, RSSMRA80A01H501U, chiamate il 333 1234567 per la prova', {
    read: ['prova-uno', 'mai-scritta'],
  });
  expect(await asked.json()).toEqual({ ok: true });
  expect((await stored()).questions).toEqual([
    {
      id: expect.any(String),
      at: Date.UTC(2026, 10, 21, 11),
      q: expect.stringMatching(/^Sono \[nome\], \[codice fiscale\], chiamate il \[numero\] per la prova$/),
      decision: 'none',
      language: 'it',
      read: ['prova-uno'],
      contact: false,
    },
  ]);
});

test.each(['mia madre non respira', 'Help, my husband is beating me', '333 1234567', 'mario@example.it', '🤷'])(
  'KB-57 «%s» is answered like any other and stored nowhere',
  async (q) => {
    await open();
    const answer = await search(q);
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    expect((await stored()).questions).toEqual([]);
  },
);

test.each([
  ['an answer that served', { decision: 'answer', contact: false }],
  ['more than there may be', { q: 'x'.repeat(301) }],
  ['nothing', { q: '  ' }],
  ['an entry too many', { ip: '10.0.0.1' }],
  ['another decision', { decision: 'emergency' }],
])('KB-57 %s is refused', async (_, more) => {
  await open();
  const answer = await search('prova', more);
  expect([answer.status, await answer.json()]).toEqual([400, { ok: false, code: 'invalid' }]);
});

test('KB-57 after its days a question is deleted, and feedback with it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    await open({ config: { retentionDays: 2 } });
    await search('asilo nido');
    await feedback();
    now += 2 * DAY_MS - 60 * 60_000;
    vi.advanceTimersByTime(60 * 60_000);
    await vi.waitFor(async () => expect((await stored()).questions).toHaveLength(1));
    now += DAY_MS;
    vi.advanceTimersByTime(60 * 60_000);
    await vi.waitFor(async () => expect(await stored()).toEqual({ questions: [], feedback: [] }));
  } finally {
    vi.useRealTimers();
  }
});

test('KB-57 what one address tells is limited, in number and in size, with a code', async () => {
  await open({ limits: { recordings: { burst: 3, everyMs: 60_000 } } });
  expect((await search('uno')).status).toBe(200);
  expect((await feedback()).status).toBe(200);
  const large = await search('x'.repeat(10_000));
  expect([large.status, await large.json()]).toEqual([413, { ok: false, code: 'too-large' }]);
  const fourth = await feedback();
  expect(fourth.status).toBe(429);
  expect(Number(fourth.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await fourth.json()).toMatchObject({ ok: false, code: 'too-many', retryAfterMs: expect.any(Number) });
});

test('KB-57 only our pages and those of the sites that embed us may tell anything', async () => {
  await open();
  expect((await search('prova', {})).status).toBe(200);
  for (const path of ['/api/feedback', '/api/searches']) {
    const asked = {
      origin: EMBEDDING,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    const preflight = await fetch(desk.url + path, { method: 'OPTIONS', headers: asked });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(EMBEDDING);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
    expect((await post(path, {}, { origin: 'https://elsewhere.example' })).status).toBe(403);
  }
  const allowed = await post(
    '/api/feedback',
    { article: 'prova-uno', lang: 'it', useful: true },
    { origin: EMBEDDING },
  );
  expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([200, EMBEDDING]);
});

test.each([
  ['a reason for a yes', { useful: true, why: 'wrong' }, 400],
  ['a reason of one’s own', { useful: false, why: 'perché sì' }, 400],
  ['free text', { useful: false, comment: 'ciao' }, 400],
  ['an article nobody wrote', { article: 'mai-scritta' }, 404],
])('KB-58 feedback with %s is refused', async (_, more, status) => {
  await open();
  expect((await feedback(more)).status).toBe(status);
  expect((await stored()).feedback).toEqual([]);
});

test('KB-58 editors see coverage, grouped questions, the worst feedback, what is stale and what is broken', async () => {
  await folder.write({
    'it/prove/rotta.md': articleText({ id: 'rotta', title: '' }),
    'notices/fermo.md': noticeText({ until: '2026-11-22' }),
  });
  await open();
  for (const q of ['asilo nido', "l'asilo nido?", 'quanto mi costa la prova', 'asilo nido']) await search(q);
  await search('asilo nido', { decision: 'unsure', contact: true });
  await feedback();
  await feedback({ useful: false, why: 'unclear' });
  await feedback({ useful: false });
  await feedback({ article: 'prova-due', useful: true });

  expect(await overview()).toEqual({
    now,
    editBase: 'https://git.example/kb/',
    retentionDays: 30,
    coverage: [{ topic: 'prove', title: 'Prove', articles: { it: 2, en: 0 }, stale: 1, broken: 1, unanswered: 1 }],
    unanswered: [
      {
        question: 'asilo nido',
        lang: 'it',
        others: ["l'asilo nido?"],
        asked: 4,
        none: 3,
        unsure: 1,
        contacts: 1,
        lastAt: Date.UTC(2026, 10, 21, 11),
        nearest: null,
      },
      expect.objectContaining({
        question: 'quanto mi costa la prova',
        asked: 1,
        nearest: { id: 'prova-due', title: 'Quanto costa la prova?', file: 'it/prove/prova-due.md' },
      }),
    ],
    feedback: [
      {
        id: 'prova-uno',
        lang: 'it',
        title: 'Come si fa la prova?',
        file: 'it/prove/prova-uno.md',
        useful: 1,
        useless: 2,
        why: { 'other-question': 0, unclear: 1, incomplete: 0, wrong: 0, 'too-long': 0 },
      },
    ],
    stale: [
      {
        id: 'prova-due',
        lang: 'it',
        title: 'Quanto costa la prova?',
        verifyBy: '2026-11-02',
        file: 'it/prove/prova-due.md',
      },
    ],
    findings: [
      expect.objectContaining({ file: 'it/prove/rotta.md', line: 2, severity: 'error', shown: 'nothing' }),
      expect.objectContaining({ file: 'it/prove/prova-due.md', severity: 'warning', shown: 'current' }),
    ],
    notices: [
      {
        id: 'fermo',
        file: 'notices/fermo.md',
        from: Date.UTC(2026, 10, 21, 7),
        until: Date.UTC(2026, 10, 22, 23),
        state: 'now',
      },
    ],
  });
});

test('KB-58 the overview is for those with a role, from our own page', async () => {
  await open();
  const ask = (headers: Record<string, string>) => fetch(`${desk.url}/api/editors/overview`, { headers });
  expect((await ask({})).status).toBe(401);
  const ada = cookieOf(await desk.signIn('ada'));
  const refused = await ask({ cookie: ada });
  expect([refused.status, await refused.json()]).toEqual([403, { ok: false, code: 'forbidden' }]);
  const editor = cookieOf(await desk.signIn('redazione'));
  expect((await ask({ cookie: editor, origin: EMBEDDING })).status).toBe(403);
  const answer = await ask({ cookie: editor });
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
});
