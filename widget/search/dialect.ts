/**
 * Roman speech, and how people write it: what a word would be in Italian. Sounds change regularly, so a few rules reach
 * words that no list has: «pijà», «quarche», «gnente», «arubbato», «sòrdi».
 */
const RULES: [RegExp, string][] = [
  [/j/g, 'gli'],
  [/nn/g, 'nd'],
  [/r(?=[bcdfglmpqstvz])/g, 'l'],
  [/nz/g, 'ns'],
  [/rz/g, 'rs'],
  [/lz/g, 'ls'],
  [/^gn/, 'ni'],
  [/gn(?=[aeo])/g, 'ngi'],
  [/^a(?=rr?u|ri)/, ''],
  [/^ari/, 'ri'],
  [/mm/g, 'mb'],
  [/bb/g, 'b'],
  [/gg(?=[ei])/g, 'g'],
  [/r(?=[aeiou])/g, 'rr'],
  [/o(?=[vnr][aeio])/, 'uo'],
  [/sci(?=[aou])/g, 'ci'],
  [/^z/, 's'],
  [/all[aeio]$/, 'are'],
  [/ell[aeio]$/, 'ere'],
  [/ill[aeio]$/, 'ire'],
  [/a$/, 'are'],
  [/e$/, 'ere'],
  [/i$/, 'ire'],
];
/** An article run into its word: «lisee», «labbonamento», «ner», «dellauto». */
const ARTICLE = /^(?:l|un|dell|all|nell|dall|sull|d|c|m)(?=[aeiouh]\w{3})/;

/** Italian words that a folded one may stand for, the nearest first; it is for the vocabulary to know them. */
export function inItalian(word: string): string[] {
  const forms = new Set<string>();
  const one = RULES.map(([from, to]) => word.replace(from, to)).filter((form) => form !== word);
  for (const form of one) forms.add(form);
  for (const form of one)
    for (const [from, to] of RULES)
      if (from.test(form)) forms.add(form.replace(new RegExp(from.source, from.flags), to));
  if (ARTICLE.test(word)) forms.add(word.replace(ARTICLE, ''));
  forms.delete(word);
  return [...forms].slice(0, MOST_FORMS);
}

const MOST_FORMS = 60;
