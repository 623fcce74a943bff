import type { Language } from '../../protocol/conversation.ts';
import type { Token } from './tokens.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Function words that the other language does not have. */
const MARKS: Record<Language, ReadonlySet<string>> = {
  it: words(`il lo gli un una uno di del della dei delle al alla con per che come quando dove non sono ho hai ha mi ti si
    ci nel nella dal dalla e o se perche quanto quale questo questa devo posso voglio vorrei mio mia er de nun pe daa so`),
  en: words(`the of and to is are my your i you he she it we they what when where how which who do does did can could
    would should have has for with from on at this that not please if am was were book need want`),
};

/** Short questions are few words, so only words that tell are counted; Italian where they do not. */
export function detectLanguage(tokens: Token[]): Language {
  const count = (lang: Language): number => tokens.filter(({ word }) => MARKS[lang].has(word)).length;
  return count('en') > count('it') ? 'en' : 'it';
}
