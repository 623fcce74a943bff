import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Knowledge } from '../../protocol/article.ts';
import type { DeskStatus } from '../../protocol/status.ts';
import { createKnowledgeShelf } from '../../widget/core/knowledge-shelf.ts';
import { createStatusWatch } from '../../widget/core/status-watch.ts';
import { clock } from './citizen-kit.ts';

const STATUS: DeskStatus = {
  now: 0,
  services: { chat: { state: 'closed', opensAt: null }, lis: { state: 'unavailable' } },
  message: { dueAt: 0 },
  privacyUrl: null,
  mail: true,
  notices: [],
};
const knowledge = (lang: 'it' | 'en'): Knowledge => ({
  lang,
  version: '1',
  topics: [],
  articles: [],
  lexicon: [],
  featured: [],
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('QU-9 looks at the desk at once and every 20 seconds, while somebody looks', async () => {
  let asked = 0;
  const watch = createStatusWatch(async () => {
    asked += 1;
    return STATUS;
  }, clock);
  watch.start();
  watch.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toBe(1);
  expect(watch.value).toEqual({ name: 'known', status: STATUS });
  await vi.advanceTimersByTimeAsync(40_000);
  expect(asked).toBe(3);
  watch.stop();
  watch.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(3);
});

it('CH-85 looks at once where something else tells that it has changed, and only while somebody looks', async () => {
  let asked = 0;
  const watch = createStatusWatch(async () => {
    asked += 1;
    return STATUS;
  }, clock);
  watch.refresh();
  expect(asked).toBe(0);
  watch.start();
  await vi.advanceTimersByTimeAsync(10_000);
  watch.refresh();
  expect(asked).toBe(2);
  await vi.advanceTimersByTimeAsync(19_999);
  expect(asked).toBe(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toBe(3);
  watch.stop();
});

it('QU-9 says when it cannot tell, and goes on asking', async () => {
  let reachable = false;
  const watch = createStatusWatch(() => (reachable ? Promise.resolve(STATUS) : Promise.reject(new Error('no'))), clock);
  watch.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(watch.value).toEqual({ name: 'failed' });
  reachable = true;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(watch.value.name).toBe('known');
  watch.stop();
});

it('KB-42 takes Italian articles where there are none in the language asked for', async () => {
  const shelf = createKnowledgeShelf(async (lang) => (lang === 'it' ? knowledge('it') : null));
  await shelf.load('en');
  expect(shelf.value).toEqual({ name: 'ready', knowledge: knowledge('it'), sources: [knowledge('it')] });
});

it('KB-42 can be asked again after it failed, and lets the last question win', async () => {
  let reachable = false;
  const shelf = createKnowledgeShelf(async (lang) => {
    if (!reachable) throw new Error('no');
    if (lang === 'it') await new Promise((resolve) => setTimeout(resolve, 50));
    return knowledge(lang === 'en' ? 'en' : 'it');
  });
  await shelf.load('it');
  expect(shelf.value).toEqual({ name: 'failed' });
  reachable = true;
  const both = Promise.all([shelf.load('it'), shelf.load('en')]);
  expect(shelf.value).toEqual({ name: 'loading' });
  await vi.advanceTimersByTimeAsync(50);
  await both;
  expect(shelf.value).toMatchObject({
    name: 'ready',
    knowledge: { lang: 'en' },
    sources: [{ lang: 'en' }, { lang: 'it' }],
  });
});
