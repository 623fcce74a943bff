import { expect, it } from 'vitest';
import { guideFor } from '../../widget/core/guide.ts';
import { mergeLibrary } from '../../widget/core/library.ts';
import { createSearch, type SearchAnswer } from '../../widget/search/index.ts';
import { article, SHELF } from './shelf-kit.ts';

const unsure = (...ids: string[]): SearchAnswer => ({
  decision: 'unsure',
  lang: 'it',
  hits: ids.map((id) => ({ id, score: 0.3 })),
  parts: [],
  emergency: null,
});

it('KB-61 a broad word leads to the main questions of its topic, the featured ones first', () => {
  const guide = guideFor('bollo', createSearch(SHELF).ask('bollo'), SHELF);
  expect(guide?.topic.id).toBe('bollo');
  expect(guide?.articles[0]?.id).toBe('bollo-rimborso');
  expect(guide?.articles).toHaveLength(4);
});

it('KB-61 the name of a topic is broad however sure the search is, but not for somebody in danger', () => {
  const sure = { ...unsure('bollo-scadenza'), decision: 'answer' as const };
  expect(guideFor('bollo auto', sure, SHELF)?.topic.id).toBe('bollo');
  const emergency = { kind: 'health' as const, contacts: [] };
  expect(guideFor('bollo', { ...sure, decision: 'emergency', emergency }, SHELF)).toBeNull();
});

it('KB-61 a word that only several answers of one topic have is broad, too', () => {
  expect(guideFor('tassa', unsure('bollo-scadenza', 'bollo-pagare', 'bollo-rimborso'), SHELF)?.topic.id).toBe('bollo');
});

it('KB-61 a question that says more, or points to several topics, is not broad', () => {
  expect(guideFor('bollo auto rimborso doppio pagamento', unsure('bollo-rimborso', 'bollo-pagare'), SHELF)).toBeNull();
  expect(guideFor('data', unsure('bollo-scadenza', 'recup-spostare', 'recup-disdire'), SHELF)).toBeNull();
  expect(guideFor('rimborso', { ...unsure('bollo-rimborso'), decision: 'answer' }, SHELF)).toBeNull();
  expect(guideFor('', unsure(), SHELF)).toBeNull();
});

it('KB-42 the English shelf holds every article once, in Italian where there is no other', () => {
  const english = {
    ...SHELF,
    lang: 'en' as const,
    articles: [article('recup-disdire', 'How do I cancel?', { lang: 'en' })],
  };
  const { lang, articles, featured } = mergeLibrary(english, SHELF);
  expect(lang).toBe('en');
  expect(articles.map(({ id }) => id)).toEqual(SHELF.articles.map(({ id }) => id));
  expect(articles.filter((one) => one.lang === 'en').map(({ id }) => id)).toEqual(['recup-disdire']);
  expect(featured).toEqual(SHELF.featured);
});
