import { expect, test } from 'vitest';
import type { Article, Block } from '../../../protocol/article.ts';
import { indexOf } from '../../../server/knowledge/in-two.ts';
import { withTellingWords } from '../../../server/knowledge/telling-words.ts';
import { articleOf, knowledgeOf } from '../../core/search/knowledge.ts';

const text = (words: string): Block[] => [{ type: 'paragraph', children: [{ type: 'text', text: words }] }];
const saying = (id: string, words: string): Article => ({
  ...articleOf(id, `Come funziona ${id}?`),
  sections: [{ name: 'notes', blocks: text(words) }],
});

test('KB-71 an article is found by the words of its sections that its question has not, and few others say', () => {
  const others = Array.from({ length: 14 }, (_, number) => saying(`altro${number}`, 'Chiedi allo sportello.'));
  const [first] = withTellingWords([
    saying('prova', 'Allo sportello porta l’Attestato; l’attestato di là. Funziona.'),
    ...others,
  ]);
  expect(first?.words).toBe('attestato porta');
});

test('KB-71 the words that belong to all languages travel with the Italian articles, where there are any', () => {
  const lexicon = [{ word: 'bollo', alike: ['car tax'] }];
  const articles = [articleOf('a', 'How?')];
  const english = { ...knowledgeOf({}), articles, lexicon, lang: 'en' as const };
  const italian = { ...english, lang: 'it' as const };
  expect(indexOf(english, italian).lexicon).toEqual([]);
  expect(indexOf(english).lexicon).toEqual(lexicon);
  expect(indexOf(italian, italian).lexicon).toEqual(lexicon);
});
