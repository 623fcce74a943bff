import { clausesOf, type Clause, type Seam } from './clauses.ts';
import { decide, type DecisionTuning } from './decide.ts';
import { find, type Found } from './find.ts';
import type { QuestionLanguage } from './language.ts';
import { readQuestion, type Slot, type Vocabulary } from './question.ts';
import type { Ranked, RankTuning } from './rank.ts';
import { tokenise } from './tokens.ts';

/** One of several questions in a message, with what was found for it. */
export interface FoundPart {
  text: string;
  slots: Slot[];
  found: Found;
}

export interface PartsTuning {
  parts: boolean;
}

export const PARTS_TUNING: PartsTuning = { parts: true };

/** How much more each side of a seam must score for its own answer than for the other side's. */
const APART: Record<Seam, number> = { sentence: 0.1, turn: 0.05, joint: 0.1 };
/** The answers of parts are among so many of the whole message's, each with such a share of the first one's score. */
const LIKELY = 4;
const LIKELY_SHARE = 0.5;
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
const WHOLE_SHARE = 0.1;
/** A part is a question of its own from here; less may be chance. */
const CONFIDENT = 0.35;
/** In a longer message only sentences are told apart, and only those with a question mark ask: the rest is its story. */
const SHORT = 200;
const MOST_CLAUSES = 8;
const MOST_PARTS = 4;
/** How many answers of each side are tried. */
const TRIED = 3;

/** All that the parts of one message are read with. */
interface Message {
  text: string;
  lang: QuestionLanguage;
  whole: Found;
  vocabulary: Vocabulary;
  tuning: RankTuning & DecisionTuning;
}

/** A message cut in two. */
interface Cut {
  left: FoundPart;
  right: FoundPart;
  /** How plainly each side asks for something else than the other. */
  apart: number;
}

/**
 * The questions in a message, when there are several that lead to different articles; else none. A question in two
 * clauses is one: the same article answers both.
 */
export function findParts(message: Message): FoundPart[] {
  const parts = partsOf(message, clausesWithin(message.text), MOST_PARTS);
  return parts.length < 2 ? [] : parts;
}

function clausesWithin(text: string): Clause[] {
  if (text.length > SHORT) return clausesOf(text, ['sentence']).slice(-MOST_CLAUSES);
  const tries: Seam[][] = [['sentence', 'turn', 'joint'], ['sentence', 'turn'], ['sentence']];
  const fitting = tries.map((seams) => clausesOf(text, seams)).find((clauses) => clauses.length <= MOST_CLAUSES);
  return fitting ?? [];
}

/** Cut where it comes apart most plainly, then each side again. */
function partsOf(message: Message, clauses: Clause[], most: number): FoundPart[] {
  let best: Cut | null = null;
  let at = 0;
  for (let cut = 1; cut < clauses.length; cut += 1) {
    const made = cutAt(message, clauses, cut);
    if (made === null || made.apart <= (best?.apart ?? 0)) continue;
    best = made;
    at = cut;
  }
  if (best === null || most < 2) return [];
  const left = partsOf(message, clauses.slice(0, at), most - 1);
  const lefts = left.length > 0 ? left : [best.left];
  const right = partsOf(message, clauses.slice(at), most - lefts.length);
  return distinct([...lefts, ...(right.length > 0 ? right : [best.right])]);
}

function cutAt(message: Message, clauses: Clause[], cut: number): Cut | null {
  const seam = clauses[cut]?.seam ?? 'sentence';
  const [before, after] = [textOf(message.text, clauses.slice(0, cut)), textOf(message.text, clauses.slice(cut))];
  if (message.text.length > SHORT && !(before.includes('?') && after.includes('?'))) return null;
  const left = readPart(message, before, after);
  const right = readPart(message, after, before);
  const likely = likelyIn(message.whole.ranked);
  const among = ({ found }: FoundPart): Ranked[] => found.ranked.filter(({ article }) => likely.has(article));
  const pair = apartest(among(left), among(right));
  if (pair === null || pair.apart < APART[seam]) return null;
  const parts = [first(left, pair.left), first(right, pair.right)] as const;
  const sure = parts.every(({ slots, found }) => decide(found, slots, message.lang, message.tuning) !== 'none');
  return sure ? { left: parts[0], right: parts[1], apart: pair.apart } : null;
}

function likelyIn(whole: Ranked[]): Set<number> {
  const least = LIKELY_SHARE * (whole[0]?.score ?? 0);
  return new Set(whole.slice(0, LIKELY).flatMap(({ article, score }) => (score >= least ? [article] : [])));
}

const textOf = (text: string, clauses: Clause[]): string => text.slice(clauses[0]?.start, clauses.at(-1)?.end).trim();

/** The two different answers, one for each side, that together score most. */
function apartest(left: Ranked[], right: Ranked[]): { left: Ranked; right: Ranked; apart: number } | null {
  const pairs = left
    .slice(0, TRIED)
    .flatMap((one) =>
      right.slice(0, TRIED).flatMap((other) => (one.article === other.article ? [] : [{ left: one, right: other }])),
    );
  const sure = pairs.filter((pair) => Math.min(pair.left.score, pair.right.score) >= CONFIDENT);
  const [best] = sure.sort((a, b) => b.left.score + b.right.score - a.left.score - a.right.score);
  if (best === undefined) return null;
  const ofOther = (ranked: Ranked[], article: number): number =>
    ranked.find((one) => one.article === article)?.score ?? 0;
  const apart = Math.min(
    best.left.score - ofOther(left, best.right.article),
    best.right.score - ofOther(right, best.left.article),
  );
  return { ...best, apart };
}

/** With the answer that it is given in front. */
function first(part: FoundPart, answer: Ranked): FoundPart {
  const others = part.found.ranked.filter(({ article }) => article !== answer.article);
  return { ...part, found: { ...part.found, ranked: [answer, ...others] } };
}

function distinct(parts: FoundPart[]): FoundPart[] {
  const seen = new Set<number>();
  return parts.filter(({ found }) => {
    const article = found.ranked[0]?.article ?? -1;
    return !seen.has(article) && seen.add(article);
  });
}

function readPart({ lang, whole, vocabulary, tuning }: Message, text: string, around: string): FoundPart {
  const slots = readQuestion(tokenise(text), lang, vocabulary);
  const alone = find(slots, vocabulary, tuning);
  const telling = slots.filter(isTelling).length;
  const clear = LEANS.test(text) ? CLEAR_THOUGH_LEANING : telling > 1 ? CLEAR : CLEAR_OF_ONE_WORD;
  if ((alone.ranked[0]?.score ?? 0) >= clear) return { text, slots, found: within(alone, whole) };
  const context = readQuestion(tokenise(around), lang, vocabulary).filter(
    (slot) => isTelling(slot) && !says(slots, slot),
  );
  // What was learned of words is left to the part's own.
  const quieter = context.map(({ alternatives, share, hint, words }): Slot => {
    return { alternatives, share: share * CONTEXT_SHARE, hint, words };
  });
  const all = [...slots, ...quieter];
  return { text, slots: all, found: within(find(all, vocabulary, tuning), whole) };
}

/** A part's articles in the light of the whole message's. */
function within(found: Found, whole: Found): Found {
  const scores = new Map(whole.ranked.map(({ article, score }) => [article, score]));
  const ranked = found.ranked
    .map(({ article, score }) => ({
      article,
      score: (1 - WHOLE_SHARE) * score + WHOLE_SHARE * (scores.get(article) ?? 0),
    }))
    .sort((a, b) => b.score - a.score || a.article - b.article);
  return { ...found, ranked };
}

const isTelling = ({ hint, alternatives }: Slot): boolean => !hint && alternatives.length > 0;

const says = (slots: Slot[], other: Slot): boolean =>
  slots.some(({ alternatives }) => alternatives[0]?.stems.join() === other.alternatives[0]?.stems.join());
