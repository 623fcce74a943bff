/**
 * `npm run search [-- --json] [--knowledge FOLDER]`: reads one question a line on stdin and writes one answer a line, as it comes, with the
 * engine and the articles of the widget. With --json each line is {"q","lang","decision","hits":[{"id","score"}]}, and for
 * several questions in one also "parts": an object like it for each of them.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createSearch, type SearchAnswer } from '../../widget/search/index.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { isArgumentError } from './argument-error.ts';

const OURS = join(import.meta.dirname, '../../knowledge-base');
const USAGE = 'npm run search [-- --json] [--knowledge FOLDER], questions on standard input, one a line';
const OPTIONS = {
  json: { type: 'boolean', default: false },
  knowledge: { type: 'string', default: OURS },
  help: { type: 'boolean', default: false },
} as const;

const values = options();

const { knowledge } = await loadKnowledge(values.knowledge, 'it');
const { knowledge: english } = await loadKnowledge(values.knowledge, 'en');
const search = createSearch(knowledge, english);
const titles = new Map(knowledge.articles.map(({ id, title }) => [id, title]));

// A reader that has had enough (`| head`) closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

for await (const question of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const answer = search.ask(question);
  process.stdout.write(`${values.json ? asJson(question, answer) : asText(question, answer)}\n`);
}

function options() {
  try {
    const { values: given } = parseArgs({ options: OPTIONS });
    if (!given.help) return given;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    if (!isArgumentError(error)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(1);
  }
}

function asJson(q: string, { lang, decision, hits, parts }: SearchAnswer): string {
  const several = parts.map(({ question, ...part }) => ({ q: question, ...part }));
  return JSON.stringify({ q, lang, decision, hits, ...(several.length > 0 && { parts: several }) });
}

function asText(question: string, { lang, decision, hits, emergency }: SearchAnswer): string {
  const contacts = emergency?.contacts.map(({ number }) => number).join(', ');
  const head = `${question}\n  ${decision} (${lang})${contacts === undefined ? '' : ` ${contacts}`}`;
  return [head, ...hits.map(({ id, score }) => `  ${score.toFixed(3)}  ${titles.get(id) ?? id} [${id}]`)].join('\n');
}
