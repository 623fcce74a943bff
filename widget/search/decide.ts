import type { QuestionLanguage } from './language.ts';
import type { Slot } from './question.ts';
import type { Ranked } from './rank.ts';

export type Certainty = 'answer' | 'unsure' | 'none';

export interface DecisionTuning {
  /** What is found has to score this, or it is chance. */
  something: number;
  /** So much less for each plain word, up to so many: of a long question an article says less, and more is no chance. */
  lessPerWord: number;
  mostWords: number;
  /** More beside words of something that is answered elsewhere («quando scade il bollo in Lombardia»). */
  moreBesideOutside: number;
  /** Less in other languages: our lists of their words are short. */
  lessAbroad: number;
  /** From here the first one may stand alone, if it leads by this share of its own score. */
  sure: number;
  lead: number;
  /** Asked nearly in the words of a title or variant, a small lead will do. */
  plain: number;
  plainLead: number;
}

export const DECISION_TUNING: DecisionTuning = {
  something: 0.4,
  lessPerWord: 0.03,
  mostWords: 10,
  moreBesideOutside: 0.14,
  lessAbroad: 0.1,
  sure: 0.4,
  lead: 0.12,
  plain: 0.85,
  plainLead: 0.05,
};

/** Whether to answer, to ask back, or to say that nothing was found. */
export function decide(ranked: Ranked[], slots: Slot[], lang: QuestionLanguage, tuning: DecisionTuning): Certainty {
  const [first, second] = ranked;
  if (first === undefined || first.score < least(slots, lang, tuning)) return 'none';
  const lead = (first.score - (second?.score ?? 0)) / first.score;
  const surely = first.score >= tuning.sure && lead >= tuning.lead;
  return surely || (first.score >= tuning.plain && lead >= tuning.plainLead) ? 'answer' : 'unsure';
}

function least(slots: Slot[], lang: QuestionLanguage, tuning: DecisionTuning): number {
  const plain = slots.filter(({ hint }) => !hint);
  if (plain.every(({ alternatives }) => alternatives.length === 0)) return Infinity;
  const outside = slots.some(({ share }) => share > 1) ? tuning.moreBesideOutside : 0;
  const abroad = lang === 'it' ? 0 : tuning.lessAbroad;
  return tuning.something + outside - abroad - tuning.lessPerWord * Math.min(tuning.mostWords, plain.length);
}
