import type { WholeKnowledge } from '../../protocol/article.ts';
import { plainText } from '../../widget/search/plain-text.ts';
import { stem } from '../../widget/search/stem.ts';
import { isEverydayWord, isQuestionWord, isStopWord } from '../../widget/search/stop-words.ts';
import { tokenise } from '../../widget/search/tokens.ts';

/** Whether a word is one of the articles', of the lexicon's or of everyday language, in any of its forms. */
export function createKnownWords(languages: readonly WholeKnowledge[]): (word: string) => boolean {
  const texts = languages.flatMap(({ articles, lexicon }) => [
    ...articles.flatMap(({ title, variants, summary, sections }) => [
      title,
      ...variants,
      plainText(summary),
      ...sections.map(({ blocks }) => plainText(blocks)),
    ]),
    ...lexicon.flatMap(({ word, alike }) => [word, ...alike]),
  ]);
  const stems = new Set(texts.flatMap((text) => tokenise(text).map(({ word }) => stem(word))));
  return (word) =>
    isStopWord(word, 'it') ||
    isStopWord(word, 'en') ||
    isQuestionWord(word) ||
    isEverydayWord(word) ||
    stems.has(stem(word));
}
