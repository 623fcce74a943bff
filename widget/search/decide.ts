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
  /** A story, which has more plain words than this, is never told whole by an article. */
  storyWords: number;
  somethingOfStory: number;
  /** From here the first one may stand alone, if it leads by this share of its own score. */
  sure: number;
  lead: number;
  /** Asked nearly in the words of a title or variant, a small lead will do. */
  plain: number;
  plainLead: number;
}

export const DECISION_TUNING: DecisionTuning = {
  something: 0.22,
  somethingOfOneWord: 0.4,
  somethingBesideOutside: 0.36,
  storyWords: 10,
  somethingOfStory: 0.16,
  sure: 0.4,
  lead: 0.12,
  plain: 0.85,
  plainLead: 0.05,
};

/** Whether to answer, to ask back, or to say that nothing was found. */
export function decide(ranked: Ranked[], slots: Slot[], tuning: DecisionTuning): Certainty {
  const [first, second] = ranked;
  if (first === undefined || first.score < least(slots, tuning)) return 'none';
  const lead = (first.score - (second?.score ?? 0)) / first.score;
  const surely = first.score >= tuning.sure && lead >= tuning.lead;
  return surely || (first.score >= tuning.plain && lead >= tuning.plainLead) ? 'answer' : 'unsure';
}

function least(slots: Slot[], tuning: DecisionTuning): number {
  const plain = slots.filter(({ hint }) => !hint);
  const known = plain.reduce((sum, { alternatives, words }) => sum + (alternatives.length > 0 ? words : 0), 0);
  if (known === 0) return Infinity;
  if (plain.length > tuning.storyWords) return tuning.somethingOfStory;
  if (slots.some(({ share }) => share > 1)) return tuning.somethingBesideOutside;
  return known === 1 && plain.length > 1 ? tuning.somethingOfOneWord : tuning.something;
}
