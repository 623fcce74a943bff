import { clausesOf } from './clauses.ts';
import { decide, type DecisionTuning } from './decide.ts';
import type { QuestionLanguage } from './language.ts';
import { readQuestion, type Slot, type Vocabulary } from './question.ts';
import { rank, type Ranked, type RankTuning } from './rank.ts';
import { tokenise } from './tokens.ts';

/** One of several questions in a message, with what was found for it. */
export interface FoundPart {
  text: string;
  slots: Slot[];
  ranked: Ranked[];
}

/** What the rest of the message is about, for a part that does not say it: «e posso farlo in tabaccheria?». */
const CONTEXT_SHARE = 0.35;
/** A part is a question of its own from here; less may be chance. */
const CONFIDENT = 0.3;
const MOST_PARTS = 4;

/**
 * The questions in a message, when there are several that lead to different articles; else none. A question in two
 * clauses is one: the same article answers both.
 */
export function findParts(
  text: string,
  lang: QuestionLanguage,
  vocabulary: Vocabulary,
  tuning: RankTuning & DecisionTuning,
): FoundPart[] {
  const clauses = clausesOf(text);
  if (clauses.length < 2) return [];
  const read = clauses.map((clause) => ({ ...clause, slots: readQuestion(tokenise(clause.text), lang, vocabulary) }));
  const asking = read.filter(({ asks, slots }) => asks && slots.some(({ hint }) => !hint));
  const found = asking.map(({ text: clause, slots }): FoundPart => {
    const around = read.filter(({ text: other }) => other !== clause).flatMap((other) => other.slots);
    const context = around.filter(isOf(slots)).map((slot) => ({ ...slot, share: slot.share * CONTEXT_SHARE }));
    const all = [...slots, ...context.filter(({ alternatives }) => alternatives.length > 0)];
    return { text: clause, slots: all, ranked: rank(all, vocabulary.index, tuning) };
  });
  const parts: FoundPart[] = [];
  for (const part of found) {
    const first = part.ranked[0];
    const taken = parts.some(({ ranked }) => ranked[0]?.article === first?.article);
    if (first === undefined || taken || first.score < CONFIDENT || decide(part.ranked, part.slots, tuning) === 'none')
      continue;
    parts.push(part);
  }
  return parts.length < 2 ? [] : parts.slice(0, MOST_PARTS);
}

/** Not said by the part itself. */
const isOf =
  (slots: Slot[]) =>
  (other: Slot): boolean =>
    !slots.some(({ alternatives }) => alternatives[0]?.stems.join() === other.alternatives[0]?.stems.join());
