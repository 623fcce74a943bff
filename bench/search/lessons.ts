import type { Knowledge } from '../../protocol/article.ts';
import { wordsForAges } from '../../widget/search/ages.ts';
import { buildVocabulary, TUNING } from '../../widget/search/index.ts';
import { detectLanguage } from '../../widget/search/language.ts';
import { signsOf } from '../../widget/search/learned.ts';
import { readQuestion, type Vocabulary } from '../../widget/search/question.ts';
import { rank } from '../../widget/search/rank.ts';
import { doAtOnce } from '../../widget/search/steps.ts';
import { tokenise } from '../../widget/search/tokens.ts';
import type { Example } from './learning.ts';
import { isEmergency, isLookAlike, type Question } from './questions.ts';

/** Questions as they are learned from: read as the engine reads them, without what it has learned before. */
export function createLessons(languages: readonly [Knowledge, ...Knowledge[]]) {
  const vocabulary = doAtOnce(buildVocabulary({ ...TUNING, learned: false }, languages));
  const ids = vocabulary.index.articles.map(({ id }) => id);
  return {
    ids,
    toExamples: (questions: readonly Question[]): Example[] =>
      questions.filter(teaches).map((asked) => toExample(asked, ids, vocabulary)),
  };
}

/** Calls for help and messages with several questions say nothing of what a word speaks for. */
const teaches = (asked: Question): boolean =>
  !isEmergency(asked) && !isLookAlike(asked) && asked.parts === undefined && asked.kind !== 'multi';

function toExample({ q, ids: answers }: Question, ids: readonly string[], vocabulary: Vocabulary): Example {
  const lang = detectLanguage(tokenise(q), q);
  const slots = readQuestion(tokenise(`${q} ${wordsForAges(q)}`), lang, vocabulary);
  const scores = new Float64Array(ids.length + 1);
  for (const { article, score } of rank(slots, vocabulary.index)) scores[article + 1] = score;
  const places = answers.map((id) => ids.indexOf(id) + 1).filter((place) => place > 0);
  return { signs: signsOf(slots), scores, answers: answers.length === 0 ? [0] : places };
}
