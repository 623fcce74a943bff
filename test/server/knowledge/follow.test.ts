import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeskState } from '../../../protocol/desk.ts';
import type { Knowledge } from '../../../protocol/article.ts';
import type { DeskStatus } from '../../../protocol/status.ts';
import { next, startDesk, type DeskOptions, type TestDesk } from '../realtime/harness.ts';
import { articleText } from './article-text.ts';
import { makeFolder, noticeText, TOPICS, type Folder } from './folder.ts';

const ONE = 'it/prove/prova-uno.md';
const TWO = 'it/prove/prova-due.md';
let folder: Folder;
let desk: TestDesk;

beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(async () => {
  await desk.close();
  await folder.remove();
});

async function open(options: DeskOptions = {}): Promise<void> {
  const watchTimes = { quietMs: 20, pollMs: 60_000 };
  desk = await startDesk({ knowledgeDir: folder.dir, watchTimes, ...options });
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(desk.url + path, { headers });
const knowledge = async (lang = 'it') => (await (await get(`/api/knowledge/${lang}`)).json()) as Knowledge;
const titles = async () => (await knowledge()).articles.map(({ title }) => title);
const status = async () => (await (await get('/api/status')).json()) as DeskStatus;
const soon = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 8_000, interval: 40 });

test('KB-50 a running server takes up what changes in the folder: new, changed and removed articles, with a new version', async () => {
  await open();
  const before = await knowledge();
  const etag = `"${before.version}"`;
  const asked = (tag: string) => get('/api/knowledge/it', { 'if-none-match': tag, 'cache-control': 'max-age=0' });
  expect((await asked(etag)).status).toBe(304);

  await folder.write({ [TWO]: articleText({ id: 'prova-due', title: 'E la seconda?' }) });
  await soon(async () => expect(await titles()).toEqual(['E la seconda?', 'Come si fa la prova?']));
  const answer = await asked(etag);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('etag')).not.toBe(etag);

  await folder.write({ [ONE]: articleText({ title: 'E adesso?' }) });
  await soon(async () => expect(await titles()).toEqual(['E la seconda?', 'E adesso?']));
  await rm(folder.path(TWO));
  await folder.write({ [ONE]: articleText() });
  await soon(async () => expect(await knowledge()).toEqual(before));
});

test('KB-50 a file saved by putting another in its place is taken up, and so is a first article in a new language', async () => {
  await open();
  await writeFile(folder.path('.new'), articleText({ title: 'Al posto suo?' }));
  await rename(folder.path('.new'), folder.path(ONE));
  await soon(async () => expect(await titles()).toEqual(['Al posto suo?']));
  expect((await get('/api/knowledge/en')).status).toBe(404);
  await folder.write({ 'en/prove/prova-uno.md': articleText({ lang: 'en' }, 'Do it.\n') });
  await soon(async () => expect((await knowledge('en')).articles.map(({ id }) => id)).toEqual(['prova-uno']));
});

test('KB-50 where the system tells of nothing the folder is looked at: a whole other folder in its place', async () => {
  await open({ watchTimes: { quietMs: 20, pollMs: 100 } });
  const other = await makeFolder({ [ONE]: articleText({ title: 'Tutta nuova?' }) });
  await rename(folder.dir, `${folder.dir}-old`);
  await rename(other.dir, folder.dir);
  await soon(async () => expect(await titles()).toEqual(['Tutta nuova?']));
  await rm(`${folder.dir}-old`, { recursive: true });
});

test('KB-50 whoever asks while files change gets one whole edition or the other', async () => {
  const edition = (name: string): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [
        `it/prove/prova-${n}.md`,
        articleText({ id: `prova-${n}`, title: `Prova ${n} ${name}?`, office: name }),
      ]),
    );
  await folder.write(edition('prima'));
  await open({ watchTimes: { quietMs: 150, pollMs: 60_000 } });
  const seen = new Set<string>();
  const writing = folder.write(edition('dopo'));
  await soon(async () => {
    const editions = new Set((await knowledge()).articles.map(({ title }) => /prima|dopo/.exec(title)?.[0]));
    editions.delete(undefined);
    seen.add([...editions].join('+'));
    expect(seen).toContain('dopo');
  });
  await writing;
  expect([...seen].sort()).toEqual(['dopo', 'prima']);
});

test('KB-51 an article that breaks stays as it last was, also through a restart, until it is mended', async () => {
  await open();
  await folder.write({
    [ONE]: articleText({ title: '' }),
    [TWO]: articleText({ id: 'prova-due', title: 'Buona?' }),
  });
  // The second one tells that the first was read.
  await soon(async () => expect(await titles()).toEqual(['Buona?', 'Come si fa la prova?']));
  await desk.restart();
  expect(await titles()).toEqual(['Buona?', 'Come si fa la prova?']);
  await folder.write({ [ONE]: articleText({ title: 'Di nuovo buona?' }) });
  await soon(async () => expect(await titles()).toEqual(['Buona?', 'Di nuovo buona?']));
});

test('KB-51 a new id that is another’s, lists that break and a folder that is gone leave what is shown as it was', async () => {
  await folder.write({ [TWO]: articleText({ id: 'prova-due', title: 'Due?' }) });
  await open();
  const before = await knowledge();
  await folder.write({
    [ONE]: articleText({ id: 'prova-due' }),
    'topics.yaml': 'topics: [\n',
    'lexicon.yaml': '- word\n',
    'notices/fermo.md': noticeText({ from: '2000-01-01', until: '2999-01-01' }),
  });
  await soon(async () => expect((await status()).notices).toHaveLength(1));
  expect(await knowledge()).toEqual(before);

  await rm(folder.path('topics.yaml'));
  await folder.write({ 'notices/altro.md': noticeText({ id: 'altro', from: '2000-01-01', until: '2999-01-01' }) });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await knowledge()).toEqual(before);
  expect((await status()).notices).toHaveLength(1);
  await folder.write({ 'topics.yaml': TOPICS });
  await soon(async () => expect((await status()).notices).toHaveLength(2));
});

test('KB-51 nothing an editor puts into the folder stops the server', async () => {
  await open();
  await folder.write({
    'it/prove/vuoto.md': '',
    'it/prove/binario.md': Buffer.from([0, 255, 254, 1, 2]),
    'it/prove/enorme.md': `---\n${'x'.repeat(2_000_000)}`,
    'it/prove/annidato.md': articleText({ id: 'annidato' }, '- '.repeat(10_000)),
    'it/prove/script.md': articleText({ id: 'script' }, '<script>alert(1)</script>\n'),
    'it/prove/__proto__.md': articleText({ id: '__proto__' }),
    'notices/rotto.md': '---\nid: [\n---\n',
    'it/prove/cartella.md/dentro.txt': '?',
    [TWO]: articleText({ id: 'prova-due', title: 'Buona?' }),
  });
  await soon(async () => expect(await titles()).toEqual(['Buona?', 'Come si fa la prova?']));
});

test('KB-53 a notice is told to citizens and operators when its time comes, and not after', async () => {
  // Five seconds before its end: time enough to open everything, on a busy machine too.
  let now = Date.UTC(2026, 10, 21, 12, 59, 55);
  const started = performance.now();
  await folder.write({ 'notices/fermo.md': noticeText({ until: '2026-11-21 14:00', topics: '[prove]' }) });
  await open({ now: () => now + Math.round(performance.now() - started) });
  const operator = await desk.operator('ada');
  expect((await status()).notices).toMatchObject([{ id: 'fermo', topics: ['prove'] }]);
  // Nobody asks, nobody touches the folder: the clock alone takes it away.
  await next<DeskState>(operator, 'desk:changed', ({ notices }) => notices.length === 0);
  expect((await status()).notices).toEqual([]);
  now += 60_000;
  const told = next<DeskState>(operator, 'desk:changed', ({ notices }) => notices.length === 1);
  await folder.write({ 'notices/fermo.md': noticeText({ until: '2026-11-21 18:00' }, 'Ancora fermo.\n') });
  expect((await told).notices).toEqual((await status()).notices);
});

test('KB-54 an article is sent from its first day to its last, and nothing leads to it before and after', async () => {
  let now = Date.UTC(2026, 10, 20, 22, 59);
  await folder.write({
    'topics.yaml': `featured: [prova-due]\n${TOPICS}`,
    [ONE]: articleText({ related: '[prova-due]' }, 'Vedi [qui](prova-due.md).\n'),
    [TWO]: articleText({ id: 'prova-due', 'valid-from': '2026-11-21', 'valid-until': '2026-11-21' }),
  });
  await open({ now: () => now });
  const words = { type: 'text', text: 'qui' };
  const paragraph = async () => JSON.stringify((await knowledge()).articles.at(-1)?.summary);
  expect(await knowledge()).toMatchObject({ articles: [{ id: 'prova-uno', related: [] }], featured: [] });
  expect(await paragraph()).not.toContain('"article"');
  expect(await paragraph()).toContain(JSON.stringify(words));
  const { version } = await knowledge();
  now += 60_000;
  expect(await knowledge()).toMatchObject({ articles: [{ id: 'prova-due' }, { related: ['prova-due'] }] });
  expect((await knowledge()).version).not.toBe(version);
  expect(await paragraph()).toContain('{"type":"article","id":"prova-due"');
  now += 24 * 60 * 60_000;
  expect((await knowledge()).version).toBe(version);
});

test('KB-52 a video in sign language is sent with its captions, and changes its address with its content', async () => {
  const lis = '{ video: lis/prova.webm, captions: lis/prova.vtt }';
  await folder.write({
    'lis/prova.webm': Buffer.from('not really a film'),
    'lis/prova.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\nVai allo sportello.\n',
    'lis/segreto.txt': 'no',
    [ONE]: articleText({ lis }),
  });
  await open();
  const video = async () => (await knowledge()).articles[0]?.lis?.video ?? '';
  const first = await video();
  const captions = (await knowledge()).articles[0]?.lis?.captions ?? '';
  const answer = await get(`/${captions}`, { origin: 'http://localhost:3000' });
  expect(await answer.text()).toContain('Vai allo sportello.');
  expect(answer.headers.get('content-type')).toContain('text/vtt');
  expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
  const piece = await get(`/${first}`, { range: 'bytes=0-2' });
  expect([piece.status, await piece.text(), piece.headers.get('content-type')]).toEqual([206, 'not', 'video/webm']);
  for (const path of ['/api/lis/segreto.txt', '/api/lis/..%2ftopics.yaml', '/api/lis/', '/api/lis/nulla.webm'])
    expect((await get(path)).status, path).toBe(404);
  await folder.write({ 'lis/prova.webm': Buffer.from('another film') });
  await soon(async () => expect(await video()).not.toBe(first));
  await rm(join(folder.dir, 'lis/prova.vtt'));
  await soon(async () => expect((await knowledge()).articles[0]?.lis).toBeUndefined());
});
