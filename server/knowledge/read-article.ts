import type { Article } from '../../protocol/article.ts';
import { readBody } from './body.ts';
import { frontMatter, type FrontMatter } from './contract.ts';
import { createReporter, hasErrors, type Finding } from './finding.ts';
import { readYaml, type Path } from './yaml.ts';

/** An article beside the file it was read from. */
export interface Source {
  file: string;
  article: Article;
  /** The file's line on which a front matter entry is written. */
  lineOf: (path: Path) => number;
}

export interface ReadArticle {
  /** Null when the file has errors. */
  source: Source | null;
  findings: Finding[];
}

/** One Markdown file's text -> one article, or the reasons why not. `file` only names it in the findings. */
export function readArticle(file: string, text: string): ReadArticle {
  const reporter = createReporter(file);
  const parts = split(text);
  if (parts === null) {
    reporter.error(1, 'comincia il file con una riga «---», le voci (id, title…) e un’altra riga «---».');
    return { source: null, findings: reporter.findings };
  }
  const { value, lineOf } = readYaml(parts.front, frontMatter, reporter, 2);
  const body = readBody(parts.body, value?.lang ?? 'it', reporter, parts.bodyLine);
  if (value !== null && value['verify-by'] <= value.updated)
    reporter.error(lineOf(['verify-by']), 'verify-by: scrivi una data dopo «updated».');
  if (value === null || hasErrors(reporter.findings)) return { source: null, findings: reporter.findings };
  return { source: { file, article: { ...described(value), ...body }, lineOf }, findings: reporter.findings };
}

function described({ 'verify-by': verifyBy, ...front }: FrontMatter): Omit<Article, 'summary' | 'sections'> {
  return { ...front, verifyBy };
}

/** The text between the two lines of dashes, and what comes after them. */
function split(text: string): { front: string; body: string; bodyLine: number } | null {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\n)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null) return null;
  return {
    front: match[1] ?? '',
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}
