/**
 * `npm run bench:search [-- --json] [-- --queries FILE]`: how often the search finds what was asked, by kind of
 * question. Without --queries it runs bench/data/questions.jsonl; see bench/data/README.md.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { loadKnowledge } from '../server/knowledge/load-knowledge.ts';
import { createSearch, type Decision, type Search } from '../widget/search/index.ts';

const question = z.object({
  q: z.string(),
  /** Articles that answer it; `EMERGENZA` asks for the emergency numbers; empty is out of scope, or a look-alike. */
  ids: z.array(z.string()),
  kind: z.string(),
});
type Question = z.infer<typeof question>;

interface Result extends Question {
  decision: Decision;
  /** Place of the first right hit, from 1; null when it is not among the hits. */
  place: number | null;
}

const EMERGENCY = 'EMERGENZA';
/** Sounds like an emergency and is none: only the false alarm counts. */
const LOOK_ALIKE = 'look-alike';
const here = import.meta.dirname;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    queries: { type: 'string', default: join(here, 'data/questions.jsonl') },
  },
});
const { knowledge } = await loadKnowledge(join(here, '../knowledge-base'), 'it');
const results = await run(createSearch(knowledge), values.queries);
const figures = summarise(results);
if (values.misses) for (const result of results.filter(isMiss)) console.log(JSON.stringify(result));
console.log(values.json ? JSON.stringify({ articles: knowledge.articles.length, ...figures }) : asText(figures));

async function run(search: Search, file: string): Promise<Result[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const asked = question.parse(JSON.parse(line));
    const { decision, hits } = search.ask(asked.q);
    const at = hits.findIndex(({ id }) => asked.ids.includes(id));
    return { ...asked, decision, place: at < 0 ? null : at + 1 };
  });
}

function summarise(results: Result[]) {
  const emergencies = results.filter(isEmergency);
  const others = results.filter((result) => !isEmergency(result));
  const outside = others.filter(({ ids, kind }) => ids.length === 0 && kind !== LOOK_ALIKE);
  const inside = others.filter(({ ids }) => ids.length > 0);
  const kinds = [...new Set(inside.map(({ kind }) => kind))].sort();
  return {
    inScope: found(inside),
    byKind: Object.fromEntries(kinds.map((kind) => [kind, found(inside.filter((result) => result.kind === kind))])),
    outOfScope: { questions: outside.length, none: share(outside, ({ decision }) => decision === 'none') },
    emergencies: {
      questions: emergencies.length,
      recall: share(emergencies, ({ decision }) => decision === 'emergency'),
    },
    falseAlarms: share(others, ({ decision }) => decision === 'emergency'),
  };
}

function found(results: Result[]) {
  return {
    questions: results.length,
    top1: share(results, ({ place }) => place === 1),
    top3: share(results, ({ place }) => place !== null && place <= 3),
    refused: share(results, ({ decision }) => decision === 'none'),
    answered: share(results, ({ decision }) => decision === 'answer'),
    answeredWrong: share(results, ({ decision, place }) => decision === 'answer' && place !== 1),
  };
}

function isEmergency({ ids }: Result): boolean {
  return ids.includes(EMERGENCY);
}

function isMiss(result: Result): boolean {
  if (isEmergency(result)) return result.decision !== 'emergency';
  if (result.kind === LOOK_ALIKE) return result.decision === 'emergency';
  return result.ids.length === 0 ? result.decision !== 'none' : result.place !== 1 || result.decision === 'none';
}

/** Per cent with one decimal; null of nothing. */
function share(results: Result[], test: (result: Result) => boolean): number | null {
  return results.length === 0 ? null : Math.round((results.filter(test).length / results.length) * 1000) / 10;
}

function asText({ inScope, byKind, outOfScope, emergencies, falseAlarms }: ReturnType<typeof summarise>): string {
  const line = (name: string, row: ReturnType<typeof found>): string =>
    `${name.padEnd(12)} ${String(row.questions).padStart(4)}  top-1 ${row.top1}%  top-3 ${row.top3}%  refused ${row.refused}%  ` +
    `answered ${row.answered}% (wrong ${row.answeredWrong}%)`;
  return [
    line('in scope', inScope),
    ...Object.entries(byKind).map(([kind, row]) => line(`  ${kind}`, row)),
    `out of scope ${String(outOfScope.questions).padStart(4)}  none ${outOfScope.none}%`,
    `emergencies  ${String(emergencies.questions).padStart(4)}  recall ${emergencies.recall}%  false alarms ${falseAlarms}%`,
  ].join('\n');
}
