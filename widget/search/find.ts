import { withEvidence } from './learned.ts';
import type { Slot, Vocabulary } from './question.ts';
import { rank, type Ranked, type RankTuning } from './rank.ts';

export interface Found {
  /** Best first. */
  ranked: Ranked[];
  /** How much the words speak for something that no article answers; null where nothing was learned. */
  elsewhere: number | null;
}

/** By the articles' words and by what was learned. */
export function find(slots: Slot[], { index, learned }: Vocabulary, tuning: RankTuning): Found {
  const evidence = learned.evidence(slots);
  return {
    ranked: withEvidence(rank(slots, index, tuning), evidence),
    elsewhere: learned.known ? evidence.elsewhere : null,
  };
}
