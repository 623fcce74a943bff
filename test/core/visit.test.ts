import { expect, it } from 'vitest';
import { LIMITS } from '../../protocol/limits.ts';
import { EMPTY_VISIT, handedOver, judged, read, searched, takenOut } from '../../widget/core/visit.ts';

it('CH-40 remembers each search and article once, in the order of the last time', () => {
  const visit = ['bollo', 'ticket', ' bollo '].reduce(searched, EMPTY_VISIT);
  expect(visit.searches).toEqual(['ticket', 'bollo']);
  expect(['a', 'b', 'a'].reduce(read, EMPTY_VISIT).articles).toEqual(['b', 'a']);
});

it('CH-40 hands over what the wire takes and no more', () => {
  const many = Array.from({ length: 30 }, (_, index) => `question ${index}`).reduce(searched, EMPTY_VISIT);
  const { searches } = handedOver(searched(many, 'x'.repeat(5_000)));
  expect(searches).toHaveLength(LIMITS.contextEntries);
  expect(searches.at(-1)).toHaveLength(LIMITS.searchText);
  expect(searched(EMPTY_VISIT, '   ').searches).toEqual([]);
});

it('CH-40 leaves out the lines the citizen took out, and what they thought of an article', () => {
  let visit = searched(searched(EMPTY_VISIT, 'prima'), 'seconda');
  visit = judged(read(visit, 'articolo'), 'articolo', false);
  visit = takenOut(takenOut(visit, 'prima'), 'articolo');
  expect(handedOver(visit)).toEqual({ searches: ['seconda'], articles: [] });
  expect(visit.helpful).toEqual({ articolo: false });
});
