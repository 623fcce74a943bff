import { beforeAll, expect, test } from 'vitest';
import { createSearch, type Search } from '../../../widget/search/index.ts';
import { pack } from '../../../widget/search/learned-pack.ts';
import { articleOf, knowledgeOf, ourLanguages } from './knowledge.ts';

let search: Search;
beforeAll(async () => {
  search = createSearch(...(await ourLanguages()));
});

test.each([
  ['plain', 'Come disdico una visita?', 'recup-disdire'],
  ['a slip', 'come disdicco una vistia prenotatta', 'recup-disdire'],
  ['without accents', 'validita impegnativa', 'recup-validita-impegnativa'],
  ['an everyday word', 'quanto mi fa pagare di ticket la mutua?', 'recup-costo-ticket'],
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
  const lines = {
    rifiuti: 'Come si paga la tassa sui rifiuti?',
    acqua: 'Come si legge il contatore?',
  };
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

test('KB-13 a word that lies outside keeps its neighbours from answering', () => {
  const lines = {
    rifiuti: 'Quando si paga la tassa sui rifiuti?',
    acqua: 'Come si legge il contatore?',
    scuola: 'Dove si iscrive un bambino?',
  };
  const question = 'quando si paga la tassa in Lombardia';
  expect(createSearch(knowledgeOf(lines)).ask(question).hits[0]?.id).toBe('rifiuti');
  const lexicon = [{ word: 'Piemonte', alike: ['Lombardia'], outside: true }];
  expect(createSearch(knowledgeOf(lines, { lexicon })).ask(question)).toMatchObject({
    decision: 'none',
    hits: [],
  });
});

test('KB-14 an article is found by the words of its other languages, and is one', () => {
  const italian = knowledgeOf({
    rifiuti: 'Come si paga la tassa sui rifiuti?',
    acqua: 'Come si legge il contatore?',
  });
  const english = {
    ...knowledgeOf({}),
    articles: [{ ...articleOf('rifiuti', 'How do I pay the waste tax?'), lang: 'en' as const }],
  };
  const { hits } = createSearch(italian, english).ask('where can I pay for the waste?');
  expect(hits.map(({ id }) => id)).toEqual(['rifiuti']);
  expect(createSearch(italian, english).ask('pagare i rifiuti').hits[0]?.id).toBe('rifiuti');
});

test.each([
  ['en', 'how can I cancel my doctor appointment?', 'recup-disdire'],
  ['es', '¿dónde puedo renovar la carta de identidad?', 'carta-identita-rilascio'],
  ['fr', 'comment choisir un nouveau médecin traitant ?', 'recup-cambiare-medico'],
  ['ro', 'unde pot să plătesc taxa pentru mașină?', 'bollo-come-pagare'],
])('KB-14 a question in %s finds its article among the first three', (lang, question, id) => {
  const answer = search.ask(question);
  expect(answer.lang).toBe(lang);
  expect(answer.hits.slice(0, 3).map((hit) => hit.id)).toContain(id);
});

test('KB-15 a word that was learned brings an article that does not say it, or tells that none answers', () => {
  const lines = {
    tessera: 'Come si sceglie la tessera?',
    pediatra: 'Come si sceglie il pediatra?',
    carta: 'Come rinnovo la carta?',
  };
  const weights = new Map([
    ['neonat', [[2, 9] as const]],
    ['nat', [[2, 9] as const]],
    ['patent', [[0, 9] as const]],
    ['bicicl', [[1, 9] as const]],
  ]);
  const taught = createSearch(knowledgeOf(lines, { learned: pack(['gone', 'pediatra'], weights) }));
  const untaught = createSearch(knowledgeOf(lines));
  expect(taught.ask('scegliere per un neonato nato ieri').hits[0]?.id).toBe('pediatra');
  expect(untaught.ask('scegliere per un neonato nato ieri').hits[0]?.id).not.toBe('pediatra');
  expect(taught.ask('rinnovo la patente').decision).toBe('none');
  expect(taught.ask('rinnovo la carta').hits[0]?.id).toBe('carta');
  expect(taught.ask('bicicletta')).toMatchObject({ decision: 'none', hits: [] });
});

test('KB-12 of two questions in one message each is answered, and both stand first', () => {
  const { parts, hits } = search.ask('Quando scade il bollo? E come ottengo SPID?');
  expect(parts.map((part) => part.hits[0]?.id)).toEqual(['bollo-scadenza', 'spid-attivare']);
  expect(
    hits
      .slice(0, 2)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['bollo-scadenza', 'spid-attivare']);
});

test('KB-12 two questions are told apart at an «and» too, each by what it alone asks for', () => {
  const { parts } = search.ask('mi serve lo stato di famiglia e la revisione della caldaia');
  expect(parts.map((part) => part.hits[0]?.id)).toEqual(['certificati-anagrafici', 'impianti-termici-caldaia']);
});

test('KB-12 one question has no parts', () => {
  expect(search.ask('Come disdico una visita?').parts).toEqual([]);
  expect(search.ask('Devo pagare il ticket per una visita e per un esame?').parts).toEqual([]);
  expect(search.ask('').parts).toEqual([]);
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
  ['SQL', "'; DROP TABLE articoli; -- bollo' OR '1'='1"],
  ['right-to-left marks', '\u202Eollob li edacs odnauq\u202C \u200F\u200E\u2066bollo\u2069'],
  ['questions without end', 'e come? e quanto? e dove? '.repeat(400)],
  ['commas and ands', ', e poi come , e anche quanto '.repeat(330)],
  ['ages', 'ho 70 anni ho settanta anni c’ha 5 anni '.repeat(250)],
  ['half of many emergencies', 'mia madre non la gola in un uomo con la porta '.repeat(220)],
  ['a million characters', 'bollo '.repeat(170_000)],
];

test.each(HOSTILE)('KB-9 %s is answered, and at once', (_, text) => {
  const begun = performance.now();
  const { decision, hits } = search.ask(text);
  const suggestions = search.suggest(text);
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(['answer', 'unsure', 'none', 'emergency']).toContain(decision);
  expect(hits.length).toBeLessThanOrEqual(5);
  expect(suggestions.length).toBeLessThanOrEqual(6);
});

test('KB-9 a question at the end of a long story is heard', () => {
  const story = 'Le racconto come sono andate le cose. '.repeat(300);
  expect(search.ask(`${story} Come disdico la visita prenotata?`).hits[0]?.id).toBe('recup-disdire');
});
