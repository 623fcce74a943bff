import { expect, test } from 'vitest';
import { createSearch } from '../../../widget/search/index.ts';
import { articleOf, knowledgeOf } from './knowledge.ts';

test('KB-71 the lexicon serves in every language, with whichever articles it came', () => {
  const lexicon = [{ word: 'bollo', alike: ['balzello'] }];
  const italian = knowledgeOf({ uno: 'Come si paga il bollo?', due: 'Come si rinnova la tessera?' }, { lexicon });
  const english = {
    ...knowledgeOf({}),
    lang: 'en' as const,
    articles: [{ ...articleOf('tre', 'How?'), lang: 'en' as const }],
  };
  expect(createSearch(english, italian).ask('il balzello').hits[0]?.id).toBe('uno');
  expect(createSearch(italian, english).ask('il balzello').hits[0]?.id).toBe('uno');
});
