import { expect, test } from 'vitest';
import { readArticle } from '../../../server/knowledge/read-article.ts';
import { articleText, BODY_LINE, lineOf } from './article-text.ts';

test('KB-1 a good file is an article: blocks, sections in the order of the screen, links', () => {
  const body =
    'Vai [qui](https://example.org/a) o *chiama*\nil [numero](tel:112).\n\n## Dove\n\nLì.\n\n## Come si fa\n\n- Uno.\n';
  const { source, findings } = readArticle('a.md', articleText({}, body));
  expect(findings).toEqual([]);
  expect(source?.article).toMatchObject({ id: 'prova-uno', verifyBy: '2027-05-01', related: [], actions: [] });
  expect(source?.article.sections.map(({ name }) => name)).toEqual(['steps', 'where']);
  expect(source?.article.summary).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'Vai ' },
        { type: 'link', href: 'https://example.org/a', children: [{ type: 'text', text: 'qui' }] },
        { type: 'text', text: ' o ' },
        { type: 'emphasis', children: [{ type: 'text', text: 'chiama' }] },
        { type: 'text', text: ' il ' },
        { type: 'link', href: 'tel:112', children: [{ type: 'text', text: 'numero' }] },
        { type: 'text', text: '.' },
      ],
    },
  ]);
});

test.each([
  ['a missing title', { title: '' }, 2, /^title: manca/],
  ['an id with capitals', { id: 'Prova' }, lineOf('id'), /^id: .*minuscole/],
  ['a number for a title', { title: '42' }, lineOf('title'), /^title: scrivi un testo/],
  ['too few variants', { variants: '[Una sola]' }, lineOf('variants'), /^variants: .*almeno 5/],
  ['no source', { sources: '[]' }, lineOf('sources'), /^sources: .*almeno una fonte/],
  ['a source over http', { sources: '[{ label: A, href: "http://example.org/" }]' }, lineOf('sources'), /https:/],
  ['an action that runs a script', { actions: '[{ label: A, href: "javascript:alert(1)" }]' }, 11, /https:/],
  ['a day that does not exist', { updated: '2026-02-30' }, lineOf('updated'), /^updated: .*data che esiste/],
  ['a check due before the last one', { 'verify-by': '2026-10-01' }, lineOf('verify-by'), /dopo «updated»/],
  ['an unknown language', { lang: 'de' }, lineOf('lang'), /^lang: scrivi «it» oppure «en»/],
  ['an entry nobody knows', { titolo: 'Ciao' }, 11, /«titolo» non è una voce prevista/],
  ['an unclosed bracket', { related: '[a, b' }, 11, /.+/],
])('KB-1 %s is told on its line, and there is no article', (_, change, line, message) => {
  const { source, findings } = readArticle('a.md', articleText(change));
  expect(source).toBeNull();
  expect(findings[0]).toMatchObject({ file: 'a.md', line, severity: 'error', message: expect.stringMatching(message) });
});

test.each([
  ['raw HTML', 'Testo.\n\n<b>Ciao</b>\n', 2, /HTML/],
  ['HTML within a line', 'Testo <b>grasso</b>.\n', 0, /HTML/],
  ['an image', 'Testo ![foto](https://example.org/a.png).\n', 0, /immagini/],
  ['a link over http', 'Vai [lì](http://example.org).\n', 0, /«http:\/\/example.org» non va/],
  ['a link that runs a script', 'Vai [lì](javascript:alert(1)).\n', 0, /non va/],
  ['a heading nobody knows', 'Testo.\n\n## Curiosità\n\nAltro.\n', 2, /titolo non previsto: usa «## Come si fa»/],
  ['a heading of another level', 'Testo.\n\n### Dove\n\nLì.\n', 2, /titolo non previsto/],
  ['the same heading twice', 'Testo.\n\n## Dove\n\nQui.\n\n## Dove\n\nLì.\n', 6, /c’è già/],
  ['a heading with nothing below', 'Testo.\n\n## Dove\n', 2, /non c’è niente/],
  ['a quotation', 'Testo.\n\n> Detto.\n', 2, /citazioni/],
  ['a block of code', 'Testo.\n\n```\nx\n```\n', 2, /codice/],
  ['no short answer', '## Dove\n\nQui.\n', -1, /manca la risposta breve/],
])('KB-2 %s is told on its line, and there is no article', (_, body, offset, message) => {
  const { source, findings } = readArticle('a.md', articleText({}, body));
  expect(source).toBeNull();
  expect(findings[0]).toMatchObject({
    line: BODY_LINE + offset,
    severity: 'error',
    message: expect.stringMatching(message),
  });
});

test('KB-3 a short answer has at most 60 words', () => {
  const words = (count: number) => articleText({}, `${Array.from({ length: count }, () => 'parola').join(' ')}\n`);
  expect(readArticle('a.md', words(60)).findings).toEqual([]);
  expect(readArticle('a.md', words(61)).findings).toMatchObject([{ message: expect.stringMatching(/61 parole.*60/) }]);
});

test.each([
  ['nothing', ''],
  ['no front matter', '# Ciao\n'],
  ['a front matter without an end', '---\nid: x\n'],
  ['only dashes', '---\n---\n'],
  ['a list where entries should be', '---\n- a\n- b\n---\nTesto.\n'],
  ['bytes that are no text', '\u0000\uFFFD---\n'],
  ['tabs for indents', '---\nsources:\n\t- a\n---\nTesto.\n'],
  ['ten thousand brackets', `---\nid: ${'['.repeat(10_000)}\n---\nTesto.\n`],
])('KB-1 %s makes no article and at least one finding', (_, text) => {
  const { source, findings } = readArticle('a.md', text);
  expect(source).toBeNull();
  expect(findings.length).toBeGreaterThan(0);
  for (const { line } of findings) expect(line).toBeGreaterThanOrEqual(1);
});

test('KB-1 a file from Windows, with a byte order mark, is read all the same', () => {
  const { source, findings } = readArticle('a.md', `\uFEFF${articleText()}`.replaceAll('\n', '\r\n'));
  expect(findings).toEqual([]);
  expect(source?.article.sections[0]?.blocks[0]).toMatchObject({ type: 'list', ordered: true });
});
