import type { Article, LexiconEntry } from '../../protocol/article.ts';
import type { Place, WordFound } from '../../protocol/preview.ts';
import { detectLanguage } from '../../widget/search/language.ts';
import { createLexicon } from '../../widget/search/lexicon.ts';
import { plainText } from '../../widget/search/plain-text.ts';
import { stem } from '../../widget/search/stem.ts';
import { isStopWord } from '../../widget/search/stop-words.ts';
import { tokenise } from '../../widget/search/tokens.ts';

/** Stem -> the word as it stands in the text. */
type Words = ReadonlyMap<string, string>;

/**
 * Which words of a question stand in an article, where, and in what form. It reads the texts as the search does, word
 * by word: it tells an editor what to change, and leaves the weighing to the search.
 */
export function explain(question: string, article: Article, lexicon: readonly LexiconEntry[]): WordFound[] {
  const tokens = tokenise(question);
  const lang = detectLanguage(tokens, question);
  const known = createLexicon(lexicon);
  const fields = fieldsOf(article);
  const asked = [...new Set(tokens.map(({ word }) => word))].filter((word) => !isStopWord(word, lang));
  return asked.map((word) => {
    const own = findIn(fields, [stem(word)]);
    if (own.places.length > 0) return { word, as: own.as === word ? null : own.as, places: own.places };
    for (const phrase of known.alike([stem(word)])) {
      const alike = findIn(fields, phrase);
      if (alike.places.length > 0) return { word, ...alike };
    }
    return { word, as: null, places: [] };
  });
}

function fieldsOf({ title, variants, summary, sections }: Article): [Place, Words][] {
  return [
    ['title', wordsOf(title)],
    ['variants', wordsOf(variants.join('\n'))],
    ['summary', wordsOf(plainText(summary))],
    ['body', wordsOf(sections.map(({ blocks }) => plainText(blocks)).join('\n'))],
  ];
}

function wordsOf(text: string): Words {
  return new Map(tokenise(text).map(({ word }) => [stem(word), word]));
}

/** Where all words of a phrase stand. */
function findIn(fields: [Place, Words][], phrase: readonly string[]): { as: string | null; places: Place[] } {
  const found = fields.filter(([, words]) => phrase.every((one) => words.has(one)));
  const [first] = found;
  const as = first ? phrase.map((one) => first[1].get(one)).join(' ') : null;
  return { as, places: found.map(([place]) => place) };
}
