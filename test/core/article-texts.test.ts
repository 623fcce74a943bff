import { expect, test } from 'vitest';
import type { ArticleTexts, Knowledge } from '../../protocol/article.ts';
import { textsFor } from '../../widget/core/article-texts.ts';
import { createI18n } from '../../widget/core/i18n.ts';
import { createKnowledgeShelf } from '../../widget/core/knowledge-shelf.ts';
import { words } from '../../widget/locales/words.ts';
import { article, SHELF, text } from './shelf-kit.ts';

const knowledge = (version: string, lang: 'it' | 'en' = 'it'): Knowledge => {
  const {
    office: _office,
    sections: _sections,
    actions: _actions,
    sources: _sources,
    ...head
  } = article('una', `Una domanda, ${version}?`, { lang });
  return { ...SHELF, lang, version, articles: [head] };
};
const texts = (words: string): ArticleTexts => ({
  una: { office: 'Ufficio', sections: [{ name: 'notes', blocks: text(words) }], actions: [], sources: [] },
});
const i18n = await createI18n({ lang: 'it', resources: words.panel });

/** A server whose present version is `now`, and a shelf that was filled from it. */
async function open({ lang = 'it' }: { lang?: string } = {}) {
  const server = { now: 'a', reachable: true, asked: [] as string[], waiting: Promise.resolve() };
  const shelf = createKnowledgeShelf(async (wanted) => knowledge(server.now, wanted === 'en' ? 'en' : 'it'));
  const fetchTexts = async (of: string, version: string): Promise<ArticleTexts | null> => {
    server.asked.push(`${of} ${version}`);
    await server.waiting;
    if (!server.reachable) throw new Error('no server');
    return version === server.now ? texts(`${of} ${version}`) : null;
  };
  await shelf.load(lang);
  const desk = { shelf, fetchTexts, i18n };
  const read = () => {
    const now = shelf.value;
    const [head] = now.name === 'ready' ? now.knowledge.articles : [];
    return head && textsFor(desk).whole(head);
  };
  return { server, shelf, desk, read };
}

test('KB-71 an article has its head at once and its text when that has come, the same one each time', async () => {
  const { desk, read, server } = await open();
  const store = textsFor(desk);
  expect([store.value, read()?.title, read()?.sections]).toEqual(['loading', 'Una domanda, a?', undefined]);
  await expect.poll(() => store.value).toBe('ready');
  expect(read()?.sections).toEqual(texts('it a')['una']?.sections);
  expect(read()).toBe(read());
  expect(textsFor(desk)).toBe(store);
  expect(server.asked).toEqual(['it a']);
});

test('KB-71 texts of both languages are fetched, and each article has that of its own', async () => {
  const { desk, read, server } = await open({ lang: 'en' });
  await expect.poll(() => textsFor(desk).value).toBe('ready');
  expect(server.asked.toSorted()).toEqual(['en a', 'it a']);
  expect(read()?.sections).toEqual(texts('en a')['una']?.sections);
});

test('KB-71 what could not be had is asked for again when somebody wants it', async () => {
  const { desk, read, server } = await open();
  server.reachable = false;
  const store = textsFor(desk);
  await expect.poll(() => store.value).toBe('failed');
  server.reachable = true;
  store.retry();
  expect(store.value).toBe('loading');
  await expect.poll(() => store.value).toBe('ready');
  expect(read()?.sections).toBeDefined();
});

test('KB-71 where the server has gone on to another version, the articles are fetched again with their texts', async () => {
  const { desk, read, server } = await open();
  server.now = 'b';
  await expect.poll(() => textsFor(desk).value).toBe('ready');
  expect(server.asked).toEqual(['it a', 'it b']);
  expect(read()).toMatchObject({ title: 'Una domanda, b?', sections: texts('it b')['una']?.sections });
});

test('KB-71 a server that never has the texts of its own articles is not asked for ever', async () => {
  const { desk, shelf, server } = await open();
  const store = textsFor({ ...desk, fetchTexts: async () => null });
  await expect.poll(() => store.value).toBe('failed');
  expect(shelf.value.name).toBe('ready');
  server.now = 'b';
  store.retry();
  await expect.poll(() => store.value).toBe('failed');
});

test('KB-71 no article gets a text of another version', async () => {
  const { desk, shelf, server, read } = await open();
  await expect.poll(() => textsFor(desk).value).toBe('ready');
  let go = (): void => {};
  server.waiting = new Promise((resolve) => (go = resolve));
  server.now = 'b';
  await shelf.load('it');
  expect([textsFor(desk).value, read()?.title, read()?.sections]).toEqual(['loading', 'Una domanda, b?', undefined]);
  go();
  await expect.poll(() => textsFor(desk).value).toBe('ready');
  expect(read()?.sections).toEqual(texts('it b')['una']?.sections);
});
