import { stemmer } from '@orama/stemmers/italian';

const cache = new Map<string, string>();
const CACHE_SIZE = 20_000;

/** The part of a folded word that its inflections share. Codes and numbers (E01, 104) stay whole. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const known = cache.get(word);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_SIZE) cache.clear();
  const made = stemmer(word);
  cache.set(word, made);
  return made;
}
