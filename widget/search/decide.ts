import type { Slot } from './question.ts';
import type { Ranked } from './rank.ts';

export type Certainty = 'answer' | 'unsure' | 'none';

/** Below this, what was found is chance. */
const SOMETHING = 0.22;
/** One known word beside unknown ones («ricetta della carbonara») has to be found nearly alone. */
const SOMETHING_OF_ONE_WORD = 0.4;
/** Beside words of something that is answered elsewhere («quando scade il bollo in Lombardia»). */
const SOMETHING_BESIDE_OUTSIDE = 0.32;
/** From here the first one may stand alone, if it leads by this share of its own score. */
const SURE = 0.4;
const LEAD = 0.12;

/** Whether to answer, to ask back, or to say that nothing was found. */
export function decide(ranked: Ranked[], slots: Slot[]): Certainty {
  const [first, second] = ranked;
  if (first === undefined || first.score < least(slots)) return 'none';
  const lead = (first.score - (second?.score ?? 0)) / first.score;
  return first.score >= SURE && lead >= LEAD ? 'answer' : 'unsure';
}

function least(slots: Slot[]): number {
  if (slots.some(({ share }) => share > 1)) return SOMETHING_BESIDE_OUTSIDE;
  const plain = slots.filter(({ share }) => share === 1);
  const known = plain.filter(({ alternatives }) => alternatives.length > 0).length;
  if (known === 0) return Infinity;
  return known === 1 && plain.length > 1 ? SOMETHING_OF_ONE_WORD : SOMETHING;
}
