/**
 * `npm run search:learn [-- --try]`: learns what the words of questions speak for, from the questions in bench/data that
 * are there to develop with, and writes it to knowledge-base/learned.tsv. With --try it only tells what that is worth on
 * questions it was not taught: those written by strangers, a quarter at a time.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadLanguages } from './search/knowledge.ts';
import { createLessons } from './search/lessons.ts';
import { learn, prune, weigh, type Example, type Learning, type Model } from './search/learning.ts';
import { readQuestions } from './search/questions.ts';

const DATA = join(import.meta.dirname, 'data');
const OUT = join(import.meta.dirname, '../knowledge-base/learned.tsv');
/** Written by who made the engine: to learn from, not to measure with. */
const OWN = ['questions-written', 'questions-own'];
/** Written by people who saw neither engine nor variants. */
const STRANGERS = [
  'questions',
  'questions-blind-dev',
  'questions-fresh',
  'questions-dev2',
  'questions-dev3',
  'questions-outside',
  'questions-stories',
];

const LEARNING: Learning = { scale: 12, decay: 0.005, rounds: 20 };
/** A word said once or twice, or that hardly speaks for anything, is left out: it costs as much as any. */
const TIMES = 3;
const LEAST = 0.58;
const STEP = 0.4;
const HEAVIEST = 9;
const FOLDS = 4;

const NOTHING: Model = { weights: new Map(), bias: -Infinity };

const { values } = parseArgs({ options: { try: { type: 'boolean', default: false } } });
const languages = await loadLanguages();
const lessons = createLessons(languages);
const read = async (names: string[]) =>
  lessons.toExamples((await Promise.all(names.map((name) => readQuestions(join(DATA, `${name}.jsonl`))))).flat());
/** So that no article loses its own askings to another. */
const askings = languages.flatMap(({ articles }) =>
  articles.flatMap(({ id, title, variants }) => [title, ...variants].map((q) => ({ q, ids: [id], kind: 'asking' }))),
);
const own = [...(await read(OWN)), ...lessons.toExamples(askings)];
const strangers = await read(STRANGERS);

if (values.try) {
  const fold = (number: number, inside: boolean) => strangers.filter((_, at) => (at % FOLDS === number) === inside);
  const results = Array.from({ length: FOLDS }, (_, number) => {
    const model = teach([...own, ...fold(number, false)]);
    return fold(number, true).map((example) => ({ example, sums: weigh(example, model, LEARNING.scale) }));
  });
  tell(
    'untaught',
    strangers.map((example) => ({ example, sums: weigh(example, NOTHING, LEARNING.scale) })),
  );
  tell('taught', results.flat());
} else {
  const model = teach([...own, ...strangers]);
  await writeFile(OUT, asText(model));
  console.log(`${model.weights.size} words, bias ${model.bias.toFixed(2)}`);
}

/** Only what was said often enough and weighs enough, in whole steps. */
function teach(examples: Example[]): Model {
  const { weights, bias } = prune(learn(examples, LEARNING), examples, TIMES, LEAST);
  const inSteps = (weight: number): number => STEP * Math.max(-HEAVIEST, Math.min(HEAVIEST, Math.round(weight / STEP)));
  return { weights: new Map([...weights].map(([sign, all]) => [sign, all.map(inSteps)])), bias };
}

/** A word a line, with what it speaks for: «nato\trecup-cambiare-medico 4\t- -1», the dash for elsewhere. */
function asText({ weights }: Model): string {
  const lines = [...weights].map(([sign, all]) => {
    const named = Array.from(all, (weight, place): [string, number] => [
      place === 0 ? '-' : (lessons.ids[place - 1] ?? ''),
      Math.round(weight / STEP),
    ]);
    const heavy = named.filter(([, weight]) => weight !== 0).sort(([, a], [, b]) => b - a);
    return [sign, ...heavy.map(([id, weight]) => `${id} ${weight}`)].join('\t');
  });
  return `${lines.sort().join('\n')}\n`;
}

function tell(name: string, results: { example: Example; sums: Float64Array }[]): void {
  const inside = results.filter(({ example }) => !example.answers.includes(0));
  const places = inside.map(({ example, sums }) => {
    const best = Math.max(...example.answers.map((place) => sums[place] ?? -Infinity));
    return sums.slice(1).filter((sum) => sum > best).length + 1;
  });
  const share = (most: number) => ((100 * places.filter((place) => place <= most).length) / inside.length).toFixed(1);
  const lead = ({ sums }: { sums: Float64Array }): number => (sums[0] ?? 0) - Math.max(...sums.slice(1));
  const good = inside.map(lead).sort((a, b) => b - a);
  const bar = good[Math.floor(good.length * 0.02)] ?? 0;
  const outside = results.filter(({ example }) => example.answers.includes(0));
  const none = (100 * outside.filter((result) => lead(result) > bar).length) / outside.length;
  console.log(
    `${name.padEnd(10)} ${inside.length} questions: top-1 ${share(1)}, top-3 ${share(3)}; none ${none.toFixed(1)} of ${outside.length}, at 2 refused`,
  );
}
