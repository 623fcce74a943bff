import { beforeAll, expect, test } from 'vitest';
import { createSearch, type Search } from '../../../widget/search/index.ts';
import { knowledgeOf, ourKnowledge } from './knowledge.ts';

let search: Search;
beforeAll(async () => {
  search = createSearch(await ourKnowledge());
});

test.each([
  ['plain', 'Come disdico una visita?', 'recup-disdire'],
  ['a slip', 'come disdicco una vistia prenotatta', 'recup-disdire'],
  ['without accents', 'validita impegnativa', 'recup-validita-impegnativa'],
  ['an everyday word', 'la mutua mi fa pagare il ticket?', 'recup-costo-ticket'],
  ['Roman dialect', 'quanno scade er bollo daa machina?', 'bollo-scadenza'],
  ['telegraphic', 'tessera cotral sordi sconto', 'trasporti-disabili'],
  ['capitals', 'NUMERO DI TELEFONO RECUP', 'recup-telefono-orari'],
  ['a code', 'sirgat', 'trasporti-domanda-sirgat'],
  ['one word', 'ravvedimento', 'bollo-ritardo-ravvedimento'],
  ['a synonym of two words', 'tassa automobilistica invalidi esonero', 'bollo-esenzione-disabili'],
  ['English', 'how do I cancel my appointment?', 'recup-disdire'],
  [
    'a story',
    'Buongiorno, mi scusi il disturbo. Ieri parlando con la mia vicina ho saputo che se il bollo lo prende la banca in ' +
      'automatico dal conto corrente la Regione fa lo sconto. È vero? E come si attiva?',
    'bollo-domiciliazione',
  ],
])('KB-6 %s: the right article comes first', (_, question, id) => {
  const { decision, hits } = search.ask(question);
  expect(hits[0]?.id).toBe(id);
  expect(['answer', 'unsure']).toContain(decision);
});

test.each([
  'che tempo fa domani',
  'ricetta della carbonara',
  'prenotare un tavolo al ristorante',
  'ciao',
  'asdf qwer',
  '',
])('KB-7 «%s» is answered with none, and no hits', (question) => {
  expect(search.ask(question)).toMatchObject({ decision: 'none', hits: [], emergency: null });
});

test('KB-7 a word that many articles share is not answered with one of them', () => {
  const { decision, hits } = search.ask('abbonamento');
  expect(decision).toBe('unsure');
  expect(hits.length).toBeGreaterThan(1);
});

test('KB-6 hits are at most five, best first, from 0 to 1', () => {
  const { hits } = search.ask('bollo auto pagare sconto esenzione scadenza visita ticket abbonamento');
  expect(hits.length).toBeLessThanOrEqual(5);
  expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a));
  for (const { score } of hits) expect(score > 0 && score <= 1).toBe(true);
});

test('KB-6 the editors’ lexicon finds what no article says', () => {
  const lines = { rifiuti: 'Come si paga la tassa sui rifiuti?', acqua: 'Come si legge il contatore?' };
  const question = 'bolletta daa monnezza';
  expect(createSearch(knowledgeOf(lines)).ask(question).decision).toBe('none');
  const lexicon = [
    { word: 'rifiuti', alike: ['monnezza', 'immondizia'] },
    { word: 'tassa', alike: ['bolletta'] },
  ];
  expect(createSearch(knowledgeOf(lines, { lexicon })).ask(question).hits[0]?.id).toBe('rifiuti');
});

test('KB-9 a knowledge base without articles answers none', () => {
  const empty = createSearch(knowledgeOf({}));
  expect(empty.ask('bollo')).toMatchObject({ decision: 'none', hits: [] });
  expect(empty.suggest('bollo')).toEqual([]);
});

const HOSTILE: [string, string][] = [
  ['nothing', ''],
  ['spaces', ' \t\n '.repeat(500)],
  ['emoji', '🤷🏽‍♀️🚗💨👨‍👩‍👧‍👦'.repeat(50)],
  ['other alphabets', 'Привет, как дела? 你好 مرحبا שלום ไทย'],
  ['markup', '<img src=x onerror=alert(1)><script>alert("bollo")</script>'],
  ['half a surrogate pair', '\uD83D bollo \uDC4D'],
  ['zero bytes and controls', '\u0000\u0007bollo\u202E'],
  ['accents without letters', '\u0301'.repeat(3_000)],
  ['names of an object’s own', 'constructor __proto__ toString hasOwnProperty'],
  ['pattern characters', '.*+?^${}()|[]\\ ((((a+)+)+)+$'],
  ['one word of 10,000 letters', 'a'.repeat(10_000)],
  ['10,000 characters of a story', 'ieri mattina sono andato allo sportello con mia zia '.repeat(200)],
  ['10,000 characters of slips', 'prenottare vissita tickett boollo abbonametno '.repeat(220)],
  ['10,000 different words', Array.from({ length: 2_000 }, (_, index) => `parola${index.toString(36)}x`).join(' ')],
  ['words that begin like an emergency', 'non non non non la la il '.repeat(400)],
  ['a million characters', 'bollo '.repeat(170_000)],
];

test.each(HOSTILE)('KB-9 %s is answered, and at once', (_, text) => {
  const begun = performance.now();
  const { decision, hits } = search.ask(text);
  const suggestions = search.suggest(text);
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(['answer', 'unsure', 'none', 'emergency']).toContain(decision);
  expect(hits.length).toBeLessThanOrEqual(5);
  expect(suggestions.length).toBeLessThanOrEqual(6);
});

test('KB-9 a question at the end of a long story is heard', () => {
  const story = 'Le racconto come sono andate le cose. '.repeat(300);
  expect(search.ask(`${story} Come disdico la visita prenotata?`).hits[0]?.id).toBe('recup-disdire');
});
