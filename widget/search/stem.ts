import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as italian } from '@orama/stemmers/italian';

/** Articles exist in these; words of other languages come apart with the Italian one, their nearest relative. */
export type StemLanguage = 'it' | 'en';

const STEMMERS = { it: italian, en: english };
const cache = { it: new Map<string, string>(), en: new Map<string, string>() };
const CACHE_SIZE = 20_000;

/** The part of a folded word that its inflections share. Codes and numbers (E01, 104) stay whole. */
export function stem(word: string, lang: StemLanguage = 'it'): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const known = cache[lang].get(word);
  if (known !== undefined) return known;
  if (cache[lang].size >= CACHE_SIZE) cache[lang].clear();
  const made = STEMMERS[lang](word);
  cache[lang].set(word, made);
  return made;
}
