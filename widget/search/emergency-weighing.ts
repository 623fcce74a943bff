import { NUMBERS, numberOf } from './emergency-hearing.ts';
import { AGAINST, RULES, type EmergencyKind, type Term } from './emergency-rules.ts';

/** Words that are read together. */
const WINDOW = 11;
/** Words to either side in which the time, or a cry for help, is that of the danger. */
const NEAR = 5;
/** Words to either side in which an office, or talk, is what it is about. */
const FAR = 14;
const CERTAIN = 4;
const HINT = 1;
const MOST_CONTEXT = 1.5;
/** Where no rule holds. */
export const NO_POINTS = -3;

/** Ideas that must all be there: each one of several, and how often. */
type Ideas = { either: number[]; times: number }[];

interface Rule {
  kind: EmergencyKind;
  points: number;
  ideas: Ideas;
}

export interface Danger {
  kind: EmergencyKind;
  points: number;
}

const linesOf = (text: string): string[] => text.trim().split(/\n\s*/);
const against = linesOf(AGAINST).map(ideasOf);
const rules: Rule[] = Object.entries(RULES).flatMap(([kind, byPoints]) =>
  Object.entries(byPoints).flatMap(([points, text]) =>
    linesOf(text).map((line) => ({ kind: kind as EmergencyKind, points: Number(points), ideas: ideasOf(line) })),
  ),
);
/** Rules by the ideas in them: one comes to hold only where one of its ideas is said. */
const rulesWith = Array.from({ length: NUMBERS }, (_, idea) =>
  rules.filter(({ ideas }) => ideas.some(({ either }) => either.includes(idea))),
);
const [NOW, HELP, ME, KIN, CHILD, PAST, OFFICE, TALK] = (
  ['now', 'help', 'me', 'kin', 'child', 'past', 'office', 'talk'] as const
).map(numberOf) as [number, number, number, number, number, number, number, number];

function ideasOf(line: string): Ideas {
  const terms = line.split(' ');
  return [...new Set(terms)].map((term) => ({
    either: term.split('|').map((one) => numberOf(one as Term)),
    times: terms.filter((other) => other === term).length,
  }));
}

/** What the rules say of some words, the surest first; null where none holds. */
export function weigh(heard: number[][]): Danger | null {
  const count = createCount(heard);
  const within = (start: number, end: number, words: number) => {
    const [from, to] = [Math.max(0, start - words), Math.min(heard.length, end + 1 + words)];
    return (idea: number): number => count(idea, from, to);
  };
  let best: Danger | null = null;
  heard.forEach((ideas, end) => {
    if (ideas.length === 0) return;
    const start = Math.max(0, end + 1 - WINDOW);
    for (const rule of new Set(ideas.flatMap((idea) => rulesWith[idea] ?? []))) {
      if (best !== null && rule.points + MOST_CONTEXT <= best.points) continue;
      if (!holds(rule.ideas, (idea) => count(idea, start, end + 1))) continue;
      const around = rule.points === HINT ? heard.length : FAR;
      const points = rule.points + context(rule.points, within(start, end, NEAR), within(start, end, around));
      if (best === null || points > best.points) best = { kind: rule.kind, points };
    }
  });
  return best;
}

type Count = (idea: number, from: number, to: number) => number;

/** How many of the words from one place to before another have an idea, told at once. */
function createCount(heard: number[][]): Count {
  const sums = new Uint16Array((heard.length + 1) * NUMBERS);
  heard.forEach((ideas, at) => {
    sums.copyWithin((at + 1) * NUMBERS, at * NUMBERS, (at + 1) * NUMBERS);
    for (const idea of ideas) sums[(at + 1) * NUMBERS + idea] = (sums[(at + 1) * NUMBERS + idea] ?? 0) + 1;
  });
  return (idea, from, to) => (sums[to * NUMBERS + idea] ?? 0) - (sums[from * NUMBERS + idea] ?? 0);
}

function holds(ideas: Ideas, count: (idea: number) => number): boolean {
  return ideas.every(({ either, times }) => either.reduce((sum, idea) => sum + count(idea), 0) >= times);
}

/** What speaks for and against, around the words of danger. */
function context(points: number, near: (idea: number) => number, far: (idea: number) => number): number {
  const present = near(NOW) + near(HELP) > 0;
  const past = near(PAST) > 0;
  const office = far(OFFICE);
  const weight = points === HINT ? 1 : 0.5;
  let sum = (present ? weight : 0) + (near(ME) + near(KIN) + near(CHILD) > 0 ? weight / 2 : 0);
  if (points >= CERTAIN) sum -= (past ? (present ? 1.5 : 2) : 0) + (office > 0 ? 1 : 0);
  else sum -= (past ? (present && office === 0 ? 1 : 2) : 0) + (office > 1 ? 2.5 : office > 0 ? 1.5 : 0);
  if (far(TALK) > 0) sum -= 3;
  if (against.some((ideas) => holds(ideas, near))) sum -= 3;
  return sum;
}
