/**
 * Multinomial logistic regression over the signs of questions (words, groups of words), beside the scores that the
 * articles have by their own words. The first class is «answered elsewhere».
 */

export interface Example {
  signs: readonly (readonly [sign: string, value: number])[];
  /** The articles' scores by their own words, in the order of their numbers, the first place for elsewhere. */
  scores: Float64Array;
  /** Places of what answers it: articles, or 0 for elsewhere. Any of them will do. */
  answers: readonly number[];
}

export interface Model {
  /** Sign -> a weight for each place. */
  weights: Map<string, Float64Array>;
  /** How likely elsewhere is where no word speaks for anything. */
  bias: number;
}

export interface Learning {
  /** How much a score counts beside the signs. */
  scale: number;
  /** How strongly weights are held down: few questions must not teach much. */
  decay: number;
  rounds: number;
}

const PACE = 0.5;

/** Adagrad, question by question in their order: the same questions teach the same. */
export function learn(examples: readonly Example[], { scale, decay, rounds }: Learning): Model {
  const places = examples[0]?.scores.length ?? 0;
  const model: Model = { weights: new Map(), bias: 0 };
  const moved = new Map<string, Float64Array>();
  let biasMoved = 1;
  for (let round = 0; round < rounds; round += 1) {
    for (const example of examples) {
      const errors = errorsOf(chances(example, model, scale), example.answers);
      biasMoved += (errors[0] ?? 0) ** 2;
      model.bias -= (PACE * (errors[0] ?? 0)) / Math.sqrt(biasMoved);
      for (const [sign, value] of example.signs) {
        const weights = model.weights.get(sign) ?? new Float64Array(places);
        const steps = moved.get(sign) ?? new Float64Array(places).fill(1);
        model.weights.set(sign, weights);
        moved.set(sign, steps);
        for (let place = 0; place < places; place += 1) {
          const slope = (errors[place] ?? 0) * value + decay * (weights[place] ?? 0);
          steps[place] = (steps[place] ?? 1) + slope * slope;
          weights[place] = (weights[place] ?? 0) - (PACE * slope) / Math.sqrt(steps[place] ?? 1);
        }
      }
    }
  }
  return model;
}

/** How likely each place is, on the scale of logits. */
export function weigh({ signs, scores }: Example, { weights, bias }: Model, scale: number): Float64Array {
  const sums = scores.map((score) => scale * score);
  sums[0] = bias;
  for (const [sign, value] of signs) {
    const own = weights.get(sign);
    if (own === undefined) continue;
    for (let place = 0; place < sums.length; place += 1) sums[place] = (sums[place] ?? 0) + value * (own[place] ?? 0);
  }
  return sums;
}

function chances(example: Example, model: Model, scale: number): Float64Array {
  const sums = weigh(example, model, scale);
  const most = sums.reduce((best, sum) => Math.max(best, sum), -Infinity);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** What is thought too likely; among several answers the likelier ones stay so. */
function errorsOf(likely: Float64Array, answers: readonly number[]): Float64Array {
  const right = answers.reduce((sum, place) => sum + (likely[place] ?? 0), 0);
  const errors = likely.slice();
  for (const place of answers) errors[place] = (likely[place] ?? 0) * (1 - 1 / Math.max(right, 1e-9));
  return errors;
}

/** Only what was said often enough and weighs enough. */
export function prune(model: Model, examples: readonly Example[], times: number, least: number): Model {
  const counts = new Map<string, number>();
  for (const { signs } of examples) for (const [sign] of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const kept = [...model.weights].flatMap(([sign, weights]): [string, Float64Array][] => {
    if ((counts.get(sign) ?? 0) < times) return [];
    const heavy = weights.map((weight) => (Math.abs(weight) < least ? 0 : weight));
    return heavy.some((weight) => weight !== 0) ? [[sign, heavy]] : [];
  });
  return { weights: new Map(kept), bias: model.bias };
}
