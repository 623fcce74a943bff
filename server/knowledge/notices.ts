import { basename } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block } from '../../protocol/article.ts';
import type { Notice } from '../../protocol/notice.ts';
import { countWords, plainText } from '../../widget/search/plain-text.ts';
import { createBlockReader } from './blocks.ts';
import { noticeFrontMatter } from './contract.ts';
import { createReporter, hasErrors, type Finding, type Reporter } from './finding.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readYaml } from './yaml.ts';

/** A notice beside the file it was read from. */
export interface NoticeSource {
  file: string;
  notice: Notice;
}

/** What a notice may be about. */
export interface Known {
  topics: ReadonlySet<string>;
  articles: ReadonlySet<string>;
}

const ENGLISH = 'in english';
const MOST_WORDS = 60;

/** One Markdown file's text -> one notice, or the reasons why not. */
export function readNotice(
  file: string,
  text: string,
  known: Known,
): { source: NoticeSource | null; findings: Finding[] } {
  const reporter = createReporter(file);
  const { findings } = reporter;
  const parts = splitFrontMatter(text);
  if (parts === null) {
    reporter.error(1, 'comincia il file con una riga «---», le voci (id, from, until…) e un’altra riga «---».');
    return { source: null, findings };
  }
  const { value, lineOf } = readYaml(parts.front, noticeFrontMatter, reporter, 2);
  const body = readBody(parts.body, parts.bodyLine, reporter);
  if (value === null) return { source: null, findings };
  const line = (entry: string): number => lineOf([entry]);
  if (value.id !== basename(file, '.md'))
    reporter.error(line('id'), `il file si chiama «${basename(file)}»: chiamalo «${value.id}.md» o correggi l’id.`);
  if (value.until <= value.from) reporter.error(line('until'), 'until: scrivi un momento dopo «from».');
  for (const entry of ['topics', 'articles'] as const)
    for (const [index, id] of value[entry].entries())
      if (!known[entry].has(id)) reporter.error(lineOf([entry, index]), `${entry}: «${id}» non c’è: correggi l’id.`);
  return { source: hasErrors(findings) ? null : { file, notice: { ...value, text: body } }, findings };
}

/** The Italian text, and under its own heading the English one. */
function readBody(text: string, firstLine: number, reporter: Reporter): Notice['text'] {
  const reader = createBlockReader(reporter, { folder: '', file: '', firstLine, sectionOf: () => undefined });
  const it: Block[] = [];
  const en: Block[] = [];
  let target = it;
  for (const node of fromMarkdown(text).children) {
    if (node.type !== 'heading') target.push(...reader.block(node));
    else if (isEnglishHeading(text, node.position?.start.offset ?? 0)) target = en;
    else reporter.error(reader.lineOf(node), 'qui c’è un solo titolo possibile: «## In English».');
  }
  for (const { line } of reader.references) reporter.error(line, 'in un avviso scrivi i link per intero: https://….');
  for (const blocks of [it, ...(target === en ? [en] : [])]) {
    const words = countWords(plainText(blocks));
    if (words === 0) reporter.error(firstLine, 'manca il testo dell’avviso: scrivilo.');
    if (words > MOST_WORDS) reporter.error(firstLine, `l’avviso ha ${words} parole: portalo a ${MOST_WORDS} o meno.`);
  }
  return en.length > 0 ? { it, en } : { it };
}

function isEnglishHeading(text: string, offset: number): boolean {
  const line = text.slice(offset).split('\n', 1)[0] ?? '';
  return line.replace(/^## /, '').trim().toLowerCase() === ENGLISH;
}

/** Those that hold at a moment, the newest first. */
export function noticesAt(notices: readonly Notice[], at: number): Notice[] {
  return notices.filter(({ from, until }) => from <= at && at < until).sort((a, b) => b.from - a.from);
}

/** The next moment at which `noticesAt` changes; null for never. */
export function nextChange(notices: readonly Notice[], at: number): number | null {
  const later = notices.flatMap(({ from, until }) => [from, until]).filter((moment) => moment > at);
  return later.length === 0 ? null : Math.min(...later);
}
