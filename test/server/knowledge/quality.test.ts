import { expect, test } from 'vitest';
import { checkQuality } from '../../../server/knowledge/quality.ts';
import { articleText as wholeText, gulpease } from '../../../server/knowledge/readability.ts';
import { readArticle, type Source } from '../../../server/knowledge/read-article.ts';
import { articleText, lineOf } from './article-text.ts';

const TODAY = '2026-11-21';

function read(changes: Record<string, string> = {}, body?: string, file = 'a.md'): Source {
  const { source, findings } = readArticle(file, articleText(changes, body));
  if (source === null) throw new Error(JSON.stringify(findings));
  return source;
}

test.each([
  // 89 + (300 × sentences − 10 × letters) / words, by hand.
  ['Il gatto dorme.', 100],
  ['La prova si fa domani mattina alle 9.30.', 87.8],
  ['Il contribuente regolarizza spontaneamente l’inadempimento.', 43],
  ['Uno.\nDue', 100],
  ['', 100],
])('KB-5 the readability of «%s» is %d', (text, index) => {
  expect(gulpease(text)).toBe(index);
});

test('KB-5 an article that is hard to read is an error, one that is nearly so a warning', () => {
  const hard =
    'L’inadempimento dell’obbligazione tributaria comporta l’irrogazione di sanzioni amministrative pecuniarie.\n';
  expect(checkQuality([read({}, hard)], TODAY)).toMatchObject([
    { severity: 'error', message: expect.stringMatching(/Gulpease.*55/) },
  ]);
  expect(checkQuality([read()], TODAY)).toEqual([]);
  expect(gulpease(wholeText(read().article))).toBeGreaterThan(60);
});

test.each([
  ['a title that asks nothing', { title: 'La prova' }, 'title', /punto interrogativo/],
  ['a check that is overdue', { updated: '2026-01-01', 'verify-by': '2026-11-20' }, 'verify-by', /la data è passata/],
  ['a check in the future', { updated: '2026-11-22' }, 'updated', /deve ancora venire/],
])('KB-5 %s is a warning on its line', (_, change, entry, message) => {
  expect(checkQuality([read(change)], TODAY)).toEqual([
    { file: 'a.md', line: lineOf(entry), severity: 'warning', message: expect.stringMatching(message) },
  ]);
});

test('KB-5 the same question in two articles is an error, however it is written', () => {
  const first = read({}, undefined, 'a.md');
  const second = read(
    { title: 'Altra domanda?', variants: '[Uno due, "PRIMA  domanda?", Tre quattro, Cinque sei, Sette otto]' },
    undefined,
    'b.md',
  );
  expect(checkQuality([first, second], TODAY)).toEqual([
    {
      file: 'b.md',
      line: lineOf('variants'),
      severity: 'error',
      message: expect.stringMatching(new RegExp(`già in a\\.md:${lineOf('variants')}`)),
    },
  ]);
});
