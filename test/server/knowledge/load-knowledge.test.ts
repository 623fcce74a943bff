import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../server/knowledge/load-knowledge.ts';
import { articleText } from './article-text.ts';

const OURS = join(import.meta.dirname, '../../../knowledge-base');
const TOPICS =
  'topics:\n  - id: prove\n    it: { title: Prove, description: D }\n    en: { title: Trials, description: D }\n';
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'knowledge-'));
  await writeAll({ 'topics.yaml': TOPICS, 'lexicon.yaml': '- word: prova\n  alike: [test]\n' });
});
afterEach(() => rm(dir, { recursive: true }));

async function writeAll(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
}

async function messages(): Promise<string[]> {
  const { findings } = await loadKnowledge(dir, 'it');
  return findings.map(({ file, line, message }) => `${file.slice(dir.length + 1)}:${line}: ${message}`);
}

test('KB-1 our own articles are read without a finding, and what is featured is there', async () => {
  const { knowledge, findings } = await loadKnowledge(OURS, 'it');
  expect(findings).toEqual([]);
  expect(knowledge.articles.length).toBeGreaterThanOrEqual(15);
  const ids = new Set(knowledge.articles.map(({ id }) => id));
  for (const id of knowledge.featured) expect(ids).toContain(id);
  const topics = new Set(knowledge.topics.map(({ id }) => id));
  for (const { topic, sources } of knowledge.articles) {
    expect(topics).toContain(topic);
    expect(sources.length).toBeGreaterThan(0);
  }
});

test('KB-4 a language without articles is empty, and has its own words for the topics', async () => {
  await writeAll({ 'it/prove/prova-uno.md': articleText() });
  const { knowledge, findings } = await loadKnowledge(dir, 'en');
  expect(findings).toEqual([]);
  expect(knowledge).toMatchObject({ lang: 'en', articles: [], topics: [{ id: 'prove', title: 'Trials' }] });
});

test('KB-4 the version changes with the content and with nothing else', async () => {
  await writeAll({ 'it/prove/prova-uno.md': articleText() });
  const version = async () => (await loadKnowledge(dir, 'it')).knowledge.version;
  const first = await version();
  expect(await version()).toBe(first);
  const elsewhere = await mkdtemp(join(tmpdir(), 'knowledge-'));
  await cp(dir, elsewhere, { recursive: true });
  expect((await loadKnowledge(elsewhere, 'it')).knowledge.version).toBe(first);
  await rm(elsewhere, { recursive: true });
  await writeAll({ 'it/prove/prova-uno.md': articleText({ office: 'Un altro ufficio' }) });
  expect(await version()).not.toBe(first);
});

test('KB-1 one bad article does not take the good ones along', async () => {
  await writeAll({
    'it/prove/prova-uno.md': articleText(),
    'it/prove/prova-due.md': articleText({ id: 'prova-due', title: '' }),
  });
  const { knowledge, sources } = await loadKnowledge(dir, 'it');
  expect(knowledge.articles.map(({ id }) => id)).toEqual(['prova-uno']);
  expect(sources.map(({ file }) => file)).toEqual([join(dir, 'it/prove/prova-uno.md')]);
  expect(await messages()).toEqual([expect.stringMatching(/^it\/prove\/prova-due\.md:2: title: manca/)]);
});

test.each([
  [
    'a name that is not the id',
    'it/prove/altro.md',
    {},
    /^it\/prove\/altro\.md:2: .*«altro\.md»: chiamalo «prova-uno\.md»/,
  ],
  ['the folder of another topic', 'it/bollo/prova-uno.md', {}, /:5: .*cartella «bollo»: mettilo in «prove»/],
  ['a topic nobody listed', 'it/pesca/prova-uno.md', { topic: 'pesca' }, /:5: .*«pesca» non è in topics\.yaml/],
  ['another language', 'it/prove/prova-uno.md', { lang: 'en' }, /.+/],
])('KB-1 %s is told, and the article is left out', async (_, file, change, message) => {
  await writeAll({ [file]: articleText(change, 'Risposta.\n') });
  expect((await loadKnowledge(dir, 'it')).knowledge.articles).toEqual([]);
  expect(await messages()).toEqual([expect.stringMatching(message)]);
});

test('KB-1 the second of two articles with one id is left out, and a relation to nothing is taken out', async () => {
  await writeAll({
    'topics.yaml': `featured: [prova-uno, mai-scritta]\n${TOPICS}`,
    'it/a/prove/prova-uno.md': articleText({ related: '[prova-uno, mai-scritta]' }),
    'it/prove/prova-uno.md': articleText({ office: 'Doppio' }),
  });
  const { knowledge } = await loadKnowledge(dir, 'it');
  expect(knowledge.articles).toMatchObject([{ office: 'Ufficio prove', related: [] }]);
  expect(knowledge.featured).toEqual(['prova-uno']);
  expect(await messages()).toEqual([
    expect.stringMatching(/^it\/prove\/prova-uno\.md:2: questo id è già di .*it\/a\/prove\/prova-uno\.md/),
    expect.stringMatching(/^it\/a\/prove\/prova-uno\.md:11: related: .*se stesso/),
    expect.stringMatching(/^it\/a\/prove\/prova-uno\.md:11: related: «mai-scritta» non c’è/),
    expect.stringMatching(/^topics\.yaml:1: featured: «mai-scritta» non c’è/),
  ]);
});

test.each([
  ['topics.yaml', 'topics: []\n', /^topics\.yaml:1: .*almeno un argomento/],
  [
    'topics.yaml',
    `${TOPICS}  - id: other\n    it: { title: A, description: B }\n    en: { title: A, description: B }\n`,
    /^topics\.yaml:5: .*riservato/,
  ],
  ['topics.yaml', `${TOPICS}${TOPICS.slice('topics:\n'.length)}`, /^topics\.yaml:1: .*stesso id/],
  ['lexicon.yaml', '- word: bollo\n  alike: []\n', /^lexicon\.yaml:2: alike: .*parola simile/],
  ['lexicon.yaml', 'ciao\n', /^lexicon\.yaml:1: .*elenco/],
])('KB-1 a mistake in %s is told on its line', async (file, text, message) => {
  await writeAll({ [file]: text });
  expect(await messages()).toEqual([expect.stringMatching(message)]);
});

test('KB-2 no address in our articles goes anywhere but to https, a telephone or a mailbox', async () => {
  const { sources } = await loadKnowledge(OURS, 'it');
  for (const { file } of sources) {
    const text = await readFile(file, 'utf8');
    expect(text.match(/\]\((?!https:|tel:|mailto:)[^)]*\)|href: (?!https:|tel:|mailto:).*/g) ?? []).toEqual([]);
  }
});

describe('KB-55 a link to the file of another article, or to a heading', () => {
  const two = articleText({ id: 'prova-due', title: 'Due?' }, 'Testo.\n\n## Quanto costa\n\nNiente.\n');
  const files = (link: string) => ({
    'it/prove/prova-uno.md': articleText({}, `Vedi [qui](${link}).\n\n## Dove\n\nLì.\n`),
    'it/prove/prova-due.md': two,
  });
  const summary = async () => {
    const { knowledge } = await loadKnowledge(dir, 'it');
    return JSON.stringify(knowledge.articles.find(({ id }) => id === 'prova-uno')?.summary);
  };

  test.each([
    ['prova-due.md', { id: 'prova-due' }],
    ['../prove/prova-due.md#quanto-costa', { id: 'prova-due', section: 'costs' }],
    ['#dove', { id: 'prova-uno', section: 'where' }],
  ])('«%s» leads there', async (link, target) => {
    await writeAll(files(link));
    expect(await messages()).toEqual([]);
    expect(await summary()).toContain(JSON.stringify({ type: 'article', ...target }).slice(0, -1));
  });

  test.each([
    ['mai-scritta.md', /:13: il link «mai-scritta\.md» porta a un articolo che non c’è/],
    ['../bollo/prova-due.md', /:13: il link .* porta a un articolo che non c’è/],
    ['prova-due.md#dove', /:13: il link .* porta a un titolo che in quell’articolo non c’è/],
    ['#quanto-costa', /:13: il link .* porta a un titolo che in quell’articolo non c’è/],
  ])('«%s» leads nowhere: it is told, and the words stay without a link', async (link, message) => {
    await writeAll(files(link));
    expect(await messages()).toEqual([expect.stringMatching(message)]);
    expect(await summary()).toContain('{"type":"text","text":"qui"}');
    expect(await summary()).not.toContain('"article"');
  });

  test('«#curiosita» is no heading at all: the article is left out', async () => {
    await writeAll(files('#curiosita'));
    expect(await messages()).toEqual([
      expect.stringMatching(/:13: il link «#curiosita» porta a un titolo che non c’è/),
    ]);
  });
});

describe('KB-52 a video in sign language', () => {
  const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\nCiao.\n';
  const both = '{ video: lis/prova.mp4, captions: lis/prova.vtt }';
  const good = { 'lis/prova.mp4': 'film', 'lis/prova.vtt': captions };

  test('is there with its captions', async () => {
    await writeAll({ ...good, 'it/prove/prova-uno.md': articleText({ lis: both }) });
    expect(await messages()).toEqual([]);
    const { knowledge } = await loadKnowledge(dir, 'it');
    expect(knowledge.articles[0]?.lis).toEqual({
      video: expect.stringMatching(/^api\/lis\/prova\.mp4\?v=[0-9a-f]{12}$/),
      type: 'video/mp4',
      captions: expect.stringMatching(/^api\/lis\/prova\.vtt\?v=[0-9a-f]{12}$/),
    });
  });

  test.each([
    ['no captions in the article', { ...good }, '{ video: lis/prova.mp4 }', /lis\.captions: manca: un video in LIS/],
    [
      'an address somewhere else',
      good,
      '{ video: "https://example.org/a.mp4", captions: lis/prova.vtt }',
      /lis\.video/,
    ],
    ['a path that climbs', good, '{ video: lis/../prova.mp4, captions: lis/prova.vtt }', /lis\.video/],
    ['no video file', { 'lis/prova.vtt': captions }, both, /lis: il file «lis\/prova\.mp4» non c’è/],
    ['no captions file', { 'lis/prova.mp4': 'film' }, both, /lis: i sottotitoli .* non ci sono/],
    ['captions that are none', { ...good, 'lis/prova.vtt': 'ciao' }, both, /lis: .*WebVTT/],
    ['captions without any', { ...good, 'lis/prova.vtt': 'WEBVTT\n' }, both, /nessun sottotitolo/],
  ])('with %s is refused', async (_, files, lis, message) => {
    await writeAll({ ...files, 'it/prove/prova-uno.md': articleText({ lis }) });
    expect((await loadKnowledge(dir, 'it')).knowledge.articles[0]?.lis).toBeUndefined();
    expect(await messages()).toEqual([expect.stringMatching(message)]);
  });
});
