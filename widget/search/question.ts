import type { ArticleIndex } from './article-index.ts';
import { inItalian } from './dialect.ts';
import type { QuestionLanguage } from './language.ts';
import type { Learned } from './learned.ts';
import type { Lexicon, Phrase } from './lexicon.ts';
import type { Speller } from './spelling.ts';
import { stem } from './stem.ts';
import { isEverydayWord, isQuestionWord, isStopWord, questionWordOf } from './stop-words.ts';
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
  /** How much it may count: 1 for a plain word, less for one that only hints, more for what is known to be elsewhere. */
  share: number;
  /** It only hints at what is asked. */
  hint: boolean;
  /** How many words of the question it holds. */
  words: number;
  /** Its stems, and the lexicon's groups it belongs to; absent where it is only guessed what will be said. */
  said?: Phrase;
  groups?: readonly string[];
}

export interface Vocabulary {
  index: ArticleIndex;
  lexicon: Lexicon;
  /** By the question's language: a slip is not corrected towards another one. */
  spellers: { italian: Speller; foreign: Speller };
  learned: Learned;
  tuning: QuestionTuning;
}

export interface QuestionTuning {
  synonymTrust: number;
  /** How, when, how much: they point to a part of an answer rather than to the answer. */
  questionWordShare: number;
  everydayShare: number;
  /** What editors know to be answered elsewhere weighs more than a word nobody knows. */
  outsideShare: number;
  /** A word of another language that nobody knows: our lists of theirs are short. */
  foreignShare: number;
  /** What was learned from questions. */
  learned: boolean;
  dialect: boolean;
  spelling: boolean;
  ages: boolean;
}

export const QUESTION_TUNING: QuestionTuning = {
  synonymTrust: 0.8,
  questionWordShare: 0.4,
  everydayShare: 0.6,
  outsideShare: 2.5,
  foreignShare: 0.6,
  learned: true,
  dialect: true,
  spelling: true,
  ages: true,
};

/** A story may be long; only so many different words are weighed at each end of it. */
const MOST_WORDS = 40;
const DIALECT_TRUST = 0.95;

interface Heard {
  stem: string;
  /** As written, or as it was meant. */
  word: string;
  trust: number;
  share: number;
  /** It only hints: where no article has it, it tells nothing. */
  hint: boolean;
}

/** What the question asks for, word by word, synonyms and slips resolved against what the articles can say. */
export function readQuestion(tokens: Token[], lang: QuestionLanguage, vocabulary: Vocabulary): Slot[] {
  const words = [...new Set(tokens.map(({ word }) => word))];
  const telling = words.filter((word) => questionWordOf(word, lang) !== undefined || !isStopWord(word, lang));
  const heard = distinct(bothEnds(telling).flatMap((word) => hear(word, lang, vocabulary)));
  const stems = heard.map((one) => one.stem);
  const slots: Slot[] = [];
  for (let at = 0; at < heard.length;) {
    const phrase = vocabulary.lexicon.phraseAt(stems, at, lang);
    const length = phrase?.length ?? 1;
    const slot = slotOf(heard.slice(at, at + length), vocabulary);
    slots.push(slot);
    at += length;
  }
  return slots;
}

function hear(word: string, lang: QuestionLanguage, vocabulary: Vocabulary): Heard[] {
  const { spellers, tuning } = vocabulary;
  const questionWord = questionWordOf(word, lang);
  if (questionWord !== undefined)
    return [{ stem: stem(questionWord), word, trust: 1, share: tuning.questionWordShare, hint: true }];
  const known = hearKnown(word, lang, vocabulary);
  if (known !== null) return known;
  if (tuning.dialect && lang === 'it') {
    for (const form of inItalian(word)) {
      const meaning = hearKnown(form, lang, vocabulary);
      if (meaning !== null) return meaning.map((one) => ({ ...one, trust: DIALECT_TRUST }));
    }
  }
  const meant = tuning.spelling ? spellers[lang === 'it' ? 'italian' : 'foreign'].correct(word) : null;
  const meaning = meant === null ? null : hearKnown(meant.word, lang, vocabulary);
  if (meant === null || meaning === null) {
    const share = shareOf(word, vocabulary) * (lang === 'it' ? 1 : tuning.foreignShare);
    return [{ stem: stem(word, stemLanguage(lang)), word, trust: 1, share, hint: isHint(word) }];
  }
  return meaning.map((one) => ({ ...one, trust: one.trust * meant.trust }));
}

/** Null for a word that neither articles nor lexicon have; nothing for a small word. */
function hearKnown(word: string, lang: QuestionLanguage, vocabulary: Vocabulary): Heard[] | null {
  const { index, lexicon } = vocabulary;
  if (isStopWord(word, lang)) return [];
  const share = shareOf(word, vocabulary);
  const forms = [stem(word, stemLanguage(lang)), stem(word)];
  const own = forms.find((form) => index.has(form) || lexicon.knows(form));
  const hint = isHint(word);
  if (own !== undefined) return [{ stem: own, word, trust: 1, share, hint }];
  return hint ? [{ stem: stem(word), word, trust: 1, share, hint }] : null;
}

const stemLanguage = (lang: QuestionLanguage): 'it' | 'en' => (lang === 'en' ? 'en' : 'it');

const isHint = (word: string): boolean => isQuestionWord(word) || isEverydayWord(word) || /^\d+$/.test(word);

function shareOf(word: string, { tuning }: Vocabulary): number {
  if (isQuestionWord(word)) return tuning.questionWordShare;
  return isHint(word) ? tuning.everydayShare : 1;
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

/** Hints that no article uses neither help nor hinder: they have no share. */
function slotOf(heard: Heard[], vocabulary: Vocabulary): Slot {
  const { lexicon, tuning } = vocabulary;
  const phrase = heard.map((one) => one.stem);
  const said = { words: heard.length, said: phrase };
  const outside = outsideOf(phrase, heard, lexicon);
  if (outside !== undefined)
    return { alternatives: [], share: tuning.outsideShare, hint: false, ...said, groups: [outside] };
  const trust = Math.min(...heard.map((one) => one.trust));
  const share = Math.max(...heard.map((one) => one.share));
  const alternatives = alternativesOf(phrase, trust, vocabulary);
  const hint = heard.every((one) => one.hint);
  return {
    alternatives,
    share: alternatives.length === 0 && hint ? 0 : share,
    hint,
    ...said,
    groups: lexicon.groupsOf(phrase),
  };
}

function outsideOf(phrase: Phrase, heard: Heard[], lexicon: Lexicon): string | undefined {
  const words = heard.map(({ word }) => lexicon.outsideOfWord(word));
  return lexicon.outsideOf(phrase) ?? (words.includes(undefined) ? undefined : words[0]);
}

/** As long as they are remembered, so is what was counted for them: while one types, and for a part after the whole. */
const remembered = new WeakMap<Vocabulary, Map<string, Alternative[]>>();
const MOST_REMEMBERED = 128;

function alternativesOf(phrase: Phrase, trust: number, vocabulary: Vocabulary): Alternative[] {
  const { index, lexicon, tuning } = vocabulary;
  const known = remembered.get(vocabulary) ?? new Map<string, Alternative[]>();
  remembered.set(vocabulary, known);
  const key = `${phrase.join(' ')} ${trust}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size === MOST_REMEMBERED) known.clear();
  const alternatives = [
    { stems: phrase, trust },
    ...lexicon.alike(phrase).map((stems) => ({ stems, trust: trust * tuning.synonymTrust })),
  ].filter(({ stems }) => stems.every((one) => index.has(one)));
  known.set(key, alternatives);
  return alternatives;
}
