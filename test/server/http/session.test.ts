import { afterEach, expect, test } from 'vitest';
import { databaseFile } from '../../../server/config.ts';
import { changeOperator } from '../../../server/identity/accounts.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import { cookieOf, next, PASSWORD, startDesk, type DeskOptions, type TestDesk } from '../realtime/harness.ts';

let desk: TestDesk;
afterEach(() => desk.close());

async function open(options: DeskOptions = {}): Promise<void> {
  desk = await startDesk(options);
}

function post(body: string, headers: Record<string, string> = {}): Promise<Response> {
  const type = { 'content-type': 'application/json', ...headers };
  return fetch(`${desk.url}/api/session`, { method: 'POST', headers: type, body });
}

const good = JSON.stringify({ username: 'ada', password: PASSWORD });

test('SE-7 signing in, being somebody, signing out: the cookie is closed to scripts and other sites, and its connections end', async () => {
  await open();
  const signedIn = await desk.signIn('ADA');
  expect(await signedIn.json()).toMatchObject({ ok: true, account: { name: 'Ada', skills: ['chat'] } });
  const header = signedIn.headers.get('set-cookie') ?? '';
  expect(header).toMatch(/^sportello-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(signedIn.headers.get('cache-control')).toBe('no-store');

  const headers = { cookie: cookieOf(signedIn) };
  const session = (method: string) => fetch(`${desk.url}/api/session`, { method, headers });
  expect(await (await session('GET')).json()).toMatchObject({ ok: true, account: { name: 'Ada' } });
  const operator = await desk.connect('/operator', { headers });
  const dropped = next(operator, 'disconnect');
  const signedOut = await session('DELETE');
  expect(signedOut.headers.get('set-cookie')).toContain('Max-Age=0');
  await dropped;
  const after = await session('GET');
  expect(after.status).toBe(200);
  expect(await after.json()).toEqual({ ok: false, code: 'not-signed-in' });
});

test('SE-7 a deactivated account is out within a moment, with its connections', async () => {
  await open({ desk: { sessionCheckMs: 50 } });
  const operator = await desk.operator('ada');
  const colleague = await desk.operator('bruno');
  const dropped = next(operator, 'disconnect');
  const store = await createSqliteStore(databaseFile(desk.dataDir), { besideDesk: true });
  await changeOperator(store, 'demo-ada', { active: false });
  await store.close();
  await dropped;
  expect((await desk.signIn('ada')).status).toBe(401);
  expect(colleague.connected).toBe(true);
});

test('SE-7 in production the cookie travels over https only, and demo origins mean nothing', async () => {
  const config = { mode: 'production', publicUrl: 'https://sportello.example' } as const;
  await open({ config });
  const refused = await post(good, { origin: desk.url });
  expect(refused.status).toBe(403);
  // No demo account exists there: the one who signs in has been added by hand.
  expect((await post(good, { origin: config.publicUrl })).status).toBe(401);
  const headers = { 'content-type': 'text/plain' };
  const cleared = await fetch(`${desk.url}/api/session`, { method: 'DELETE', headers });
  expect(cleared.headers.get('set-cookie')).toContain('; Secure');
  expect(cleared.headers.get('strict-transport-security')).toContain('max-age=');
});

test('SE-6 a wrong password and an unknown name look alike, and after five failures one waits', async () => {
  await open();
  const [wrong, unknown] = [await desk.signIn('ada', 'wrong'), await desk.signIn('nobody', 'wrong')];
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  const bodies = [await wrong.json(), await unknown.json()];
  expect(bodies).toEqual([
    { ok: false, code: 'wrong-credentials' },
    { ok: false, code: 'wrong-credentials' },
  ]);
  for (let attempt = 1; attempt < 5; attempt += 1) expect((await desk.signIn('ada', 'wrong')).status).toBe(401);
  // Not even the right password, nor the name written otherwise.
  for (const name of ['ada', ' Ada ']) {
    const throttled = await desk.signIn(name);
    expect(throttled.status).toBe(429);
    expect(Number(throttled.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await throttled.json()).toMatchObject({ ok: false, code: 'too-many', retryAfterMs: expect.any(Number) });
  }
  expect((await desk.signIn('bruno')).status).toBe(200);
});

test('SE-6 failures from one address count together, whatever the names; successes do not count', async () => {
  await open({ limits: { signIn: { perName: 5, perAddress: 3, windowMs: 60_000 } } });
  for (let time = 0; time < 5; time += 1) expect((await desk.signIn('ada')).status).toBe(200);
  for (const name of ['uno', 'due', 'tre']) expect((await desk.signIn(name, 'wrong')).status).toBe(401);
  expect((await desk.signIn('bruno')).status).toBe(429);
});

test('SE-6 signing in takes JSON from our own page and nothing else', async () => {
  await open();
  const origin = new URL(desk.url).origin;
  expect((await post(good, { origin })).status).toBe(200);
  expect((await post(good, { origin: 'http://localhost:3000' })).status).toBe(403);
  expect((await post(good, { origin: 'null' })).status).toBe(403);
  expect((await post(good, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await post(`username=ada&password=${PASSWORD}`, form)).status).toBe(400);
  expect((await post(good, { 'content-type': 'text/plain' })).status).toBe(400);
  expect((await post('{"username":')).status).toBe(400);
  expect((await post('{"username":{"$ne":null},"password":[]}')).status).toBe(400);
  const large = await post(JSON.stringify({ username: 'ada', password: 'x'.repeat(10_000) }));
  expect(large.status).toBe(413);
  expect(await large.json()).toEqual({ ok: false, code: 'too-large' });
});
