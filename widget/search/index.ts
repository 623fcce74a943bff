import type { Knowledge } from '../../protocol/article.ts';
import { wordsForAges } from './ages.ts';
import { buildArticleIndex } from './article-index.ts';
import { decide, DECISION_TUNING, type Certainty, type DecisionTuning } from './decide.ts';
import { findEmergency, type Emergency } from './emergency.ts';
import { detectLanguage, type QuestionLanguage } from './language.ts';
import { buildLexicon } from './lexicon.ts';
import { find } from './find.ts';
import { createLearned } from './learned.ts';
import { findParts, PARTS_TUNING, type PartsTuning } from './parts.ts';
import { QUESTION_TUNING, readQuestion, type QuestionTuning, type Vocabulary } from './question.ts';
import { RANK_TUNING, type Ranked, type RankTuning } from './rank.ts';
import { buildSpeller } from './spelling.ts';
import { doAtOnce, doInSlices, type Steps } from './steps.ts';
import { SMALL_WORDS } from './stop-words.ts';
import { suggest, type Suggestion } from './suggest.ts';
import { tokenise } from './tokens.ts';

export type { Emergency, EmergencyContact, EmergencyKind } from './emergency.ts';
export type { QuestionLanguage } from './language.ts';
export type { Suggestion } from './suggest.ts';

/**
 * `answer`: the first hit is it. `unsure`: it may be one of the hits, ask. `none`: say so, offer a person.
 * `emergency`: show the numbers above everything; hits are there all the same where they are sure, and nothing is blocked.
 */
export type Decision = Certainty | 'emergency';

export interface Hit {
  id: string;
  /** 0 to 1. */
  score: number;
}

/** One of several questions in a message. */
export interface Part {
  question: string;
  lang: QuestionLanguage;
  decision: Certainty;
  hits: Hit[];
}

export interface SearchAnswer {
  decision: Decision;
  /** The question's language, as far as it can be told. */
  lang: QuestionLanguage;
  /** Best first, at most five; empty with `none`. */
  hits: Hit[];
  /** What was found for each question, when there are several in the message; else empty. */
  parts: Part[];
  /** Not null exactly when the decision is `emergency`. */
  emergency: Emergency | null;
}

export interface Search {
  /** Any text at all is answered, and quickly: of a very long one the beginning and the end are read. */
  ask(question: string): SearchAnswer;
  /** What the citizen may be about to ask; at most `limit`, six unless told. */
  suggest(typed: string, limit?: number): Suggestion[];
}

const MOST_HITS = 5;
const SUGGESTIONS = 6;
/** Characters read at each end of a long question. */
const READ = 1_500;
/** Nobody's life depends on more. */
const READ_FOR_EMERGENCY = 20_000;
const MOST_PIECES = 60;
/** A hit with less than this share of the first one's score is no candidate. */
const WORTH_SHOWING = 0.3;

/** What can be turned and, for measuring, turned off. */
export type Tuning = QuestionTuning & RankTuning & DecisionTuning & PartsTuning;
export const TUNING: Tuning = { ...QUESTION_TUNING, ...RANK_TUNING, ...DECISION_TUNING, ...PARTS_TUNING };

/**
 * Reads the whole knowledge once; asking is then cheap. Further knowledge says the same in other languages: an article is
 * found by the words of all of them, whatever language one reads.
 */
export function createSearch(...knowledge: [Knowledge, ...Knowledge[]]): Search {
  return createTunedSearch(TUNING, ...knowledge);
}

/**
 * The same where somebody types meanwhile: reading takes a tenth of a second, several on a slow telephone.
 *
 * @param pause resolves when others have had their turn
 */
export function prepareSearch(pause: () => Promise<void>, ...knowledge: [Knowledge, ...Knowledge[]]): Promise<Search> {
  return doInSlices(buildSearch(TUNING, knowledge), pause);
}

/** The engine with other values: the benchmark's, to show what each part is for. */
export function createTunedSearch(tuning: Tuning, ...knowledge: [Knowledge, ...Knowledge[]]): Search {
  return doAtOnce(buildSearch(tuning, knowledge));
}

/** All that a question is read with. */
export function* buildVocabulary(tuning: Tuning, knowledge: readonly [Knowledge, ...Knowledge[]]): Steps<Vocabulary> {
  // What belongs to all languages travels with one of them.
  const withWords = knowledge.find(({ lexicon }) => lexicon.length > 0) ?? knowledge[0];
  const index = yield* buildArticleIndex(knowledge.flatMap(({ articles }) => articles));
  const lexicon = yield* buildLexicon(withWords.lexicon);
  const { words } = lexicon;
  const italian = yield* buildSpeller([...index.wordsOf('it'), ...words.italian, ...SMALL_WORDS]);
  const foreign = yield* buildSpeller([...index.wordsOf('en'), ...words.foreign, ...words.italian]);
  const ids = index.articles.map(({ id }) => id);
  const learned = createLearned(tuning.learned ? withWords.learned : undefined, ids);
  return { index, lexicon, spellers: { italian, foreign }, learned, tuning };
}

function* buildSearch(tuning: Tuning, knowledge: readonly [Knowledge, ...Knowledge[]]): Steps<Search> {
  const vocabulary = yield* buildVocabulary(tuning, knowledge);
  const { index } = vocabulary;

  function toHits(ranked: Ranked[]): Hit[] {
    const least = (ranked[0]?.score ?? 0) * WORTH_SHOWING;
    return ranked
      .filter(({ score }) => score >= least)
      .slice(0, MOST_HITS)
      .flatMap(({ article, score }) => {
        const id = index.articles[article]?.id;
        return id === undefined ? [] : [{ id, score: Math.min(1, Math.round(score * 1000) / 1000) }];
      });
  }

  return {
    ask(question) {
      const whole = shorten(question);
      const lang = detectLanguage(tokenise(whole), whole);
      const emergency = findEmergency(tokenise(question.slice(0, READ_FOR_EMERGENCY)));
      const text = emergency === null ? whole : withoutEmergency(whole);
      const aged = tuning.ages ? `${text} ${wordsForAges(text)}`.trim() : text;
      const slots = readQuestion(tokenise(aged), lang, vocabulary);
      const found = find(slots, vocabulary, tuning);
      const certainty = decide(found, slots, lang, tuning);
      const several =
        tuning.parts && certainty !== 'none' ? findParts({ text, lang, whole: found, vocabulary, tuning }) : [];
      const parts = several.map((part): Part => ({
        question: part.text,
        lang,
        decision: decide(part.found, part.slots, lang, tuning),
        hits: toHits(part.found.ranked),
      }));
      const shown = emergency === null ? certainty !== 'none' : certainty === 'answer';
      const hits = shown ? firstOfEach(parts, toHits(found.ranked)) : [];
      return { decision: emergency === null ? certainty : 'emergency', lang, hits, parts, emergency };
    },
    suggest: (typed, limit = SUGGESTIONS) => suggest(shorten(typed), limit, vocabulary),
  };
}

/**
 * The best for the message as a whole, then what answers each part, then the rest; no hit scores less than a later one.
 */
function firstOfEach(parts: Part[], hits: Hit[]): Hit[] {
  const firsts = [...hits.slice(0, 1), ...parts.flatMap((part) => part.hits.slice(0, 1)), ...hits];
  const byId = new Map(firsts.toReversed().map((hit) => [hit.id, hit]));
  const order = [...new Set(firsts.map(({ id }) => id))].slice(0, MOST_HITS);
  const all = order.flatMap((id) => byId.get(id) ?? []);
  return all.map(({ id }, at) => ({ id, score: Math.max(...all.slice(at).map(({ score }) => score)) }));
}

/** What else is asked beside a call for help: the words of danger bring no articles. */
function withoutEmergency(text: string): string {
  const pieces = text.split(/[,;:.!?\n]+/, MOST_PIECES);
  return pieces.filter((piece) => findEmergency(tokenise(piece)) === null).join(', ');
}

function shorten(text: string): string {
  return text.length <= 2 * READ ? text : `${text.slice(0, READ)} ${text.slice(-READ)}`;
}
