import type { Found } from './find.ts';
import type { QuestionLanguage } from './language.ts';
import type { Slot } from './question.ts';

export type Certainty = 'answer' | 'unsure' | 'none';

export interface DecisionTuning {
  /** What is found has to score this, or it is chance: more where learned words raise the scores. */
  something: number;
  somethingLearned: number;
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
  /** A single word says little: «abbonamento» is asked of many. */
  loneLead: number;
}

export const DECISION_TUNING: DecisionTuning = {
  something: 0.4,
  somethingLearned: 0.52,
  lessPerWord: 0.03,
  mostWords: 10,
  moreBesideOutside: 0.14,
  lessAbroad: 0.1,
  sure: 0.4,
  lead: 0.12,
  plain: 0.85,
  plainLead: 0.05,
  loneLead: 0.2,
};

/** Whether to answer, to ask back, or to say that nothing was found. */
export function decide(found: Found, slots: Slot[], lang: QuestionLanguage, tuning: DecisionTuning): Certainty {
  const [first, second] = found.ranked;
  const plain = slots.filter(({ hint }) => !hint);
  if (first === undefined || first.score < least(found, plain, lang, tuning)) return 'none';
  const lead = (first.score - (second?.score ?? 0)) / first.score;
  if (plain.length === 1 && slots.length === 1) return lead >= tuning.loneLead ? 'answer' : 'unsure';
  const surely = first.score >= tuning.sure && lead >= tuning.lead;
  return surely || (first.score >= tuning.plain && lead >= tuning.plainLead) ? 'answer' : 'unsure';
}

function least({ elsewhere }: Found, plain: Slot[], lang: QuestionLanguage, tuning: DecisionTuning): number {
  if (elsewhere === null && plain.every(({ alternatives }) => alternatives.length === 0)) return Infinity;
  const outside = plain.some(({ share }) => share > 1) ? tuning.moreBesideOutside : 0;
  const abroad = lang === 'it' ? 0 : tuning.lessAbroad;
  const words = tuning.lessPerWord * Math.min(tuning.mostWords, plain.length);
  const something = elsewhere === null ? tuning.something : tuning.somethingLearned + elsewhere;
  return something + outside - abroad - words;
}
