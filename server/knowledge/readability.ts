import type { Article } from '../../protocol/article.ts';
import { countWords, plainText } from '../../widget/search/plain-text.ts';

/**
 * Gulpease index of an Italian text: 89 + (300 × sentences − 10 × letters) / words, from 0 (hard) to 100 (easy).
 * Below 60 it is hard for who left school at 14. A line ends a sentence, as an item of a list does.
 */
export function gulpease(text: string): number {
  const words = countWords(text);
  if (words === 0) return 100;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const index = 89 + (300 * countSentences(text) - 10 * letters) / words;
  return Math.round(Math.min(100, Math.max(0, index)) * 10) / 10;
}

/** All a citizen reads of an article below its title. */
export function articleText({ summary, sections }: Article): string {
  return [summary, ...sections.map(({ blocks }) => blocks)].map(plainText).join('\n');
}

/** «7.30» and «06.99» end nothing: a full stop counts before a space or at the end of a line. */
function countSentences(text: string): number {
  return text.split(/[.!?…]+(?=\s|$)|\n/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}
