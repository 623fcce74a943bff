import { clausesOf } from './clauses.ts';
import type { QuestionLanguage } from './language.ts';
import { readQuestion, type Slot, type Vocabulary } from './question.ts';
import { rank, type Ranked, type RankTuning } from './rank.ts';
import { tokenise } from './tokens.ts';

export interface StoryTuning {
  /** How much the best clause counts beside the message as a whole. */
  clauseShare: number;
  /** A clause that asks nothing, against one that does. */
  tellingShare: number;
}

export const STORY_TUNING: StoryTuning = { clauseShare: 0.4, tellingShare: 0.8 };

/** Only so many clauses are read at each end. */
const MOST_CLAUSES = 6;
/** A clause of one plain word is an interjection. */
const LEAST_SLOTS = 2;

export interface Read {
  slots: Slot[];
  ranked: Ranked[];
}

/**
 * The message as a whole, and what its best clause says: a story of ten sentences has one that asks, and an article that
 * answers that one is better than one that has a word of each.
 */
export function readStory(
  text: string,
  lang: QuestionLanguage,
  vocabulary: Vocabulary,
  tuning: RankTuning & StoryTuning,
): Read {
  const { index } = vocabulary;
  const slots = readQuestion(tokenise(text), lang, vocabulary);
  const whole = rank(slots, index, tuning);
  const clauses = clausesOf(text);
  if (clauses.length < 2 || tuning.clauseShare === 0) return { slots, ranked: whole };
  const best = new Map<number, number>();
  for (const { text: clause, asks } of bothEnds(clauses)) {
    const own = readQuestion(tokenise(clause), lang, vocabulary);
    if (own.length < LEAST_SLOTS) continue;
    for (const { article, score } of rank(own, index, tuning)) {
      const heard = score * (asks ? 1 : tuning.tellingShare);
      best.set(article, Math.max(best.get(article) ?? 0, heard));
    }
  }
  return { slots, ranked: best.size === 0 ? whole : blend(whole, best, tuning.clauseShare) };
}

function blend(whole: Ranked[], best: ReadonlyMap<number, number>, share: number): Ranked[] {
  return whole
    .map(({ article, score }) => ({ article, score: (1 - share) * score + share * (best.get(article) ?? 0) }))
    .sort((a, b) => b.score - a.score || a.article - b.article);
}

function bothEnds<Item>(items: Item[]): Item[] {
  return items.length <= 2 * MOST_CLAUSES ? items : [...items.slice(0, MOST_CLAUSES), ...items.slice(-MOST_CLAUSES)];
}
