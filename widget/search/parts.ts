import { clausesOf } from './clauses.ts';
import { decide, type DecisionTuning } from './decide.ts';
import type { QuestionLanguage } from './language.ts';
import { readQuestion, type Slot, type Vocabulary } from './question.ts';
import { find, type Found } from './find.ts';
import type { Ranked, RankTuning } from './rank.ts';
import { tokenise } from './tokens.ts';

/** One of several questions in a message, with what was found for it. */
export interface FoundPart {
  text: string;
  slots: Slot[];
  found: Found;
}

/** What the rest of the message is about, for a part that does not say it: «e posso farlo in tabaccheria?». */
const CONTEXT_SHARE = 0.3;
/** A part that finds as much by itself needs no context. */
const CLEAR = 0.4;
const CLEAR_OF_ONE_WORD = 0.55;
/** «La vostra PEC» only looks as if it leaned. */
const CLEAR_THOUGH_LEANING = 0.7;
/** «La rifaccio», «pagarlo», «ne ho»: it leans on what was said before. */
const LEANS =
  /(?:^|\s)(?:l[aoei]|ne|it|this|that|them)\s+\p{L}+(?:o|a|e|i|é)(?=[\s?,.]|$)(?!\s+(?:di|del|della|dei|per))|\p{L}{2,}[aei]r(?:l[aoei]|ne|cela|celo|mela|melo)(?=[\s?,.]|$)/iu;
/** How much the message as a whole says about what a part is about: «when is it open?» is asked of something. */
const WHOLE_SHARE = 0.25;
/** What another part has answered already gives way to the next, if that is nearly as good. */
const NEARLY = 0.8;
/** A part is a question of its own from here; less may be chance. */
const CONFIDENT = 0.35;
/** In a longer message only what ends with a question mark is a question: the rest is its story. */
const SHORT = 200;
const MOST_CLAUSES = 8;
const MOST_PARTS = 4;

/**
 * The questions in a message, when there are several that lead to different articles; else none. A question in two
 * clauses is one: the same article answers both.
 */
export function findParts(
  text: string,
  lang: QuestionLanguage,
  whole: Found,
  vocabulary: Vocabulary,
  tuning: RankTuning & DecisionTuning,
): FoundPart[] {
  const clauses = clausesOf(text);
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return [];
  const heard = clauses.map((clause) => ({ ...clause, slots: readQuestion(tokenise(clause.text), lang, vocabulary) }));
  const asking = heard
    .filter(({ asks, slots }) => asks && slots.some(isTelling))
    .filter(({ text: clause }) => text.length <= SHORT || clause.includes('?'));
  if (asking.length < 2) return [];
  const parts: FoundPart[] = [];
  for (const { text: clause, slots } of asking) {
    const around = heard.filter((other) => other.text !== clause).flatMap((other) => other.slots);
    const read = readPart(clause, slots, around, vocabulary, tuning);
    const taken = new Set(parts.map(({ found }) => found.ranked[0]?.article));
    const inWhole = within(read.found.ranked, whole.ranked);
    const ranked = inWhole.filter(({ article }) => !taken.has(article));
    const part = { text: clause, slots: read.slots, found: { ...read.found, ranked } };
    const [first] = ranked;
    if (first === undefined || first.score < CONFIDENT || first.score < NEARLY * (inWhole[0]?.score ?? 0)) continue;
    if (decide(part.found, part.slots, lang, tuning) !== 'none') parts.push(part);
  }
  return parts.length < 2 ? [] : parts.slice(0, MOST_PARTS);
}

/** A part's articles in the light of the whole message's. */
function within(ranked: Ranked[], whole: Ranked[]): Ranked[] {
  const scores = new Map(whole.map(({ article, score }) => [article, score]));
  return ranked
    .map(({ article, score }) => ({
      article,
      score: (1 - WHOLE_SHARE) * score + WHOLE_SHARE * (scores.get(article) ?? 0),
    }))
    .sort((a, b) => b.score - a.score || a.article - b.article);
}

function readPart(
  clause: string,
  slots: Slot[],
  around: Slot[],
  vocabulary: Vocabulary,
  tuning: RankTuning,
): Omit<FoundPart, 'text'> {
  const alone = find(slots, vocabulary, tuning);
  const telling = slots.filter(isTelling).length;
  const clear = LEANS.test(clause) ? CLEAR_THOUGH_LEANING : telling > 1 ? CLEAR : CLEAR_OF_ONE_WORD;
  if ((alone.ranked[0]?.score ?? 0) >= clear) return { slots, found: alone };
  const context = around.filter((slot) => isTelling(slot) && !says(slots, slot));
  // What was learned of words is left to the part's own.
  const quieter = context.map(({ alternatives, share, hint, words }): Slot => {
    return { alternatives, share: share * CONTEXT_SHARE, hint, words };
  });
  const all = [...slots, ...quieter];
  return { slots: all, found: find(all, vocabulary, tuning) };
}

const isTelling = ({ hint, alternatives }: Slot): boolean => !hint && alternatives.length > 0;

const says = (slots: Slot[], other: Slot): boolean =>
  slots.some(({ alternatives }) => alternatives[0]?.stems.join() === other.alternatives[0]?.stems.join());
