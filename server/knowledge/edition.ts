import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { language } from '../../protocol/conversation.ts';
import type { FileFinding } from '../../protocol/editors.ts';
import type { Finding } from './finding.ts';
import { loadKnowledge, readText, type LastGood, type LoadedKnowledge } from './load-knowledge.ts';
import { readNotice, type Known, type NoticeSource } from './notices.ts';

/** The whole knowledge base as it was read at one time. */
export interface Edition {
  /** One for each language, Italian first; those without a folder have no articles. */
  languages: LoadedKnowledge[];
  notices: NoticeSource[];
  /** With paths relative to the knowledge base. */
  findings: FileFinding[];
  /** Every file without errors -> its text. */
  good: Map<string, string>;
}

/** @throws when the folder is no knowledge base */
export async function readEdition(dir: string, lastGood?: LastGood): Promise<Edition> {
  const languages = await Promise.all(language.options.map((lang) => loadKnowledge(dir, lang, lastGood)));
  const [italian] = languages;
  const known: Known = {
    topics: new Set(italian?.knowledge.topics.map(({ id }) => id)),
    articles: new Set(italian?.knowledge.articles.map(({ id }) => id)),
  };
  const notices = await loadNotices(dir, known, lastGood);
  const good = new Map([...languages.flatMap((one) => [...one.good]), ...notices.good]);
  const kept = new Set([...languages.flatMap((one) => [...one.kept]), ...notices.kept]);
  const shown = new Set([
    ...languages.flatMap(({ sources }) => sources.map(({ file }) => file)),
    ...notices.sources.map(({ file }) => file),
    ...good.keys(),
  ]);
  const findings = distinct([...languages.flatMap((one) => one.findings), ...notices.findings]).map((finding) => ({
    ...finding,
    file: relative(dir, finding.file),
    shown: shownOf(finding.file, shown, kept),
  }));
  return { languages, notices: notices.sources, findings, good };
}

interface LoadedNotices {
  sources: NoticeSource[];
  findings: Finding[];
  good: Map<string, string>;
  kept: Set<string>;
}

/** Those of `notices/`, where there is such a folder. One that breaks stays as it was. */
export async function loadNotices(
  dir: string,
  known: Known,
  lastGood: LastGood = () => undefined,
): Promise<LoadedNotices> {
  const loaded: LoadedNotices = { sources: [], findings: [], good: new Map(), kept: new Set() };
  const names = await readdir(join(dir, 'notices')).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.md') && one !== 'README.md').sort()) {
    const file = join(dir, 'notices', name);
    const text = await readText(file);
    const { source, findings } = readNotice(file, text, known);
    loaded.findings.push(...findings);
    const before = source === null ? lastGood(file) : undefined;
    const shown = source ?? (before === undefined ? null : readNotice(file, before, known).source);
    if (source !== null) loaded.good.set(file, text);
    else if (shown !== null) loaded.kept.add(file);
    if (shown !== null) loaded.sources.push(shown);
  }
  return loaded;
}

/** The two YAML files are read once for every language. */
export function distinct(findings: Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [`${one.file}:${one.line}:${one.message}`, one])).values()];
}

function shownOf(file: string, shown: Set<string>, kept: Set<string>): FileFinding['shown'] {
  if (kept.has(file)) return 'last-good';
  return shown.has(file) ? 'current' : 'nothing';
}
