import type { Language } from '../../protocol/conversation.ts';
import type { ArticleIndex } from './article-index.ts';
import type { Lexicon, Phrase } from './lexicon.ts';
import type { Speller } from './spelling.ts';
import { stem } from './stem.ts';
import { isEverydayWord, isQuestionWord, isStopWord } from './stop-words.ts';
import type { Token } from './tokens.ts';

/** One way in which an article may say what a piece of the question says. */
export interface Alternative {
  stems: Phrase;
  /** 1 for the citizen's own word, less for a synonym or a corrected slip. */
  trust: number;
}

/** A piece of the question that wants to be found. */
export interface Slot {
  /** Those that occur in the articles; none when no article can say it. */
  alternatives: Alternative[];
  /** How much it may count: 1 for a plain word, less for one that only hints. */
  share: number;
}

export interface Vocabulary {
  index: ArticleIndex;
  lexicon: Lexicon;
  speller: Speller;
}

const SYNONYM_TRUST = 0.8;
/** How, when, how much: they point to a part of an answer rather than to the answer. */
const QUESTION_WORD_SHARE = 0.3;
const EVERYDAY_SHARE = 0.5;
/** A story may be long; only so many different words are weighed at each end of it. */
const MOST_WORDS = 40;

interface Heard {
  stem: string;
  trust: number;
  share: number;
}

/** What the question asks for, word by word, synonyms and slips resolved against what the articles can say. */
export function readQuestion(tokens: Token[], lang: Language, vocabulary: Vocabulary): Slot[] {
  const words = [...new Set(tokens.map(({ word }) => word))].filter((word) => !isStopWord(word, lang));
  const heard = distinct(bothEnds(words).flatMap((word) => hear(word, lang, vocabulary)));
  const stems = heard.map((one) => one.stem);
  const slots: Slot[] = [];
  for (let at = 0; at < heard.length;) {
    const phrase = vocabulary.lexicon.phraseAt(stems, at);
    const length = phrase?.length ?? 1;
    const slot = slotOf(heard.slice(at, at + length), vocabulary);
    if (slot !== null) slots.push(slot);
    at += length;
  }
  return slots;
}

function hear(word: string, lang: Language, { index, lexicon, speller }: Vocabulary): Heard[] {
  if (isStopWord(word, lang)) return []; // what a slip was meant for may be one
  const own = stem(word);
  const share = shareOf(word);
  const known = share < 1 || index.has(own) || lexicon.knows(own);
  const meant = known ? null : speller.correct(word);
  if (meant === null) return [{ stem: own, trust: 1, share }];
  const meaning = hear(meant.word, lang, { index, lexicon, speller: { correct: () => null } });
  return meaning.map((one) => ({ ...one, trust: one.trust * meant.trust }));
}

function shareOf(word: string): number {
  if (isQuestionWord(word)) return QUESTION_WORD_SHARE;
  return isEverydayWord(word) || /^\d+$/.test(word) ? EVERYDAY_SHARE : 1;
}

/** The beginning and the end: the question stands at either. */
function bothEnds(words: string[]): string[] {
  return words.length <= 2 * MOST_WORDS ? words : [...words.slice(0, MOST_WORDS), ...words.slice(-MOST_WORDS)];
}

function distinct(heard: Heard[]): Heard[] {
  const byStem = new Map<string, Heard>();
  for (const one of heard) if (!byStem.has(one.stem)) byStem.set(one.stem, one);
  return [...byStem.values()];
}

/** Null for hints that no article uses: they neither help nor hinder. */
function slotOf(heard: Heard[], { index, lexicon }: Vocabulary): Slot | null {
  const phrase = heard.map((one) => one.stem);
  const trust = Math.min(...heard.map((one) => one.trust));
  const share = Math.max(...heard.map((one) => one.share));
  const alternatives = [
    { stems: phrase, trust },
    ...lexicon.alike(phrase).map((stems) => ({ stems, trust: trust * SYNONYM_TRUST })),
  ].filter(({ stems }) => stems.every((one) => index.has(one)));
  return alternatives.length === 0 && share < 1 ? null : { alternatives, share };
}
