import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Knowledge } from '../../../protocol/article.ts';
import { startDesk, type TestDesk } from '../realtime/harness.ts';

const EMBEDDING = 'https://comune.example';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ config: { origins: [EMBEDDING] } });
});
afterAll(() => desk.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(desk.url + path, { headers });

describe('SE-8 what we serve', () => {
  test.each(['/', '/console/', '/healthz', '/nothing-here', '/api/status'])(
    '%s carries a strict policy',
    async (path) => {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("style-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=(self)');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('set-cookie')).toBeNull();
    },
  );

  test('pages are for our own origin, the public API for the configured ones', async () => {
    expect((await get('/console/')).headers.get('cross-origin-resource-policy')).toBe('same-origin');
    const status = await get('/api/status', { origin: EMBEDDING });
    expect(status.headers.get('access-control-allow-origin')).toBe(EMBEDDING);
    expect(status.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(status.headers.get('vary')).toContain('Origin');
    const foreign = await get('/api/status', { origin: 'https://elsewhere.example' });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    const session = await get('/api/session', { origin: EMBEDDING });
    expect(session.status).toBe(403);
    expect(session.headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each(['http://localhost:3000', 'http://127.0.0.1:9999'])('in demo mode %s may embed too', async (origin) => {
    expect((await get('/api/status', { origin })).headers.get('access-control-allow-origin')).toBe(origin);
  });

  test.each(['null', 'http://localhost.elsewhere.example', 'http://evil.example/http://localhost'])(
    'in demo mode «%s» may not',
    async (origin) => {
      expect((await get('/api/status', { origin })).headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('nothing outside the served folders can be had', async () => {
    for (const path of ['/../package.json', '/widget/..%2f..%2fpackage.json', '/console/%2e%2e/%2e%2e/package.json']) {
      expect((await get(path)).status, path).toBeGreaterThanOrEqual(400);
    }
  });
});

test('OP-20 health is told in few words', async () => {
  const response = await get('/healthz');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok', video: false, protocol: 1 });
});

test('the knowledge base is sent once, then only its date is asked for', async () => {
  const first = await get('/api/knowledge/it');
  const knowledge = (await first.json()) as Knowledge;
  expect(knowledge.lang).toBe('it');
  expect(knowledge.articles.length).toBeGreaterThan(4);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toBe(`"${knowledge.version}"`);
  const second = await get('/api/knowledge/it', { 'if-none-match': etag, 'cache-control': 'max-age=0' });
  expect(second.status).toBe(304);
  const packed = await get('/api/knowledge/it', { 'accept-encoding': 'br' });
  expect(packed.headers.get('content-encoding')).toBe('br');
});

test.each(['/api/knowledge/xx', '/api/knowledge/__proto__', '/api/nothing', '/nothing'])(
  'what is not there is answered with a code: %s',
  async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ ok: false, code: 'not-found' });
  },
);
