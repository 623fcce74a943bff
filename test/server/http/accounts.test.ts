import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ManagedAccount } from '../../../protocol/account.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import { cookieOf, next, PASSWORD, startDesk, type TestDesk } from '../realtime/harness.ts';

const who = { name: 'A', skills: ['chat' as const], password: PASSWORD };
const OPERATORS = [
  { ...who, username: 'ada', name: 'Ada' },
  { ...who, username: 'carla', name: 'Carla', skills: [], roles: ['supervisor' as const] },
  { ...who, username: 'elio', name: 'Elio', skills: [], roles: ['editor' as const] },
];
const NEW = {
  username: 'nadia',
  name: 'Nadia',
  skills: ['chat'],
  roles: [],
  languages: ['it'],
  offices: ['tributi'],
};

let desk: TestDesk;
/** Carla's. */
let cookie: string;
beforeEach(async () => {
  desk = await startDesk({ operators: OPERATORS });
  cookie = cookieOf(await desk.signIn('carla'));
});
afterEach(() => desk.close());

interface Answer {
  ok: boolean;
  code?: string;
  account?: ManagedAccount;
  accounts?: ManagedAccount[];
  password?: string;
}

async function call(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = { cookie },
): Promise<Answer & { status: number }> {
  const json = body && { 'content-type': 'application/json' };
  const sent = body ? { body: JSON.stringify(body) } : {};
  const response = await fetch(`${desk.url}/api/${path}`, { method, headers: { ...json, ...headers }, ...sent });
  return { ...((await response.json()) as Answer), status: response.status };
}

const cookieFor = async (username: string, password = PASSWORD): Promise<string> =>
  cookieOf(await desk.signIn(username, password));

test('OP-40 only who leads the desk sees and keeps the accounts, and only from our own pages', async () => {
  for (const [method, path, body] of [
    ['GET', 'accounts'],
    ['POST', 'accounts', NEW],
    ['PATCH', 'accounts/demo-ada', { active: false }],
    ['POST', 'accounts/demo-ada/password', {}],
    ['GET', 'offices'],
    ['PUT', 'offices', { offices: [] }],
  ] as const) {
    const refused = [
      await call(method, path, body, {}),
      await call(method, path, body, { cookie: await cookieFor('ada') }),
      await call(method, path, body, { cookie: await cookieFor('elio') }),
      await call(method, path, body, { cookie, origin: 'https://elsewhere.example' }),
    ];
    expect(refused.map(({ code }) => code)).toEqual(['not-signed-in', 'forbidden', 'forbidden', 'forbidden']);
    expect(refused.map(({ status }) => status)).toEqual([401, 403, 403, 403]);
  }
  const { accounts } = await call('GET', 'accounts');
  expect(accounts?.map(({ username }) => username).toSorted()).toEqual(['ada', 'carla', 'elio']);
  expect(JSON.stringify(accounts)).not.toContain('argon2');
  expect((await desk.signIn('ada')).status).toBe(200);
});

test('OP-40 an account is added with a password shown once, with which its owner signs in and chooses another', async () => {
  const { ok, account, password = '' } = await call('POST', 'accounts', NEW);
  expect({ ok, account }).toMatchObject({ ok: true, account: { ...NEW, active: true } });
  expect(password).toMatch(/^\w{4}(-\w{4}){3}$/);
  expect(JSON.stringify(await call('GET', 'accounts'))).not.toContain(password);

  const [own, elsewhere] = [await cookieFor('nadia', password), await cookieFor('nadia', password)];
  const change = (body: object) => call('POST', 'session/password', body, { cookie: own });
  expect(await change({ current: 'not this one', next: 'cavallo giallo sopra' })).toMatchObject({
    status: 401,
    code: 'wrong-credentials',
  });
  expect(await change({ current: password, next: 'Nadia2026!!!' })).toMatchObject({ code: 'weak-password' });
  expect(await change({ current: password, next: 'cavallo giallo sopra' })).toEqual({ status: 200, ok: true });
  expect((await desk.signIn('nadia', password)).status).toBe(401);
  expect((await desk.signIn('nadia', 'cavallo giallo sopra')).status).toBe(200);
  // This session goes on; the other one ended with the old password.
  expect(await call('GET', 'session', undefined, { cookie: own })).toMatchObject({ ok: true });
  expect(await call('GET', 'session', undefined, { cookie: elsewhere })).toMatchObject({ code: 'not-signed-in' });
});

test('SE-10 who guesses at the old password of an open session has to wait', async () => {
  const own = await cookieFor('ada');
  const guess = () => call('POST', 'session/password', { current: 'a guess', next: 'cavallo giallo' }, { cookie: own });
  const codes: (string | undefined)[] = [];
  for (let attempt = 0; attempt < 6; attempt += 1) codes.push((await guess()).code);
  expect(codes).toEqual([...Array.from({ length: 5 }, () => 'wrong-credentials'), 'too-many']);
});

test.each([
  ['a name that is taken', { ...NEW, username: 'ada' }, 'already-taken', 409],
  ['a user name with spaces', { ...NEW, username: 'na dia' }, 'invalid', 400],
  ['no name to be shown', { ...NEW, name: ' ' }, 'invalid', 400],
  ['an unknown skill', { ...NEW, skills: ['fax'] }, 'invalid', 400],
  ['an unknown office', { ...NEW, offices: ['fax'] }, 'invalid', 400],
  ['no language', { ...NEW, languages: [] }, 'invalid', 400],
  ['nothing', {}, 'invalid', 400],
])('OP-40 %s is refused', async (_name, body, code, status) => {
  expect(await call('POST', 'accounts', body)).toMatchObject({ ok: false, code, status });
  expect((await call('GET', 'accounts')).accounts).toHaveLength(3);
});

test('OP-40 a reset password replaces the old one, and signs out who had it', async () => {
  const operator = await desk.operator('ada');
  const dropped = next(operator, 'disconnect');
  const { password = '' } = await call('POST', 'accounts/demo-ada/password', {});
  await dropped;
  expect((await desk.signIn('ada')).status).toBe(401);
  expect((await desk.signIn('ada', password)).status).toBe(200);
  expect(await call('POST', 'accounts/nobody/password', {})).toMatchObject({ code: 'not-found', status: 404 });
  // One’s own is changed by who knows the old one.
  expect(await call('POST', 'accounts/demo-carla/password', {})).toMatchObject({ code: 'oneself', status: 409 });
});

test('OP-41 a deactivated account is out at once, with its connections, and in again when it is activated', async () => {
  const [operator, colleague] = [await desk.operator('ada'), await desk.operator('carla')];
  const own = await cookieFor('ada');
  const dropped = next(operator, 'disconnect');
  expect(await call('PATCH', 'accounts/demo-ada', { active: false })).toMatchObject({ account: { active: false } });
  await dropped;
  expect(await call('GET', 'session', undefined, { cookie: own })).toMatchObject({ code: 'not-signed-in' });
  expect((await desk.signIn('ada')).status).toBe(401);
  expect(colleague.connected).toBe(true);
  await call('PATCH', 'accounts/demo-ada', { active: true });
  expect((await desk.signIn('ada')).status).toBe(200);
  expect(await call('GET', 'session', undefined, { cookie: own })).toMatchObject({ code: 'not-signed-in' });
});

test('OP-41 other skills, languages and offices reach who is signed in at once', async () => {
  const ada = await desk.operator('ada');
  const carla = await desk.operator('carla');
  const change = { name: 'Ada L.', skills: ['chat', 'lis'], languages: ['en'], offices: ['tributi'] };
  const own = next<DeskState>(ada, 'desk:changed', ({ me }) => me.name === 'Ada L.');
  const seen = next<DeskState>(carla, 'desk:changed', ({ colleagues }) => colleagues[0]?.name === 'Ada L.');
  expect(await call('PATCH', 'accounts/demo-ada', change)).toMatchObject({ account: change });
  expect((await own).me).toMatchObject(change);
  expect((await seen).colleagues[0]).toMatchObject(change);
  // What was not sent stays.
  await call('PATCH', 'accounts/demo-ada', { languages: ['it'] });
  expect((await call('GET', 'accounts')).accounts).toContainEqual(
    expect.objectContaining({ ...change, languages: ['it'], roles: [], active: true }),
  );
});

test('OP-41 an office that is gone may stay with who had it, but nobody else gets it', async () => {
  await call('PATCH', 'accounts/demo-ada', { offices: ['tributi'] });
  const offices = [{ id: 'urp', name: { it: 'URP', en: 'URP' }, topics: [], email: null, phone: null, note: null }];
  expect(await call('PUT', 'offices', { offices })).toMatchObject({ ok: true });
  expect(await call('PATCH', 'accounts/demo-ada', { offices: ['tributi', 'urp'] })).toMatchObject({ ok: true });
  expect(await call('PATCH', 'accounts/demo-elio', { offices: ['tributi'] })).toMatchObject({ code: 'invalid' });
});

test('OP-39 nobody deactivates themselves, and the only supervisor left stays one', async () => {
  expect(await call('PATCH', 'accounts/demo-carla', { active: false })).toMatchObject({ code: 'oneself', status: 409 });
  expect(await call('PATCH', 'accounts/demo-carla', { roles: [] })).toMatchObject({ code: 'forbidden', status: 403 });
  await call('PATCH', 'accounts/demo-elio', { roles: ['supervisor'] });
  expect(await call('PATCH', 'accounts/demo-carla', { roles: ['editor'] })).toMatchObject({ ok: true });
  // From now on she is none.
  expect(await call('GET', 'accounts')).toMatchObject({ code: 'forbidden' });
  const elio = await cookieFor('elio');
  const demote = await call('PATCH', 'accounts/demo-elio', { roles: [] }, { cookie: elio });
  expect(demote).toMatchObject({ code: 'forbidden' });
});
