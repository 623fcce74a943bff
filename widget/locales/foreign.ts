import type { Language } from '../../protocol/conversation.ts';
import type { QuestionLanguage } from '../search/index.ts';

/**
 * In which language the answer is, said in the language of the question: whoever asked in it may not read ours. The
 * screens themselves are in Italian and English only.
 */
const WORDS: Record<QuestionLanguage, Record<Language, string>> = {
  it: { it: 'La risposta è in italiano.', en: 'La risposta è in inglese.' },
  en: { it: 'The answer is in Italian.', en: 'The answer is in English.' },
  es: { it: 'La respuesta está en italiano.', en: 'La respuesta está en inglés.' },
  fr: { it: 'La réponse est en italien.', en: 'La réponse est en anglais.' },
  ro: { it: 'Răspunsul este în italiană.', en: 'Răspunsul este în engleză.' },
};

export function answerLanguageWords(question: QuestionLanguage, answer: Language): string {
  return WORDS[question][answer];
}
