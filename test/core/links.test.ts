import { expect, it } from 'vitest';
import { splitLinks } from '../../widget/core/links.ts';

const links = (text: string): string[] => splitLinks(text).flatMap(({ href }) => href ?? []);

it.each([
  ['Vedi https://www.esempio.it/pagina.', ['https://www.esempio.it/pagina']],
  [
    '(https://esempio.it/a?b=c#d) e https://esempio.it:8443/',
    ['https://esempio.it/a?b=c#d', 'https://esempio.it:8443/'],
  ],
  ['HTTPS://ESEMPIO.IT', ['HTTPS://ESEMPIO.IT']],
  ['«https://esempio.it/x»', ['https://esempio.it/x']],
])('CH-28 makes links of https addresses: %s', (text, expected) => {
  expect(links(text)).toEqual(expected);
});

it.each([
  'http://esempio.it',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://',
  'https://localhost',
  'https://comune.it@truffa.it/',
  'https://comune.it:password@truffa.it/',
  'https://cоmune.it/',
  'https://xn--cmune-0ta.it/',
  'https:\\\\truffa.it',
])('CH-28 leaves as text what may lead elsewhere than it seems: %s', (text) => {
  expect(links(`Vedi ${text} qui`)).toEqual([]);
});

it('CH-28 loses and adds nothing', () => {
  const text = 'a https://esempio.it/x, b http://esempio.it c\n  d https://esempio.it';
  expect(
    splitLinks(text)
      .map((stretch) => stretch.text)
      .join(''),
  ).toBe(text);
  expect(splitLinks('')).toEqual([]);
});
