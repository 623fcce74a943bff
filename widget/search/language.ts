import type { Token } from './tokens.ts';

/** Languages in which questions are understood. Answers are written in fewer: see the protocol's Language. */
export const QUESTION_LANGUAGES = ['it', 'en', 'es', 'fr', 'ro'] as const;
export type QuestionLanguage = (typeof QUESTION_LANGUAGES)[number];

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Small folded words that the other languages do not have, or hardly. */
const MARKS: Record<QuestionLanguage, ReadonlySet<string>> = {
  it: words(`la se me un mi una con tocca pure il lo gli uno di del della dei delle degli al alla allo per che come quando dove non sono ho hai ha mi ti ci
    nel nella dal dalla sul sulla perche quanto quale questo questa devo posso voglio vorrei mio mia er nun pe daa so ed
    anche gia piu fare fatto cosa chi senza sto sta entro io mie suo sua qualcosa sul su da dai dalle alle ai ma della
    nn cmq xche c quanno ner dar ar sur`),
  en: words(`the of and to is are my your you he she it we they what when where how which who does did can could would
    should have has for with from on at this that not please was were need want an i do if get im dont cant there any
    about as or by will be been just still after before our us`),
  es: words(`un la el los y es mis que donde cuando por para del al puedo quiero tengo hay unos esta este muy pero soy estoy
    necesito cuanto cuesta mas hola gracias ya sus hago nos yo usted ustedes hacer quien saco mi una en se como con`),
  fr: words(`un le les des du et est sont je vous nous ma mes votre vos qui comment quand ou pour avec dans pas ne une puis
    veux ai dois faut bonjour merci combien quel quelle cette peut peux suis au aux mon que on il elle c est-ce`),
  ro: words(`este sunt mea meu mele pentru cum cand unde care ce nu vreau trebuie sa pot am ai din pe cu fac imi va rog
    buna ziua cat fost fara sau daca un eu nostru ati vreo unui unei lui si de o pot mi se`),
};
/** Letters and signs that give a language away. */
const LETTERS: [QuestionLanguage, RegExp][] = [
  ['ro', /[ășşțţ]/iu],
  ['es', /[ñ¿¡]/iu],
  ['fr', /[çœ]|\b(?:qu|j|n)['’]/iu],
];
const LETTERS_WEIGH = 3;

/** Short questions are few words, so only words that tell are counted; Italian where they do not. */
export function detectLanguage(tokens: Token[], text = ''): QuestionLanguage {
  const given = LETTERS.find(([, letters]) => letters.test(text))?.[0];
  const count = (lang: QuestionLanguage): number =>
    tokens.filter(({ word }) => MARKS[lang].has(word)).length + (lang === given ? LETTERS_WEIGH : 0);
  const counts = QUESTION_LANGUAGES.map((lang): [QuestionLanguage, number] => [lang, count(lang)]);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
