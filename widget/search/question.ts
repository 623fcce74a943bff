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
  alternatives: Alternative[];
  /** How telling it is; a word no article knows is very telling. */
  mass: number;
}

export interface Vocabulary {
  index: ArticleIndex;
  lexicon: Lexicon;
  speller: Speller;
}

const SYNONYM_TRUST = 0.8;
/** How, when, how much: they point to a part of an answer rather than to the answer. */
const QUESTION_WORD_SHARE = 0.3;
/** A story may be long; only so many different words of it are weighed. */
const MOST_WORDS = 80;

interface Heard {
  stem: string;
  trust: number;
  everyday: boolean;
  share: number;
}

/** What the question asks for, word by word, synonyms and slips resolved against what the articles can say. */
export function readQuestion(tokens: Token[], lang: Language, vocabulary: Vocabulary): Slot[] {
  const heard = distinct(tokens.flatMap(({ word }) => hear(word, lang, vocabulary)));
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
  if (isStopWord(word, 'it') || isStopWord(word, lang)) return [];
  const share = isQuestionWord(word) ? QUESTION_WORD_SHARE : 1;
  const everyday = share < 1 || isEverydayWord(word) || /^\d+$/.test(word);
  const own = stem(word);
  if (everyday || index.has(own) || lexicon.phraseAt([own], 0) !== null)
    return [{ stem: own, trust: 1, everyday, share }];
  const meant = speller.correct(word);
  if (meant === null) return [{ stem: own, trust: 1, everyday, share }];
  return hear(meant.word, lang, { index, lexicon, speller: { correct: () => null } }).map((one) => ({
    ...one,
    trust: one.trust * meant.trust,
  }));
}

function distinct(heard: Heard[]): Heard[] {
  const byStem = new Map<string, Heard>();
  for (const one of heard) if (!byStem.has(one.stem) && byStem.size < MOST_WORDS) byStem.set(one.stem, one);
  return [...byStem.values()];
}

/** Null for everyday words that no article uses: they neither help nor hinder. */
function slotOf(heard: Heard[], { index, lexicon }: Vocabulary): Slot | null {
  const phrase = heard.map((one) => one.stem);
  const trust = Math.min(...heard.map((one) => one.trust));
  const ways = [
    { stems: phrase, trust },
    ...lexicon.alike(phrase).map((stems) => ({ stems, trust: trust * SYNONYM_TRUST })),
  ];
  const alternatives = ways.filter(({ stems }) => stems.every((one) => index.has(one)));
  if (alternatives.length === 0 && heard.every((one) => one.everyday)) return null;
  const weight = (stems: Phrase): number => stems.reduce((sum, one) => sum + index.weightOf(one), 0) / stems.length;
  const known = alternatives.length > 0 ? alternatives : [{ stems: phrase }];
  const share = Math.min(...heard.map((one) => one.share));
  return { alternatives, mass: share * Math.max(...known.map(({ stems }) => weight(stems))) };
}
