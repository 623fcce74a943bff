import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knowledge, Topic } from '../../protocol/article.ts';
import type { Language } from '../../protocol/conversation.ts';
import { lexiconFile, topicsFile, type TopicsFile } from './contract.ts';
import { checkTogether } from './cross-check.ts';
import { createReporter, type Finding } from './finding.ts';
import { readArticle, type Source } from './read-article.ts';
import { readYaml, type CheckedYaml } from './yaml.ts';
import type { ZodType } from 'zod';

export interface LoadedKnowledge {
  /** What is good; articles with errors are not in it. */
  knowledge: Knowledge;
  /** Where each of its articles came from, in the same order. */
  sources: Source[];
  findings: Finding[];
}

/**
 * Reads a knowledge base folder in one language. Nothing an editor writes makes it fail: what is wrong is left out and
 * told in the findings.
 * @throws when `topics.yaml` or `lexicon.yaml` cannot be read at all: then it is not a knowledge base
 */
export async function loadKnowledge(dir: string, lang: Language): Promise<LoadedKnowledge> {
  const findings: Finding[] = [];
  const topics = await readList(join(dir, 'topics.yaml'), topicsFile, findings);
  const lexicon = await readList(join(dir, 'lexicon.yaml'), lexiconFile, findings);
  const read = await readArticles(join(dir, lang), findings);
  const { sources, featured } = checkTogether(read, { dir, lang, topics, findings });
  const content = {
    lang,
    topics: topicsIn(lang, topics.value),
    articles: sources.map(({ article }) => article),
    lexicon: lexicon.value ?? [],
    featured,
  };
  return { knowledge: { ...content, version: versionOf(content) }, sources, findings };
}

async function readList<Value>(file: string, schema: ZodType<Value>, findings: Finding[]): Promise<CheckedYaml<Value>> {
  const reporter = createReporter(file);
  const checked = readYaml(await readFile(file, 'utf8'), schema, reporter);
  findings.push(...reporter.findings);
  return checked;
}

/** A language without a folder has no articles, and that is no mistake. */
async function readArticles(dir: string, findings: Finding[]): Promise<Source[]> {
  const names = await readdir(dir, { recursive: true }).catch(() => []);
  const files = names.filter((name) => name.endsWith('.md')).map((name) => join(dir, name));
  const read = await Promise.all(files.sort().map(async (file) => readArticle(file, await readFile(file, 'utf8'))));
  findings.push(...read.flatMap((one) => one.findings));
  return read.flatMap(({ source }) => (source === null ? [] : [source]));
}

function topicsIn(lang: Language, file: TopicsFile | null): Topic[] {
  return (file?.topics ?? []).map((topic) => ({ id: topic.id, ...topic[lang] }));
}

function versionOf(content: Omit<Knowledge, 'version'>): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
