import { beforeAll, expect, test } from 'vitest';
import { createSearch, type Search, type Suggestion } from '../../../widget/search/index.ts';
import { knowledgeOf, ourKnowledge } from './knowledge.ts';

let search: Search;
beforeAll(async () => {
  search = createSearch(await ourKnowledge());
});

const marked = ({ title, marks }: Suggestion): string[] => marks.map(([start, end]) => title.slice(start, end));

test('KB-10 an unfinished word already suggests, with what matches marked', () => {
  const [first] = search.suggest('boll');
  expect(first?.topic).toBe('bollo');
  expect(marked(first as Suggestion)).toEqual(['bollo']);
});

test('KB-10 words before it count whole', () => {
  const suggestions = search.suggest('come disdico una vis');
  expect(suggestions[0]?.id).toBe('recup-disdire');
  expect(marked(suggestions[0] as Suggestion)).toEqual(['disdico', 'visita']);
});

test('KB-10 a word that only the lexicon brings in is not marked: nobody has typed it', () => {
  const all = search.suggest('vorrei prenotare una visita, quanto pago').flatMap(marked);
  expect(all).toContain('visita');
  expect(all).not.toContain('specialistica');
});

test('KB-10 a word with a space after it is finished', () => {
  const ids = (typed: string) =>
    createSearch(knowledgeOf({ a: 'La tassa?', b: 'Il tassista?' }))
      .suggest(typed)
      .map(({ id }) => id);
  expect(ids('tass')).toEqual(['a', 'b']);
  expect(ids('tassa ')).toEqual(['a']);
});

test('KB-10 there are at most six, or as many as asked for', () => {
  expect(search.suggest('p').length).toBeLessThanOrEqual(6);
  expect(search.suggest('boll', 2)).toHaveLength(2);
});

test('KB-10 marks lie in the title, in order, apart', () => {
  for (const typed of ['a', 'il bollo', 'sconto abb', 'L’isee', 'quanto costa il ticket pe']) {
    for (const { title, marks } of search.suggest(typed)) {
      let last = 0;
      for (const [start, end] of marks) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(title.length);
    }
  }
});

test('KB-10 nothing typed, nothing suggested', () => {
  expect(search.suggest('')).toEqual([]);
  expect(search.suggest('   ')).toEqual([]);
  expect(search.suggest('zzzz')).toEqual([]);
});
