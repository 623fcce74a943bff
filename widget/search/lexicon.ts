import type { LexiconEntry } from '../../protocol/article.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { tokenise } from './tokens.ts';

/** A word or phrase as its stems, stop words left out. */
export type Phrase = readonly string[];

export interface Lexicon {
  /** The longest known phrase that begins at `from` in the stems, or null. */
  phraseAt(stems: readonly string[], from: number): Phrase | null;
  /** What means the same, the phrase itself not among them. */
  alike(phrase: Phrase): Phrase[];
  /** Whether any of its phrases has the stem. */
  knows(stem: string): boolean;
  /** Every word written in it, folded. */
  words: string[];
}

export function createLexicon(entries: LexiconEntry[]): Lexicon {
  const groups = entries.map(({ word, alike }) => [word, ...alike].map(toPhrase).filter((phrase) => phrase.length > 0));
  const alikeByKey = new Map<string, Map<string, Phrase>>();
  for (const group of groups) {
    for (const phrase of group) {
      const others = alikeByKey.get(keyOf(phrase)) ?? new Map<string, Phrase>();
      for (const other of group) if (keyOf(other) !== keyOf(phrase)) others.set(keyOf(other), other);
      alikeByKey.set(keyOf(phrase), others);
    }
  }
  const stems = new Set(groups.flat(2));
  const longest = Math.max(1, ...groups.flat().map((phrase) => phrase.length));
  return {
    phraseAt(stems, from) {
      for (let length = Math.min(longest, stems.length - from); length > 0; length -= 1) {
        const phrase = stems.slice(from, from + length);
        if (alikeByKey.has(keyOf(phrase))) return phrase;
      }
      return null;
    },
    knows: (word) => stems.has(word),
    alike: (phrase) => [...(alikeByKey.get(keyOf(phrase))?.values() ?? [])],
    words: entries.flatMap(({ word, alike }) =>
      [word, ...alike].flatMap((text) => tokenise(text).map((token) => token.word)),
    ),
  };
}

function toPhrase(text: string): Phrase {
  const words = tokenise(text).map(({ word }) => word);
  const telling = words.filter((word) => !isStopWord(word, 'it'));
  return (telling.length > 0 ? telling : words).map(stem);
}

const keyOf = (phrase: Phrase): string => phrase.join(' ');
