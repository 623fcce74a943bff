import { expect, test } from 'vitest';
import { wordsForAges } from '../../../widget/search/ages.ts';
import { clausesOf } from '../../../widget/search/clauses.ts';
import { hashOf, pack, unpack } from '../../../widget/search/learned-pack.ts';
import { inItalian } from '../../../widget/search/dialect.ts';
import { detectLanguage } from '../../../widget/search/language.ts';
import { createLexicon } from '../../../widget/search/lexicon.ts';
import { createSpeller } from '../../../widget/search/spelling.ts';
import { stem } from '../../../widget/search/stem.ts';
import { fold, tokenise } from '../../../widget/search/tokens.ts';

test('KB-6 words come apart at apostrophes and signs, without capitals and accents, each with its place', () => {
  const text = "L’ISEE dell'anno: PERCHÉ è così?";
  const tokens = tokenise(text);
  expect(tokens.map(({ word }) => word)).toEqual(['l', 'isee', 'dell', 'anno', 'perche', 'e', 'cosi']);
  expect(tokens.map(({ start, end }) => text.slice(start, end))).toContain('PERCHÉ');
  expect(tokenise('e\u0301 ﬁne')).toMatchObject([{ word: 'e' }, { word: 'fine' }]);
  expect(tokenise(' … 🙂 ')).toEqual([]);
});

test.each([
  ['prenotare', 'prenotazione', 'prenotata', 'prenoto', 'prenotà'],
  ['visita', 'visite'],
  ['disabile', 'disabili', 'disabilità', 'disabilita'],
  ['pagare', 'pagamento', 'pagato', 'paga'],
  ['esenzione', 'esenzioni'],
  ['studente', 'studenti'],
  ['bollo', 'bolli'],
])('KB-6 %s and its forms share a stem', (...forms) => {
  expect(new Set(forms.map((form) => stem(fold(form))))).toHaveLength(1);
});

test.each(['e01', '104', 'nre', 'cup'])('KB-6 the code %s stays as it is', (code) => {
  expect(stem(code)).toBe(code);
});

test.each([
  ['prennotare', 'prenotare'],
  ['tesera', 'tessera'],
  ['kuota', 'quota'],
  ['mackina', 'macchina'],
  ['scadensa', 'scadenza'],
  ['stroica', 'storica'],
  ['tuor', 'tour'],
  ['facio', 'faccio'],
  ['quado', 'quando'],
  ['domiciglizione', 'domiciliazione'],
  ['torta', null],
  ['luce', null],
  ['pizza', null],
  ['ab', null],
  ['x'.repeat(500), null],
  ['привет', null],
])('KB-6 %s is taken for %s', (written, meant) => {
  const known = ['prenotare', 'tessera', 'quota', 'macchina', 'scadenza', 'storica', 'tour', 'faccio', 'quando'];
  const speller = createSpeller([...known, 'domiciliazione', 'porta', 'liceo', 'prezzo']);
  expect(speller.correct(written)?.word ?? null).toBe(meant);
});

test('KB-6 the lexicon knows the longest phrase, both ways', () => {
  const lexicon = createLexicon([
    { word: 'bollo', alike: ['tassa di circolazione'] },
    { word: 'tassa', alike: ['tributo'] },
  ]);
  const stems = ['tassa', 'circolazione', 'tassa'].map((word) => stem(word));
  expect(lexicon.phraseAt(stems, 0)).toEqual(['tass', stem('circolazione')]);
  expect(lexicon.phraseAt(stems, 2)).toEqual(['tass']);
  expect(lexicon.phraseAt(stems, 1)).toBeNull();
  expect(lexicon.alike(['boll'])).toContainEqual(['tass', stem('circolazione')]);
  expect(lexicon.alike(['tass', stem('circolazione')])).toContainEqual(['boll']);
  expect(lexicon.alike(['nient'])).toEqual([]);
});

test('KB-13 a word outside is known as it is written, and a foreign phrase only in its language', () => {
  const lexicon = createLexicon([
    { word: 'cane', alike: ['wifi'], outside: true },
    { word: 'accesso', alike: ['ne marche pas'] },
  ]);
  expect(['cane', 'wifi', 'can', 'wife'].filter((word) => lexicon.outsideOfWord(word) !== undefined)).toEqual([
    'cane',
    'wifi',
  ]);
  const marche = [stem('marche')];
  expect([lexicon.phraseAt(marche, 0, 'fr'), lexicon.phraseAt(marche, 0, 'it')]).toEqual([marche, null]);
});

test.each([
  ['come pago il bollo?', 'it'],
  ['quanno scade er bollo', 'it'],
  ['how do I pay the car tax?', 'en'],
  ['where is the office', 'en'],
  ['ticket', 'it'],
  ['', 'it'],
  ['ISEE online', 'it'],
  ['¿cómo pago el impuesto del coche?', 'es'],
  ['donde puedo renovar', 'es'],
  ['comment puis-je payer la taxe ?', 'fr'],
  ['unde pot să plătesc taxa pentru mașină?', 'ro'],
  ['visita io dimenticare. pagare sì no?', 'it'],
  ['me tocca pagà, se nun ce vado?', 'it'],
])('KB-6 the language of «%s» is %s', (text, lang) => {
  expect(detectLanguage(tokenise(text), text)).toBe(lang);
});

test.each([
  ['pijà', 'pigliare'],
  ['quanno', 'quando'],
  ['gnente', 'niente'],
  ['sordi', 'soldi'],
  ['arubbato', 'rubato'],
  ['labbonamento', 'abbonamento'],
  ['lisee', 'isee'],
])('KB-6 «%s» may be «%s»', (spoken, meant) => {
  expect(inItalian(fold(spoken))).toContain(meant);
});

test.each([
  ['ho 72 anni e prendo il treno', 'over 70 anziano'],
  ["c'ha settantun anni", 'over 70 anziano'],
  ['io 66 anni, tessera', 'over 65 anziano'],
  ['mia figlia ha 15 anni', 'ragazzo giovane'],
  ['tengo 70 años', 'over 70 anziano'],
  ["l'auto di 30 anni", ''],
  ['la macchina ha 71 anni', ''],
  ['fra 3 anni', ''],
])('KB-6 of «%s» the age says «%s»', (text, words) => {
  expect(wordsForAges(text)).toBe(words);
});

test.each([
  ['Quando scade il bollo? E come ottengo SPID?', ['Quando scade il bollo?', 'come ottengo SPID?']],
  ['devo disdire la visita e poi come rifaccio la tessera', ['devo disdire la visita', 'come rifaccio la tessera']],
  ['How do I pay and where is the office?', ['How do I pay', 'where is the office?']],
  ['ISEE di 14.000 euro', ['ISEE di 14.000 euro']],
])('KB-12 «%s» comes apart where another question begins', (text, clauses) => {
  expect(clausesOf(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual(clauses);
});

test('KB-15 what was learned is the same after its journey', () => {
  const weights = new Map([
    ['nat', [[0, -2] as const, [2, 9] as const]],
    ['patent', [[0, 5] as const]],
    ['*Comune', [[1, -9] as const]],
  ]);
  const travelled = unpack(JSON.parse(JSON.stringify(pack(['medico', 'carta'], weights))));
  const inSteps = (word: string) => travelled.get(hashOf(word))?.map(([place, weight]) => [place, weight / 0.4]);
  expect([...weights.keys()].map(inSteps)).toEqual([...weights.values()]);
  expect(travelled.size).toBe(weights.size);
});
