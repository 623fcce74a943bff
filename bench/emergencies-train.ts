/**
 * `npm run train:emergencies [-- --hold-out FILE]…`: learns from the messages in bench/data how a call for help sounds, and
 * writes it to widget/search/emergency-weights.ts; the same messages give the same weights. With --hold-out it leaves the
 * file's messages out, writes nothing, and tells what share of its calls is heard and how many others ring.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hear } from '../widget/search/emergency-hearing.ts';
import { listen } from '../widget/search/emergency-listening.ts';
import { STEP, traitsOf, ZERO } from '../widget/search/emergency-tone.ts';
import { NO_POINTS, weigh } from '../widget/search/emergency-weighing.ts';
import { tokenise } from '../widget/search/tokens.ts';
import { loadLanguages } from './search/knowledge.ts';
import { isEmergency, readQuestions } from './search/questions.ts';

const DATA = join(import.meta.dirname, 'data');
const SETS = [
  'emergencies',
  'emergencies-fresh',
  'emergencies-dev',
  'emergencies-own',
  'questions',
  'questions-blind-dev',
  'questions-own',
  'questions-dev2',
  'questions-dev3',
  'questions-fresh',
  'questions-outside',
  'questions-stories',
  'questions-written',
];
const TARGET = join(import.meta.dirname, '../widget/search/emergency-weights.ts');

const SIZE = 8191;
const ROUNDS = 14;
const RATE = 0.1;
/** Towards nothing, so that no single trait decides. */
const DECAY = 1e-3;
/** A call that is missed counts more than a false alarm. */
const CALL_WEIGHS = 2;
const STRONGEST = 9;
/** How far on the safe side of the line the line is drawn, for the same reason. */
const LEAN = 1.5;

interface Example {
  traits: [number, number][];
  call: boolean;
}

const { values } = parseArgs({ options: { 'hold-out': { type: 'string', multiple: true, default: [] } } });
const held = new Set((await Promise.all(values['hold-out'].map(readQuestions))).flat().map(({ q }) => q));
const asked = (await Promise.all(SETS.map((name) => readQuestions(join(DATA, `${name}.jsonl`))))).flat();
const variants = (await loadLanguages()).flatMap(({ articles }) => articles.flatMap(({ variants: said }) => said));
const others = variants.map((q) => ({ q, call: false }));
const messages = [...asked.map((one) => ({ q: one.q, call: isEmergency(one) })), ...others].filter(
  ({ q }) => !held.has(q),
);
const { weights, bias } = learn(messages.map(exampleOf));
const rounded = weights.map((weight) => Math.max(-STRONGEST, Math.min(STRONGEST, Math.round(weight * STEP))));

if (held.size > 0) report();
else write();

function exampleOf({ q, call }: { q: string; call: boolean }): Example {
  const tokens = tokenise(q);
  const heard = hear(tokens);
  const words = tokens.map(({ word }) => word);
  return { traits: [...traitsOf(words, heard, weigh(heard)?.points ?? NO_POINTS, SIZE)], call };
}

/** Logistic regression by stochastic descent, each weight with a pace of its own (AdaGrad). */
function learn(examples: Example[]): { weights: number[]; bias: number } {
  const learned = Array.from({ length: SIZE }, () => 0);
  const travelled = Array.from({ length: SIZE + 1 }, () => 1e-6);
  let constant = 0;
  const order = createOrder(examples);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { traits, call } of order()) {
      const wrong = (sigmoid(sumOf(traits, learned) + constant) - (call ? 1 : 0)) * (call ? CALL_WEIGHS : 1);
      for (const [at, value] of traits) {
        const slope = wrong * value + DECAY * (learned[at] ?? 0);
        travelled[at] = (travelled[at] ?? 0) + slope * slope;
        learned[at] = (learned[at] ?? 0) - (RATE * slope) / Math.sqrt(travelled[at]);
      }
      travelled[SIZE] = (travelled[SIZE] ?? 0) + wrong * wrong;
      constant -= (RATE * wrong) / Math.sqrt(travelled[SIZE]);
    }
  return { weights: learned, bias: constant + LEAN };
}

function sigmoid(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

function sumOf(traits: [number, number][], by: number[]): number {
  return traits.reduce((sum, [at, value]) => sum + (by[at] ?? 0) * value, 0);
}

/** The examples in another order each time, and the same orders in each run. */
function createOrder(examples: Example[]): () => Example[] {
  let seed = 1;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return Math.floor((seed / 0x80_00_00_00) * below);
  };
  return () => {
    for (let last = examples.length - 1; last > 0; last -= 1) {
      const other = next(last + 1);
      const [one, two] = [examples[last], examples[other]];
      if (one !== undefined && two !== undefined) [examples[last], examples[other]] = [two, one];
    }
    return examples;
  };
}

function report(): void {
  const weights = { size: SIZE, sum: (traits: Map<number, number>) => sumOf([...traits], rounded) / STEP + bias };
  const left = asked
    .filter(({ q }) => held.has(q))
    .map((one) => {
      const tokens = tokenise(one.q);
      const { tone } = listen(
        tokens.map(({ word }) => word),
        hear(tokens),
        weights,
      );
      return { call: isEmergency(one), tone };
    });
  const share = (ofCalls: boolean, above: number): string => {
    const list = left.filter(({ call }) => call === ofCalls);
    return ((100 * list.filter(({ tone }) => tone > above).length) / list.length).toFixed(1);
  };
  for (const above of [-0.5, 0, 0.5, 1])
    console.log(
      `above ${above.toFixed(1)}: ${share(true, above)} % of the calls, ${share(false, above)} % of the others`,
    );
}

function write(): void {
  const letters = String.fromCharCode(...rounded.map((weight) => weight + ZERO));
  writeFileSync(
    TARGET,
    `/** Written by \`npm run train:emergencies\`: what each trait of a message says, a letter each; see emergency-tone.ts. */
export const WEIGHTS =
  '${letters}';
/** What is said before any trait is seen. */
export const BIAS = ${bias.toFixed(2)};
`,
  );
}
