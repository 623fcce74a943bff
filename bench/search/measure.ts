import type { Decision, Search } from '../../widget/search/index.ts';
import { isEmergency, isInScope, isLookAlike, isOutOfScope, type Question } from './questions.ts';

export interface Result extends Question {
  decision: Decision;
  /** Place of the first right hit, from 1; null when it is not among the hits. */
  place: number | null;
  /** The first hit. */
  first: string | null;
  /** Whether every question in the message is the first hit of some part. */
  everyPart: boolean;
}

export function runOurs(search: Search, questions: Question[]): Result[] {
  return questions.map((asked) => {
    const { decision, hits, parts } = search.ask(asked.q);
    const firsts = parts.length === 0 ? hits.slice(0, 1) : parts.flatMap((part) => part.hits.slice(0, 1));
    return {
      ...asked,
      decision,
      place: placeOf(
        asked,
        hits.map(({ id }) => id),
      ),
      first: hits[0]?.id ?? null,
      everyPart: (asked.parts ?? []).every((ids) => firsts.some(({ id }) => ids.includes(id))),
    };
  });
}

/** Engines that only rank: nothing found is their `none`, and they know no emergency and no parts. */
export function runPeer(find: (question: string) => string[], questions: Question[]): Result[] {
  return questions.map((asked) => {
    const ids = find(asked.q);
    const first = ids[0] ?? null;
    const everyPart = (asked.parts ?? []).every((part) => first !== null && part.includes(first));
    return { ...asked, decision: first === null ? 'none' : 'answer', place: placeOf(asked, ids), first, everyPart };
  });
}

function placeOf({ ids }: Question, hits: string[]): number | null {
  const at = hits.findIndex((id) => ids.includes(id));
  return at < 0 ? null : at + 1;
}

export type Figures = ReturnType<typeof summarise>;

/** Everything in per cent. */
export function summarise(results: Result[]) {
  const inside = results.filter(isInScope);
  const outside = results.filter(isOutOfScope);
  const calls = results.filter(isEmergency);
  const lookAlikes = results.filter(isLookAlike);
  return {
    inScope: found(inside),
    byKind: byKind(inside, found),
    multi: { questions: several(inside).length, everyPart: share(several(inside), ({ everyPart }) => everyPart) },
    outOfScope: { questions: outside.length, none: share(outside, ({ decision }) => decision === 'none') },
    emergencies: heard(calls),
    emergenciesByKind: byKind(calls, heard),
    lookAlikes: heard(lookAlikes),
    /** Ordinary questions that raised an alarm. */
    falseAlarms: heard([...inside, ...outside]).alarms,
  };
}

const several = (results: Result[]): Result[] => results.filter(({ parts }) => parts !== undefined);

function byKind<Row>(results: Result[], row: (results: Result[]) => Row): Record<string, Row> {
  const kinds = [...new Set(results.map(({ kind }) => kind))].sort();
  return Object.fromEntries(kinds.map((kind) => [kind, row(results.filter((result) => result.kind === kind))]));
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

function heard(results: Result[]) {
  return { questions: results.length, alarms: share(results, ({ decision }) => decision === 'emergency') };
}

export function isMiss(result: Result): boolean {
  if (isEmergency(result)) return result.decision !== 'emergency';
  if (isLookAlike(result)) return result.decision === 'emergency';
  if (isOutOfScope(result)) return result.decision !== 'none';
  return result.place !== 1 || result.decision === 'none' || !result.everyPart;
}

/** Per cent with one decimal; null of nothing. */
function share(results: Result[], test: (result: Result) => boolean): number | null {
  return results.length === 0 ? null : Math.round((results.filter(test).length / results.length) * 1000) / 10;
}
