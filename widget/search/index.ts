import type { Knowledge } from '../../protocol/article.ts';
import type { Language } from '../../protocol/conversation.ts';
import { createArticleIndex } from './article-index.ts';
import { decide, type Certainty } from './decide.ts';
import { findEmergency, type Emergency } from './emergency.ts';
import { detectLanguage } from './language.ts';
import { createLexicon } from './lexicon.ts';
import { readQuestion, type Vocabulary } from './question.ts';
import { rank } from './rank.ts';
import { createSpeller } from './spelling.ts';
import { SMALL_WORDS } from './stop-words.ts';
import { suggest, type Suggestion } from './suggest.ts';
import { tokenise } from './tokens.ts';

export type { Emergency, EmergencyContact, EmergencyKind } from './emergency.ts';
export type { Suggestion } from './suggest.ts';

/**
 * `answer`: the first hit is it. `unsure`: it may be one of the hits, ask. `none`: say so, offer a person.
 * `emergency`: show the numbers above everything; the hits are there all the same, and nothing is blocked.
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
  decision: Certainty;
  hits: Hit[];
}

export interface SearchAnswer {
  decision: Decision;
  /** The question's language, as far as it can be told. */
  lang: Language;
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
/** A hit with less than this share of the first one's score is no candidate. */
const WORTH_SHOWING = 0.3;

/** Reads the whole knowledge once (some milliseconds); asking is then cheap. */
export function createSearch(knowledge: Knowledge): Search {
  const index = createArticleIndex(knowledge.articles);
  const lexicon = createLexicon(knowledge.lexicon);
  const speller = createSpeller([...index.words, ...lexicon.words, ...SMALL_WORDS]);
  const vocabulary: Vocabulary = { index, lexicon, speller };
  return {
    ask(question) {
      const tokens = tokenise(shorten(question));
      const lang = detectLanguage(tokens);
      const emergency = findEmergency(tokenise(question.slice(0, READ_FOR_EMERGENCY)));
      const slots = readQuestion(tokens, lang, vocabulary);
      const ranked = rank(slots, index);
      const certainty = decide(ranked, slots);
      const least = (ranked[0]?.score ?? 0) * WORTH_SHOWING;
      const worth = certainty === 'none' ? [] : ranked.filter(({ score }) => score >= least).slice(0, MOST_HITS);
      const hits = worth.flatMap(({ article, score }) => {
        const id = index.articles[article]?.id;
        return id === undefined ? [] : [{ id, score: Math.round(score * 1000) / 1000 }];
      });
      return { decision: emergency === null ? certainty : 'emergency', lang, hits, parts: [], emergency };
    },
    suggest: (typed, limit = SUGGESTIONS) => suggest(shorten(typed), limit, vocabulary),
  };
}

function shorten(text: string): string {
  return text.length <= 2 * READ ? text : `${text.slice(0, READ)} ${text.slice(-READ)}`;
}
