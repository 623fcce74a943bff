import { Document, isCollection, isMap, isScalar, isSeq, parseDocument, YAMLMap, type Pair } from 'yaml';
import type { Office } from '../../protocol/office.ts';

/**
 * The text of a configuration file with other offices: everything outside them stays as it is to the letter, and of
 * the offices the comments and the way in which what has not changed is written.
 *
 * @returns null for a text in which they cannot be placed
 */
export function withOffices(text: string, offices: readonly Office[]): string | null {
  const document = parseDocument(text);
  const { contents } = document;
  if (document.errors.length > 0) return null;
  if (contents === null) return endedLine(text) + sectionOf(document.createPair('offices', []), offices);
  if (!isMap(contents) || contents.flow) return null;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === 'offices');
  if (!pair) return `${endedLine(text)}\n${sectionOf(document.createPair('offices', []), offices)}`;
  const [start, end] = [rangeOf(pair.key)?.[0], rangeOf(pair.value)?.[1]];
  if (start === undefined || end === undefined) return null;
  return text.slice(0, start) + sectionOf(pair, offices) + restOf(text, end);
}

/** What stays keeps its nodes, with their comments and quotes; the order is the new one. */
function sectionOf(pair: Pair, offices: readonly Office[]): string {
  const document = new Document();
  const before = isSeq(pair.value) ? pair.value : null;
  const known = before?.items.filter(isMap) ?? [];
  const nodes = offices.map((office) => {
    const node = known.find((one) => one.get('id') === office.id);
    return update(document, node ?? document.createNode({ id: office.id }), office);
  });
  const value = document.createNode(nodes);
  if (before?.commentBefore && nodes.length > 0) value.commentBefore = before.commentBefore;
  // What stands before the key stays where it is.
  const map = new YAMLMap(document.schema);
  map.items = [document.createPair('offices', value)];
  document.contents = map;
  return document.toString({ lineWidth: 0 });
}

function update(document: Document, node: YAMLMap, office: Office): YAMLMap {
  const was = node.toJS(parseDocument('')) as Record<string, unknown>;
  const is = toFile(office);
  for (const key of ['name', 'topics', 'email', 'phone', 'note'] as const) {
    if (JSON.stringify(was[key] ?? null) === JSON.stringify(is[key] ?? null)) continue;
    if (is[key] === undefined) node.delete(key);
    else node.set(key, inStyleOf(node.get(key), document.createNode(is[key])));
  }
  return node;
}

/** Names and topics are on one line, unless they were on several. */
function inStyleOf(before: unknown, node: unknown): unknown {
  if (isCollection(node)) node.flow = !isCollection(before) || before.flow === true;
  return node;
}

/** What is not there is left out. */
function toFile({ id, name, topics, email, phone, note }: Office): Partial<Record<keyof Office, unknown>> {
  return {
    id,
    name: { it: name.it, en: name.en },
    ...(topics.length > 0 && { topics }),
    ...(email !== null && { email }),
    ...(phone !== null && { phone }),
    ...(note !== null && { note }),
  };
}

function rangeOf(node: unknown): readonly number[] | undefined {
  return (isScalar(node) || isSeq(node) ? node.range : null) ?? undefined;
}

/** The section ends its own line: a comment behind the old value gets one of its own. */
function restOf(text: string, end: number): string {
  const rest = text.slice(end);
  return text[end - 1] === '\n' ? rest : rest.replace(/^[ \t]*\r?\n?/, '');
}

function endedLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
