import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { numberOf } from '../../../widget/search/emergency-hearing.ts';
import { AGAINST, RULES, type Term } from '../../../widget/search/emergency-rules.ts';
import { findEmergency } from '../../../widget/search/emergency.ts';
import { createSearch, type EmergencyContact, type EmergencyKind, type Search } from '../../../widget/search/index.ts';
import { tokenise } from '../../../widget/search/tokens.ts';
import { ourKnowledge } from './knowledge.ts';

let search: Search;
beforeAll(async () => {
  search = createSearch(await ourKnowledge());
});

const CALLS: [EmergencyKind, string][] = [
  ['health', 'mia madre non respira'],
  ['health', 'MIA MADRE NON RESPIRA!!!'],
  ['health', 'mi sento male, dolore al petto'],
  ['health', 'chiamate un’ambulanza'],
  ['health', 'nonna nun respira più, aiutateme'],
  ['health', 'mamma respirare no'],
  ['health', 'my husband is having a stroke'],
  ['health', 'tata nu respiră'],
  ['self-harm', 'voglio farla finita'],
  ['self-harm', 'I want to kill myself'],
  ['violence', 'mio marito mi picchia'],
  ['danger', 'c’è un ladro armato in casa'],
  ['fire', 'la cucina va a fuoco'],
  ['gas', 'sento odore di gas'],
  ['poison', 'mio figlio ha bevuto la candeggina'],
  ['health', 'papà è per terra e non risponde'],
  ['health', 'zia faccia storta parlare no'],
  ['health', 'tata a căzut și nu mai respiră'],
  ['health', 'mi madre se ha desmayado y no respira'],
  ['health', 'mon père ne respire plus'],
  ['health', 'volevo spostare la visita di mia madre ma adesso è svenuta e non si sveglia'],
  ['self-harm', 'quiero morir'],
  ['violence', 'he is beating my mom'],
  ['danger', 'una persona è caduta nel fiume'],
  ['danger', 'siamo bloccati in ascensore da un’ora'],
  ['danger', 'un tizio mi cammina dietro da due fermate'],
  ['danger', 'al mercato non trovo più mia figlia'],
  ['danger', 'siamo sul tetto, l’acqua sale ancora'],
  ['danger', 'l’auto davanti è finita contro un albero'],
  ['danger', 'zio in barca, si ribalta, nuotare no'],
];

test.each(CALLS)('KB-8 %s: «%s» shows 112 first, and the line for deaf people', (kind, text) => {
  const { decision, emergency } = search.ask(text);
  expect(decision).toBe('emergency');
  expect(emergency?.kind).toBe(kind);
  expect(emergency?.contacts[0]).toEqual({ name: 'emergency', number: '112', href: 'tel:112' });
  expect(emergency?.contacts.map(({ number }) => number)).toContain('800 800 112');
  expect(emergency?.contacts.some(({ number }) => number === '1522')).toBe(kind === 'violence');
});

test.each([
  'visita urgente 72 ore',
  'esenzione dopo un infarto',
  'mio padre ha avuto un ictus due anni fa, paga il bollo?',
  'quanto costa il pronto soccorso',
  'bolletta del gas',
  'aiuto, non riesco a pagare il bollo',
  'nessuno risponde al telefono',
  'sto morendo dal ridere',
  'la mia pratica non si muove',
  'il bollo mi uccide il portafoglio',
  'in caso di incendio che numero si fa?',
  'ho letto il titolo del film «Voglio morire»',
  'mi fate venire un infarto con questi prezzi',
  'corso di primo soccorso per l’associazione',
  'che aspetto de morì pe’ ’na visita?',
  'ho perso la tessera di mio figlio',
  'sono una persona sorda e non posso telefonare: come contatto un impiegato?',
  'il sito è bloccato e non riesco a uscire',
])('KB-8 «%s» is no emergency', (text) => {
  expect(search.ask(text).emergency).toBeNull();
});

test('KB-8 an emergency blocks nothing: what else was asked is found', () => {
  const { decision, hits } = search.ask('mia madre non respira bene da stanotte, come disdico la visita di domani?');
  expect(decision).toBe('emergency');
  expect(hits[0]?.id).toBe('recup-disdire');
});

test.each(['aiuto voglio morire', 'il fiume è uscito e siamo in macchina', 'mia madre non respira'])(
  'KB-8 «%s» brings no article: the words of danger are no question',
  (text) => {
    expect(search.ask(text)).toMatchObject({ decision: 'emergency', hits: [], parts: [] });
  },
);

test('KB-8 it is heard in the middle of a long text', () => {
  const around = 'Le racconto come sono andate le cose. '.repeat(130);
  expect(search.ask(`${around} mia madre non respira ${around}`).decision).toBe('emergency');
});

test('KB-8 on the collected calls nearly all are heard, and few look-alikes raise an alarm', () => {
  const file = join(import.meta.dirname, '../../../bench/data/emergencies.jsonl');
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { q: string; kind: string });
  const alarms = (kind: string): number => {
    const asked = lines.filter((line) => line.kind === kind);
    return asked.filter(({ q }) => search.ask(q).decision === 'emergency').length / asked.length;
  };
  expect(alarms('emergency')).toBeGreaterThan(0.97);
  expect(alarms('look-alike')).toBeLessThan(0.03);
});

test.each(['mia madre nn respria', 'aiuot papà è svneuto', 'sta soffcoando', 'respiraaaa maleeee non respira'])(
  'KB-8 «%s» is heard through its slips',
  (text) => {
    expect(search.ask(text).decision).toBe('emergency');
  },
);

test('KB-8 a message without end is read in time', () => {
  for (const words of ['mia madre non respira e perde sangue, ', 'soffcoando svneuto ', 'a', 'non ']) {
    const text = words.repeat(20_000 / words.length);
    findEmergency(tokenise(text));
    const begun = performance.now();
    findEmergency(tokenise(text));
    expect(performance.now() - begun).toBeLessThan(400);
  }
});

test('every idea that a rule names is one', () => {
  const lines = [...Object.values(RULES).flatMap((byPoints) => Object.values(byPoints)), AGAINST];
  for (const term of lines
    .join(' ')
    .trim()
    .split(/[\s|]+/))
    expect(numberOf(term as Term), term).toBeGreaterThanOrEqual(0);
});

test('KB-8 numbers of the place are the site’s own, and stand after those that hold everywhere', () => {
  const local: EmergencyContact = { name: 'local', number: '0123 456', href: 'tel:0123456' };
  const contacts = findEmergency(tokenise('mio figlio ha bevuto la candeggina'), { poison: [local] })?.contacts;
  expect(contacts?.[0]?.number).toBe('112');
  expect(contacts?.at(-1)).toEqual(local);
  expect(findEmergency(tokenise('sento odore di gas'), { poison: [local] })?.contacts).not.toContainEqual(local);
});
