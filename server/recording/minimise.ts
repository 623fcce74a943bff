/**
 * Takes out of a question whatever may tell who asked it, before it is stored. It errs on the side of taking out too
 * much: a question that lost a harmless word still tells what people look for.
 *
 * @param isKnown whether a word, folded, is one of the articles' or of everyday language, and so nobody's name
 */
export function minimise(question: string, isKnown: (word: string) => boolean): string {
  const text = question.normalize('NFKC').replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
  const masked = PATTERNS.reduce((rest, [pattern, mask]) => rest.replace(pattern, mask), text);
  return maskNumbers(maskNames(masked, isKnown), isKnown);
}

/** Whether anything is left of a question besides what was taken out. */
export function saysSomething(minimised: string): boolean {
  return /\p{L}{2}/u.test(minimised.replace(/\[[^\]]*\]/g, ''));
}

/** They would let a word slip through in pieces. */
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;

/** In a tax code digits may be letters too (omocodia); people write it in groups. */
const DIGIT = '[0-9LMNPQRSTUV]';
const GAP = '[ .-]?';
const TAX_CODE = [
  ...Array.from({ length: 6 }, () => '[A-Z]'),
  `${DIGIT}${GAP}${DIGIT}`,
  '[A-EHLMPRST]',
  `[0-9L-V]${GAP}${DIGIT}`,
  '[A-Z]',
  `${DIGIT}${GAP}${DIGIT}${GAP}${DIGIT}`,
  '[A-Z]',
].join(GAP);

/** In this order: what a later one would cut in pieces comes first. */
const PATTERNS: readonly [RegExp, string][] = [
  [/\b(?:https?:\/\/|www\.)\S+/giu, '[link]'],
  [/[\p{L}\d._%+-]+\s?@\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu, '[e-mail]'],
  [/(?:\S+ ){0,2}\S+ (?:chiocciola|at) \S+? (?:punto|dot) \p{L}{2,}/giu, '[e-mail]'],
  [/(?<![\p{L}\d])@[\p{L}\d._]{2,}/gu, '[e-mail]'],
  [new RegExp(`(?<![A-Z0-9])${TAX_CODE}(?![A-Z0-9])`, 'gi'), '[codice fiscale]'],
  [/\b[a-z]{2}\d{2} ?[a-z]\d{3}(?: ?[a-z\d]){15,27}\b/giu, '[conto]'],
  [/\b[a-z]{2}\d{2}(?: ?[a-z\d]{4}){3,7}(?: ?[a-z\d]{1,3})?\b/giu, '[conto]'],
  [/\b[A-Z]{2}[ -]\d{3}[ -]?[A-Z]{2}\b|\b[A-Z]{2}\d{3}[ -][A-Z]{2}\b/g, '[targa]'],
  [/\b[a-z]{2}\d{3}[a-z]{2}\b|\b[a-z]{2}[ -]?\d{5,6}\b/giu, '[targa]'],
  [/(?<=\btarga(?:ta|to)?:? )[a-z]{2}[ -]?\d{3}[ -]?[a-z]{2}\b/giu, '[targa]'],
  [
    /\b(?:via|viale|piazza|piazzale|p\.zza|corso|largo|vicolo|strada)(?: [\p{L}.'’]+){1,5},? (?:n\.? ?)?\d{1,4}\b(?:\/?[a-z]\b)?/giu,
    '[indirizzo]',
  ],
  // Telephone numbers, dates of birth, case and card numbers: five digits or more, however they are grouped.
  [/\+?(?:\d[ ./()-]{0,2}){4,}\d/g, '[numero]'],
];

/** A name follows for sure, whatever it looks like … */
const NAMED =
  /\b(?:mi chiamo|il mio nome [eè]['’]?|mio nome [eè]['’]?|nome e cognome|nome|cognome|a nome di|intestat[oa] a|my name is|name is|me llamo|mi nombre es|je m['’]appelle|mon nom est|m[aă] numesc|numele meu (?:este|e))(?:: ?| )/giu;
/** … or only perhaps: «sono Mario», but also «sono sordo». */
const PERHAPS_NAMED = /\b(?:sono|io sono|i am|i['’]m|this is|soy|je suis|sunt|eu sunt)\b /giu;
const TITLED =
  /\b(?:signor[aei]?|sig\.?(?:ra|na)?|dottor(?:e|essa)?|dott\.?(?:ssa)?|dr\.?|avv\.?|avvocato|prof\.?(?:ssa)?|mrs?\.?|ms\.?|madame|monsieur|se[nñ]ora?|domnul|doamna)\b\.? /giu;

const WORD = /^(?:,? ?)(\[[^\]]*\]|[\p{L}\p{M}'’-]+)/u;
const MOST_NAMES = 4;
/** «sono andata», «sono caduto»: participles are no names … */
const PARTICIPLE = /^\p{L}{2,}(?:at|ut|it)[oaie]$|^(?:rimas|pos|scrit|mor)t[oaie]$/u;
/** … apart from these. */
const NAMES_LIKE_PARTICIPLES = new Set(
  'agata amato benita donata donato fortunata fortunato onorato rita renata renato tito vito zita'.split(' '),
);

function maskNames(text: string, isKnown: (word: string) => boolean): string {
  const sure = maskAfter(text, NAMED, (word, place) => place === 0 || !isSmall(word, isKnown));
  const titled = maskAfter(sure, TITLED, (word) => isCapitalised(word) || !isOrdinary(word, isKnown));
  const perhaps = maskAfter(titled, PERHAPS_NAMED, (word) => isProper(word, isKnown) || !isOrdinary(word, isKnown));
  // Two words with capitals inside a sentence that no article knows: somebody's name and surname.
  return perhaps.replace(/(?<=[\p{Ll},;] )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+/gu, (words) =>
    words.split(' ').some((word) => isKnown(fold(word))) ? words : '[nome]',
  );
}

/** Masks the words after each match for as long as they are names. */
function maskAfter(text: string, opening: RegExp, isName: (word: string, place: number) => boolean): string {
  let result = '';
  let rest = text;
  for (let match = first(opening, rest); match !== null; match = first(opening, rest)) {
    const end = match.index + match[0].length;
    result += rest.slice(0, end);
    rest = rest.slice(end);
    const names = namesAt(rest, isName);
    if (names > 0) {
      result += '[nome]';
      rest = rest.slice(names);
    }
  }
  return result + rest;
}

function first(pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(text);
}

/** How many characters of the beginning are names. */
function namesAt(text: string, isName: (word: string, place: number) => boolean): number {
  let length = 0;
  for (let place = 0; place < MOST_NAMES; place += 1) {
    const word = WORD.exec(text.slice(length));
    if (word === null || word[1] === undefined || word[1].startsWith('[')) break;
    if (place > 0 && word[0].startsWith(',')) break;
    if (!isName(word[1], place)) break;
    length += word[0].length;
  }
  return length;
}

const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const isCapitalised = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word);

/** No more part of a name that has begun: «De Santis» is, «e voglio» is not. */
const isSmall = (word: string, isKnown: (word: string) => boolean): boolean =>
  !isCapitalised(word) && (word.length < 3 || isKnown(fold(word)));

const isProper = (word: string, isKnown: (word: string) => boolean): boolean =>
  isCapitalised(word) && !(PARTICIPLE.test(fold(word)) && isOrdinary(word, isKnown));

function isOrdinary(word: string, isKnown: (word: string) => boolean): boolean {
  const folded = fold(word);
  if (folded.length < 3 || isKnown(folded)) return true;
  return PARTICIPLE.test(folded) && !NAMES_LIKE_PARTICIPLES.has(folded);
}

/** The articles' own numbers tell nothing about anybody: law 104, code E01, 112. */
function maskNumbers(text: string, isKnown: (word: string) => boolean): string {
  return text.replace(/[\p{L}\d]*\d[\p{L}\d]*/gu, (word) => {
    const digits = word.replace(/\D/g, '').length;
    return digits < 3 || isKnown(fold(word)) ? word : '[numero]';
  });
}
