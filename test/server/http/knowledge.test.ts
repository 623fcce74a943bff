import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleTexts, Knowledge } from '../../../protocol/article.ts';
import { ourKnowledge } from '../../core/search/knowledge.ts';
import { startDesk, type TestDesk } from '../realtime/harness.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(desk.url + path, { headers });
const index = async (): Promise<Knowledge> => (await (await get('/api/knowledge/it')).json()) as Knowledge;

test('KB-71 what articles are found by comes without their texts, and the texts by id at an address of their version', async () => {
  const { version, articles } = await index();
  const whole = await ourKnowledge();
  expect(articles.map(({ id }) => id)).toEqual(whole.articles.map(({ id }) => id));
  for (const article of articles) {
    for (const later of ['office', 'sections', 'actions', 'sources']) expect(article).not.toHaveProperty(later);
    expect(article.title && article.variants.length).toBeGreaterThan(0);
  }
  const answer = await get(`/api/knowledge/it/${version}/texts`);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const texts = (await answer.json()) as ArticleTexts;
  const [first] = whole.articles;
  expect(Object.keys(texts)).toHaveLength(whole.articles.length);
  expect(texts[first?.id ?? '']).toMatchObject({
    office: first?.office,
    sections: first?.sections,
    sources: first?.sources,
  });
});

test.each(['it/0000000000000000', 'xx/0000000000000000', '__proto__/__proto__'])(
  'KB-71 the texts of %s, which is no present version, are not found and not kept',
  async (path) => {
    const answer = await get(`/api/knowledge/${path}/texts`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable');
  },
);

test('KB-71 both travel packed at their best once that is made, and unpacked to who cannot unpack', async () => {
  const { version } = await index();
  for (const path of ['/api/knowledge/it', `/api/knowledge/it/${version}/texts`]) {
    await expect
      .poll(async () => (await get(path, { 'accept-encoding': 'br' })).headers.get('content-length'), {
        timeout: 10_000,
      })
      .not.toBeNull();
    const packed = await get(path, { 'accept-encoding': 'br' });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(60 * 1024);
    const plain = await get(path, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.json()).toEqual(await packed.json());
  }
});
