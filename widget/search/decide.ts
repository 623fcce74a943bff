import type { Ranked } from './rank.ts';

export type Certainty = 'answer' | 'unsure' | 'none';

/** Below this, what was found is chance: one shared word among many. */
const SOMETHING = 0.22;
/** From here the first one may stand alone, if it leads by this share of its own score. */
const SURE = 0.4;
const LEAD = 0.12;

/** Whether to answer, to ask back, or to say that nothing was found. */
export function decide(ranked: Ranked[]): Certainty {
  const [first, second] = ranked;
  if (first === undefined || first.score < SOMETHING) return 'none';
  const lead = (first.score - (second?.score ?? 0)) / first.score;
  return first.score >= SURE && lead >= LEAD ? 'answer' : 'unsure';
}
