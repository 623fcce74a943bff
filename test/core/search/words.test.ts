import { expect, test } from 'vitest';
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
  const stems = ['tassa', 'circolazione', 'tassa'].map(stem);
  expect(lexicon.phraseAt(stems, 0)).toEqual(['tass', stem('circolazione')]);
  expect(lexicon.phraseAt(stems, 2)).toEqual(['tass']);
  expect(lexicon.phraseAt(stems, 1)).toBeNull();
  expect(lexicon.alike(['boll'])).toEqual([['tass', stem('circolazione')]]);
  expect(lexicon.alike(['tass', stem('circolazione')])).toEqual([['boll']]);
  expect(lexicon.alike(['nient'])).toEqual([]);
});

test.each([
  ['come pago il bollo?', 'it'],
  ['quanno scade er bollo', 'it'],
  ['how do I pay the car tax?', 'en'],
  ['where is the office', 'en'],
  ['ticket', 'it'],
  ['', 'it'],
  ['ISEE online', 'it'],
])('KB-6 the language of «%s» is %s', (text, lang) => {
  expect(detectLanguage(tokenise(text))).toBe(lang);
});
