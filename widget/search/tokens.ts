/** One word of a text, folded, with its place in it. */
export interface Token {
  word: string;
  /** Offsets into the text as it was given, end excluded. */
  start: number;
  end: number;
}

/**
 * Apostrophes separate: «l'auto», «un'ora», «'ndo», «pe'» come apart, and the elided pieces are stop words like the
 * articles they stand for.
 */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

export function tokenise(text: string): Token[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    word: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const PLAIN = /^[a-z\d]*$/i;

/** Without capitals and accents: citizens leave them out, or put them anywhere. */
export function fold(word: string): string {
  // Most words have none, and looking for them takes long.
  if (PLAIN.test(word)) return word.toLowerCase();
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
