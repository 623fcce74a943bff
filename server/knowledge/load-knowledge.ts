import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { WholeKnowledge, Topic } from '../../protocol/article.ts';
import type { Language } from '../../protocol/conversation.ts';
import { lexiconFile, topicsFile, type TopicsFile } from './contract.ts';
import { checkTogether, type Agreed, type Surroundings } from './cross-check.ts';
import { createReporter, type Finding } from './finding.ts';
import { withLisVideo } from './lis-files.ts';
import { readArticle, type ReadArticle, type Source } from './read-article.ts';
import { readLearned } from './learned.ts';
import { withTellingWords } from './telling-words.ts';
import { readYaml, type CheckedYaml } from './yaml.ts';
import type { ZodType } from 'zod';

export interface LoadedKnowledge {
  /** What is good; articles with errors are not in it, or as they last were without. */
  knowledge: WholeKnowledge;
  /** Where each of its articles came from, in the same order. */
  sources: Source[];
  findings: Finding[];
  /** Files that are without errors now -> their text: what to fall back on later. */
  good: Map<string, string>;
  /** Files that have errors and of which an earlier text is shown. */
  kept: Set<string>;
}

/** A file's text as it last was without errors; undefined where none is known. */
export type LastGood = (file: string) => string | undefined;

/**
 * Reads a knowledge base folder in one language. Nothing an editor writes makes it fail: what is wrong is left out, or
 * stays as it last was, and is told in the findings.
 * @throws when `topics.yaml` or `lexicon.yaml` cannot be read at all: then it is not a knowledge base
 */
export async function loadKnowledge(
  dir: string,
  lang: Language,
  lastGood: LastGood = () => undefined,
): Promise<LoadedKnowledge> {
  const findings: Finding[] = [];
  const good = new Map<string, string>();
  const kept = new Set<string>();
  const memory: Memory = { lastGood, good, kept };
  const topics = await readList(join(dir, 'topics.yaml'), topicsFile, findings, memory);
  const lexicon = await readList(join(dir, 'lexicon.yaml'), lexiconFile, findings, memory);
  const texts = await readTexts(join(dir, lang));
  const read = await readAll(texts, findings, memory);
  const { sources, featured } = agree(read, texts, { dir, lang, topics, findings }, memory);
  const withVideos = await Promise.all(sources.map((source) => withLisVideo(dir, source, findings)));
  const content = {
    lang,
    topics: topicsIn(lang, topics.value),
    articles: withTellingWords(withVideos.map(({ article }) => article)),
    lexicon: lexicon.value ?? [],
    ...(await readLearned(join(dir, 'learned.tsv'))),
    featured,
  };
  const knowledge = { ...content, version: versionOf(content) };
  return { knowledge, sources: withVideos, findings, good, kept };
}

interface Memory {
  lastGood: LastGood;
  good: Map<string, string>;
  kept: Set<string>;
}

async function readList<Value>(
  file: string,
  schema: ZodType<Value>,
  findings: Finding[],
  { lastGood, good, kept }: Memory,
): Promise<CheckedYaml<Value>> {
  const reporter = createReporter(file);
  const text = await readFile(file, 'utf8');
  const checked = readYaml(text, schema, reporter);
  findings.push(...reporter.findings);
  const before = lastGood(file);
  if (checked.value !== null) good.set(file, text);
  if (checked.value !== null || before === undefined) return checked;
  kept.add(file);
  return readYaml(before, schema, createReporter(file));
}

/** A language without a folder has no articles, and that is no mistake. */
async function readTexts(dir: string): Promise<Map<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.name.endsWith('.md') && !entry.isDirectory());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(await Promise.all(paths.map(async (path) => [path, await readText(path)] as const)));
}

/** What cannot be read has no text, and that is a mistake the reader of it will find. */
export function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

async function readAll(texts: Map<string, string>, findings: Finding[], memory: Memory): Promise<Source[]> {
  const sources: Source[] = [];
  for (const [file, text] of texts) {
    const read = await readUnlessRead(file, text);
    findings.push(...read.findings);
    const source = read.source ?? keptSource(file, memory);
    if (source !== null) sources.push(source);
  }
  return sources;
}

/** Reading a file takes some milliseconds and gives the same each time; a change touches few of them. */
const reads = new Map<string, { text: string; read: ReadArticle }>();

async function readUnlessRead(file: string, text: string): Promise<ReadArticle> {
  const known = reads.get(file);
  if (known?.text === text) return known.read;
  // Who is connected must not wait until all of them are read.
  await setImmediate();
  const read = readSafely(file, text);
  reads.set(file, { text, read });
  return read;
}

/** What makes the reader itself fail, a thousand lists in each other, is one more mistake in a file. */
function readSafely(file: string, text: string): ReadArticle {
  try {
    return readArticle(file, text);
  } catch {
    const message = 'non riesco a leggere questo testo: semplifica elenchi e link, uno dentro l’altro.';
    return { source: null, findings: [{ file, line: 1, message, severity: 'error' }] };
  }
}

function keptSource(file: string, { lastGood, kept }: Memory): Source | null {
  const before = lastGood(file);
  if (before === undefined) return null;
  kept.add(file);
  return readArticle(file, before).source;
}

/** What does not fit in with the others goes back to what it was, when it fitted then. */
function agree(read: Source[], texts: Map<string, string>, around: Surroundings, memory: Memory): Agreed {
  const first = checkTogether(read, around);
  const agreed = new Set(first.sources.map(({ file }) => file));
  for (const { file } of first.sources) if (!memory.kept.has(file)) memory.good.set(file, texts.get(file) ?? '');
  const refused = read.filter(({ file }) => !agreed.has(file) && !memory.kept.has(file));
  const before = refused.flatMap(({ file }) => keptSource(file, memory) ?? []);
  if (before.length === 0) return first;
  const inPlace = read.filter(({ file }) => agreed.has(file));
  return checkTogether([...inPlace, ...before].sort(byFile), { ...around, findings: [] });
}

const byFile = (a: Source, b: Source): number => (a.file < b.file ? -1 : 1);

function topicsIn(lang: Language, file: TopicsFile | null): Topic[] {
  return (file?.topics ?? []).map((topic) => ({ id: topic.id, ...topic[lang] }));
}

export function versionOf(content: Omit<WholeKnowledge, 'version'>): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
