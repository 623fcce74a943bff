import type { Article } from '../../protocol/article.ts';
import { readBody, type Body } from './body.ts';
import { frontMatter, type FrontMatter } from './contract.ts';
import { createReporter, hasErrors, type Finding, type Reporter } from './finding.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Reference } from './references.ts';
import { readYaml, type Path } from './yaml.ts';

/** An article beside the file it was read from. */
export interface Source {
  file: string;
  /** Its telling words are not known before all articles are. */
  article: Article;
  /** The file's line on which a front matter entry is written. */
  lineOf: (path: Path) => number;
  /** Its links to other articles and to sections. */
  references: Reference[];
  /** The files of its video in sign language, below the knowledge base. */
  lis: FrontMatter['lis'];
}

export interface ReadArticle {
  /** Null when the file has errors. */
  source: Source | null;
  findings: Finding[];
}

/** Ten times our longest. */
const MOST_CHARACTERS = 30_000;

/** One Markdown file's text -> one article, or the reasons why not. `file` only names it in the findings. */
export function readArticle(file: string, text: string): ReadArticle {
  const reporter = createReporter(file);
  if (text.length > MOST_CHARACTERS) {
    reporter.error(1, `il file ha più di ${MOST_CHARACTERS} caratteri: dividi la risposta in più articoli.`);
    return { source: null, findings: reporter.findings };
  }
  const parts = splitFrontMatter(text);
  if (parts === null) {
    reporter.error(1, 'comincia il file con una riga «---», le voci (id, title…) e un’altra riga «---».');
    return { source: null, findings: reporter.findings };
  }
  const { value, lineOf } = readYaml(parts.front, frontMatter, reporter, 2);
  const bodyText = { text: parts.body, file, firstLine: parts.bodyLine, lang: value?.lang ?? 'it' };
  const { body, references } = readBody(bodyText, reporter);
  if (value !== null) checkDates(value, lineOf, reporter);
  const { findings } = reporter;
  if (value === null || hasErrors(findings)) return { source: null, findings };
  return {
    source: { file, article: { ...described(value), ...body, words: '' }, lineOf, references, lis: value.lis },
    findings,
  };
}

function checkDates(front: FrontMatter, lineOf: (path: Path) => number, reporter: Reporter): void {
  const { 'valid-from': from, 'valid-until': until } = front;
  if (front['verify-by'] <= front.updated)
    reporter.error(lineOf(['verify-by']), 'verify-by: scrivi una data dopo «updated».');
  if (from !== undefined && until !== undefined && until < from)
    reporter.error(lineOf(['valid-until']), 'valid-until: scrivi una data che non venga prima di «valid-from».');
}

/** Without the video: whether its files are there is seen elsewhere. */
function described(front: FrontMatter): Omit<Article, keyof Body | 'words'> {
  const { lis: _video, 'verify-by': verifyBy, 'valid-from': validFrom, 'valid-until': validUntil, ...same } = front;
  return {
    ...same,
    verifyBy,
    ...(validFrom !== undefined && { validFrom }),
    ...(validUntil !== undefined && { validUntil }),
  };
}
