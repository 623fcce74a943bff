import { expect, test } from 'vitest';
import { minimise, saysSomething } from '../../../server/recording/minimise.ts';

/** A few words of the articles and of everyday language, as the real list has thousands. */
const KNOWN = new Set(
  `a al alla bollo che come con da de del devo di disdire e ed esenzione esente fare ho il in invalido la legge ma mi my is
  i to want book a non nuovo o pagare per perche posso roma san sono sorda sordo ticket tessera un una urgente via visita
  voglio vorrei 100 104 112 e01 disoccupata disoccupato residente`.split(/\s+/),
);
const masked = (question: string): string => minimise(question, (word) => KNOWN.has(word));

test.each([
  // names
  ['sono Mario Rossi e voglio pagare il bollo', 'sono [nome] e voglio pagare il bollo'],
  ['sono mario rossi e voglio pagare', 'sono [nome] e voglio pagare'],
  ['Sono MARIO ROSSI, devo pagare', 'Sono [nome], devo pagare'],
  ['mi chiamo maria rossi, ho perso la tessera', 'mi chiamo [nome], ho perso la tessera'],
  ['mi chiamo Anna e sono sorda', 'mi chiamo [nome] e sono sorda'],
  ['Il mio nome è Anna De Santis', 'Il mio nome è [nome]'],
  ["buongiorno, io sono Nicolò D'Amico", 'buongiorno, io sono [nome]'],
  ['sono Renato', 'sono [nome]'],
  ['my name is John Smith and I want to book', /^my name is \[nome\]/],
  ["I'm Giulia, I want to book", "I'm [nome], I want to book"],
  ['mă numesc Ion Popescu', 'mă numesc [nome]'],
  ['me llamo José García', 'me llamo [nome]'],
  ["je m'appelle Aminata Diallo", "je m'appelle [nome]"],
  ['la signora Bianchi vorrei disdire', 'la signora [nome] vorrei disdire'],
  ['mio figlio Luca Bianchi ha la tessera', 'mio figlio [nome] ha la tessera'],
  ['nome: Paola, cognome: Verdi', 'nome: [nome], cognome: [nome]'],
  ['mi chiamo Ma\u200Brio', 'mi chiamo [nome]'],
  // addresses of all kinds
  ['mario.rossi@example.it non funziona', '[e-mail] non funziona'],
  ['MARIO_ROSSI+x@pec.comune.example.it', '[e-mail]'],
  ['mario rossi chiocciola gmail punto com', '[e-mail]'],
  ['su https://example.org/pratica?id=88 non va', 'su [link] non va'],
  ['via Giuseppe Garibaldi 12, Roma', '[indirizzo], Roma'],
  // codes
  ['RSSMRA80A01H501U', '[codice fiscale]'],
  ['il mio codice rss mra 80a01 h501u', 'il mio codice [codice fiscale]'],
  ['rssmra80a01h501u e la tessera', '[codice fiscale] e la tessera'],
  ['bollo AB123CD', 'bollo [targa]'],
  ['bollo ab123cd', 'bollo [targa]'],
  ['AB 123 CD devo pagare', '[targa] devo pagare'],
  ['targa ab 123 cd', 'targa [targa]'],
  ['moto AB12345', 'moto [targa]'],
  ['iban IT60 X054 2811 1010 0000 0123 456', 'iban [conto]'],
  // numbers
  ['chiamatemi al 333 1234567', 'chiamatemi al [numero]'],
  ['+39 06 123.45.678', '[numero]'],
  ['333/1234567', '[numero]'],
  ['nata il 12/03/1980 a Roma', 'nata il [numero] a Roma'],
  ['la pratica 2026/12345', 'la pratica [numero]'],
  ['protocollo 4821', 'protocollo [numero]'],
  ['il codice PIN8842X', 'il codice [numero]'],
])('KB-57 «%s» is stored as «%s»', (question, stored) => {
  if (typeof stored === 'string') expect(masked(question)).toBe(stored);
  else expect(masked(question)).toMatch(stored);
});

test.each([
  'sono sordo e voglio pagare il bollo',
  'sono disoccupata, esenzione e01?',
  'sono andata in farmacia',
  'sono invalido al 100',
  'legge 104',
  'ticket 46 euro',
  'devo pagare il 31/1',
  'come faccio la tessera nuova?',
  'che numero è il 112?',
  'via libera per la visita',
])('KB-57 «%s» tells nothing about anybody and stays as it is', (question) => {
  expect(masked(question)).toBe(question);
});

test('KB-57 what is left of nothing but masks says nothing', () => {
  expect(saysSomething(masked('mario@example.it 333 1234567'))).toBe(false);
  expect(saysSomething(masked('bollo AB123CD'))).toBe(true);
  expect(saysSomething('🤷')).toBe(false);
});

test.each([
  ['digits', '1 '.repeat(150)],
  ['letters', 'a'.repeat(300)],
  ['at signs', '@a.'.repeat(100)],
  ['capitals', 'Aa '.repeat(100)],
  ['openings', 'sono '.repeat(60)],
  ['streets', `${'via '.repeat(70)}x`],
  ['a tax code that never ends', 'ABCDEF '.repeat(42)],
])('KB-57 no text makes it stall: %s', (_, text) => {
  const started = performance.now();
  masked(text);
  expect(performance.now() - started).toBeLessThan(200);
});
