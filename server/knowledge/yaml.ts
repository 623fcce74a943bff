import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  YAMLParseError,
  type Alias,
  type Document,
  type YAMLError,
} from 'yaml';
import type { ZodType } from 'zod';
import type { Reporter } from './finding.ts';

export type Path = readonly PropertyKey[];

/** Each may lead to a text full of others: more would let a few lines fill the memory. */
const AT_MOST = 10;

export interface CheckedYaml<Value> {
  /** Null when the text or its contents are not what they should be; the reporter knows why. */
  value: Value | null;
  /** Line of the file on which the thing at `path` is written; its nearest parent's where it is missing. */
  lineOf: (path: Path) => number;
}

/**
 * Reads YAML against a schema and reports what is wrong on the right line.
 * `firstLine` is the file's line on which `text` begins; `words` says what makes it no YAML.
 */
export function readYaml<Value>(
  text: string,
  schema: ZodType<Value>,
  reporter: Reporter,
  firstLine = 1,
  words: (error: YAMLError) => string = explain,
): CheckedYaml<Value> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const end = text.trimEnd().length;
  const lineAt = (offset: number): number => counter.linePos(Math.min(offset, end)).line + firstLine - 1;
  const lineOf = (path: Path): number => lineAt(offsetOf(document, path));
  for (const error of document.errors) reporter.error(lineAt(error.pos[0]), words(error));
  if (document.errors.length > 0) return { value: null, lineOf };

  const misled = misledAlias(document);
  if (misled) {
    const position = misled.range?.[0] ?? 0;
    reporter.error(lineAt(position), words(new YAMLParseError([position, position], 'BAD_ALIAS', 'leads nowhere')));
    return { value: null, lineOf };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        reporter.error(lineOf([...issue.path, key]), `«${key}» non è una voce prevista: toglila o correggi il nome.`);
    } else {
      const name = issue.path.filter((part) => typeof part === 'string').join('.');
      reporter.error(lineOf(issue.path), name === '' ? issue.message : `${name}: ${issue.message}`);
    }
  }
  return { value: null, lineOf };
}

/** One that leads nowhere; or any, where together they make more than any text needs. */
function misledAlias(document: Document): Alias | undefined {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_key, alias) => void aliases.push(alias) });
  return aliases.find((alias) => !alias.resolve(document)) ?? (aliases.length > AT_MOST ? aliases[0] : undefined);
}

/** A pair's key where it has one: the editor looks for the word, not for the value under it. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
      if (pair !== undefined && isNode(pair.key)) return pair.key.range?.[0] ?? 0;
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}

function explain(error: YAMLError): string {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return 'questa voce è scritta due volte: lasciane una sola.';
    case 'TAB_AS_INDENT':
      return 'rientra con spazi, non con il tabulatore.';
    case 'MISSING_CHAR':
      return 'manca una virgoletta o una parentesi di chiusura.';
    default:
      return (
        'non riesco a leggere questa riga: controlla i rientri, ' + 'e metti tra virgolette le frasi con i due punti.'
      );
  }
}
