import type { LexiconEntry } from '../../protocol/article.ts';
import { detectLanguage, type QuestionLanguage } from './language.ts';
import { stem, type StemLanguage } from './stem.ts';
import { doAtOnce, type Steps } from './steps.ts';
import { isSmallAnywhere, isStopWord } from './stop-words.ts';
import { tokenise } from './tokens.ts';

/** A word or phrase as its stems, stop words left out. */
export type Phrase = readonly string[];

export interface Lexicon {
  /** The longest phrase that begins at `from` in the stems and is said in the language, or null. */
  phraseAt(stems: readonly string[], from: number, lang?: QuestionLanguage): Phrase | null;
  /** What means the same, the phrase itself not among them. */
  alike(phrase: Phrase): Phrase[];
  /** The words that name the groups it belongs to. */
  groupsOf(phrase: Phrase): readonly string[];
  /** The name of the group, where the phrase of several stems speaks of what no article answers. */
  outsideOf(phrase: Phrase): string | undefined;
  /** The same of one word, as it is written: stems of other words may fall together with its own. */
  outsideOfWord(word: string): string | undefined;
  /** Whether any of its phrases has the stem. */
  knows(stem: string): boolean;
  /** Every word written in it, folded, that may be Italian; those of phrases in other languages. */
  words: { italian: string[]; foreign: string[] };
}

/** One way of saying it; null where the small words do not tell the language. */
interface Saying {
  phrase: Phrase;
  key: string;
  lang: QuestionLanguage | null;
}

/** An editor's text, read. */
interface Written {
  words: string[];
  lang: QuestionLanguage | null;
}

export const createLexicon = (entries: readonly LexiconEntry[]): Lexicon => doAtOnce(buildLexicon(entries));

export function* buildLexicon(entries: readonly LexiconEntry[]): Steps<Lexicon> {
  /** The groups in which a phrase means the same as the others of the group. */
  const groupsByKey = new Map<string, Saying[][]>();
  const namesByKey = new Map<string, string[]>();
  const langsByKey = new Map<string, Set<QuestionLanguage | null>>();
  const outside = new Map<string, string>();
  const outsideWords = new Map<string, string>();
  const stems = new Set<string>();
  const words = { italian: new Set<string>(), foreign: new Set<string>() };
  let longest = 1;
  for (const entry of entries) {
    const texts = [entry.word, ...entry.alike].map(read);
    const group = texts.flatMap((text) => toSayings(text, entry.outside === true));
    for (const { words: written, lang } of texts) {
      if (entry.outside === true && written.length === 1) outsideWords.set(written.join(), entry.word);
      const foreign = lang !== null || written.some(looksForeign);
      for (const word of written) words[foreign ? 'foreign' : 'italian'].add(word);
    }
    for (const { phrase, key, lang } of group) {
      longest = Math.max(longest, phrase.length);
      for (const one of phrase) stems.add(one);
      langsByKey.set(key, (langsByKey.get(key) ?? new Set()).add(lang));
      if (entry.outside === true) {
        outside.set(key, entry.word);
        continue;
      }
      const names = namesByKey.get(key) ?? [];
      if (!names.includes(entry.word)) namesByKey.set(key, [...names, entry.word]);
      groupsByKey.set(key, [...(groupsByKey.get(key) ?? []), group]);
    }
    yield;
  }
  /** Made when it is first asked for: few are. */
  const alikeByKey = new Map<string, Phrase[]>();
  function alike(key: string): Phrase[] {
    const known = alikeByKey.get(key);
    if (known !== undefined) return known;
    const sayings = (groupsByKey.get(key) ?? []).flat().filter((other) => other.key !== key);
    const made = [...new Map(sayings.map((other) => [other.key, other.phrase])).values()];
    alikeByKey.set(key, made);
    return made;
  }
  const isSaid = (phrase: Phrase, lang: QuestionLanguage): boolean => {
    const langs = langsByKey.get(keyOf(phrase));
    return langs !== undefined && (langs.has(null) || langs.has(lang));
  };
  return {
    phraseAt(said, from, lang = 'it') {
      for (let length = Math.min(longest, said.length - from); length > 0; length -= 1) {
        const phrase = said.slice(from, from + length);
        if (isSaid(phrase, lang)) return phrase;
      }
      return null;
    },
    alike: (phrase) => alike(keyOf(phrase)),
    groupsOf: (phrase) => namesByKey.get(keyOf(phrase)) ?? [],
    outsideOf: (phrase) => (phrase.length > 1 ? outside.get(keyOf(phrase)) : undefined),
    outsideOfWord: (word) => outsideWords.get(word),
    knows: (word) => stems.has(word),
    words: { italian: [...words.italian], foreign: [...words.foreign] },
  };
}

/**
 * As it is read in an Italian question and in one of another language: «get my money back» loses other small words than
 * «i soldi indietro», and English words end otherwise.
 */
function toSayings({ words, lang }: Written, outside: boolean): Saying[] {
  const italian = words.filter((word) => !isStopWord(word, 'it'));
  const foreign = lang === null ? italian : italian.filter((word) => !isSmallAnywhere(word));
  const phrases = [inStems(italian, 'it'), inStems(foreign, 'it'), inStems(foreign, 'en')];
  const telling = phrases.filter((phrase) => phrase.length > 0);
  const distinct = new Map((telling.length > 0 ? telling : [inStems(words, 'it')]).map((one) => [keyOf(one), one]));
  // «Che tempo fa» would come down to «tempo», which any question may hold.
  const whole = (phrase: Phrase): boolean => !outside || phrase.length > 1 || words.length === 1;
  return [...distinct].flatMap(([key, phrase]) => (whole(phrase) ? [{ phrase, key, lang }] : []));
}

/** Small words tell the language: «ne marche pas» is French and says nothing of the Marche. Single words belong to all. */
function read(text: string): Written {
  const tokens = tokenise(text);
  const lang = detectLanguage(tokens, text);
  return { words: tokens.map(({ word }) => word), lang: lang === 'it' ? null : lang };
}

/** Italian words end in a vowel and do without these letters: a slip is not corrected towards any other. */
const looksForeign = (word: string): boolean => /[jkwxy]|[^aeiou\d]$|tion|th|sh/.test(word) && word.length > 3;

const inStems = (words: string[], lang: StemLanguage): Phrase => words.map((word) => stem(word, lang));
const keyOf = (phrase: Phrase): string => phrase.join(' ');
