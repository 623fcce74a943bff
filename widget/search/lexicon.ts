import type { LexiconEntry } from '../../protocol/article.ts';
import { stem, type StemLanguage } from './stem.ts';
import { isSmallAnywhere, isStopWord } from './stop-words.ts';
import { tokenise } from './tokens.ts';

/** A word or phrase as its stems, stop words left out. */
export type Phrase = readonly string[];

export interface Lexicon {
  /** The longest known phrase that begins at `from` in the stems, or null. */
  phraseAt(stems: readonly string[], from: number): Phrase | null;
  /** What means the same, the phrase itself not among them. */
  alike(phrase: Phrase): Phrase[];
  /** Whether the phrase speaks of what no article answers. */
  isOutside(phrase: Phrase): boolean;
  /** Whether any of its phrases has the stem. */
  knows(stem: string): boolean;
  /** Every word written in it, folded. */
  words: string[];
}

export function createLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const alikeByKey = new Map<string, Map<string, Phrase>>();
  const outside = new Set<string>();
  const stems = new Set<string>();
  let longest = 1;
  for (const entry of entries) {
    const group = [entry.word, ...entry.alike].flatMap((text) => toPhrases(text, entry.outside === true));
    for (const phrase of group) {
      const key = keyOf(phrase);
      longest = Math.max(longest, phrase.length);
      for (const one of phrase) stems.add(one);
      if (entry.outside === true) outside.add(key);
      const others = alikeByKey.get(key) ?? new Map<string, Phrase>();
      if (entry.outside !== true) for (const other of group) if (keyOf(other) !== key) others.set(keyOf(other), other);
      alikeByKey.set(key, others);
    }
  }
  return {
    phraseAt(words, from) {
      for (let length = Math.min(longest, words.length - from); length > 0; length -= 1) {
        const phrase = words.slice(from, from + length);
        if (alikeByKey.has(keyOf(phrase))) return phrase;
      }
      return null;
    },
    alike: (phrase) => [...(alikeByKey.get(keyOf(phrase))?.values() ?? [])],
    isOutside: (phrase) => outside.has(keyOf(phrase)),
    knows: (word) => stems.has(word),
    words: entries.flatMap(({ word, alike }) =>
      [word, ...alike].flatMap((text) => tokenise(text).map((token) => token.word)),
    ),
  };
}

/**
 * As it is read in an Italian question and in one of another language: «get my money back» loses other small words than
 * «i soldi indietro», and English words end otherwise.
 */
function toPhrases(text: string, outside: boolean): Phrase[] {
  const words = tokenise(text).map(({ word }) => word);
  const italian = words.filter((word) => !isStopWord(word, 'it'));
  const foreign = italian.filter((word) => !isSmallAnywhere(word));
  const phrases = [inStems(italian, 'it'), inStems(foreign, 'it'), inStems(foreign, 'en')];
  const telling = phrases.filter((phrase) => phrase.length > 0);
  const distinct = new Map((telling.length > 0 ? telling : [inStems(words, 'it')]).map((one) => [keyOf(one), one]));
  // «Che tempo fa» would come down to «tempo», which any question may hold.
  const whole = (phrase: Phrase): boolean => !outside || phrase.length > 1 || words.length === 1;
  return [...distinct.values()].filter(whole);
}

const inStems = (words: string[], lang: StemLanguage): Phrase => words.map((word) => stem(word, lang));
const keyOf = (phrase: Phrase): string => phrase.join(' ');
