import type { Slot } from './question.ts';
import type { Ranked } from './rank.ts';

export type Certainty = 'answer' | 'unsure' | 'none';

export interface DecisionTuning {
  /** Below this, what was found is chance. */
  something: number;
  /** One known word beside unknown ones («ricetta della carbonara») has to be found nearly alone. */
  somethingOfOneWord: number;
  /** Beside words of something that is answered elsewhere («quando scade il bollo in Lombardia»). */
  somethingBesideOutside: number;
  /** From here the first one may stand alone, if it leads by this share of its own score. */
  sure: number;
  lead: number;
}

export const DECISION_TUNING: DecisionTuning = {
  something: 0.22,
  somethingOfOneWord: 0.4,
  somethingBesideOutside: 0.32,
  sure: 0.4,
  lead: 0.12,
};

/** Whether to answer, to ask back, or to say that nothing was found. */
export function decide(ranked: Ranked[], slots: Slot[], tuning: DecisionTuning): Certainty {
  const [first, second] = ranked;
  if (first === undefined || first.score < least(slots, tuning)) return 'none';
  const lead = (first.score - (second?.score ?? 0)) / first.score;
  return first.score >= tuning.sure && lead >= tuning.lead ? 'answer' : 'unsure';
}

function least(slots: Slot[], tuning: DecisionTuning): number {
  if (slots.some(({ share }) => share > 1)) return tuning.somethingBesideOutside;
  const plain = slots.filter(({ hint }) => !hint);
  const known = plain.reduce((sum, { alternatives, words }) => sum + (alternatives.length > 0 ? words : 0), 0);
  if (known === 0) return Infinity;
  return known === 1 && plain.length > 1 ? tuning.somethingOfOneWord : tuning.something;
}
