import { expect, test } from 'vitest';
import { isAbout, type Notice } from '../../../protocol/notice.ts';
import { dayAt, momentOf } from '../../../server/knowledge/local-time.ts';
import { nextChange, noticesAt, readNotice } from '../../../server/knowledge/notices.ts';
import { noticeText } from './folder.ts';

const KNOWN = { topics: new Set(['recup', 'bollo']), articles: new Set(['recup-disdire']) };
const read = (changes: Record<string, string> = {}, body?: string) =>
  readNotice('notices/fermo.md', noticeText(changes, body), KNOWN);

function notice(id: string, from: number, until: number, about: Partial<Notice> = {}): Notice {
  return { id, text: { it: [] }, from, until, topics: [], articles: [], ...about };
}

test('KB-53 a notice is one file: two moments on the clock of the place, a text, and what it is about', () => {
  const body = 'Il portale è **fermo**.\n\n## In English\n\nThe portal is down.\n';
  const { source, findings } = read({ topics: '[recup]', articles: '[recup-disdire]' }, body);
  expect(findings).toEqual([]);
  expect(source?.notice).toMatchObject({
    id: 'fermo',
    from: Date.UTC(2026, 10, 21, 7),
    until: Date.UTC(2026, 10, 21, 13),
    topics: ['recup'],
    articles: ['recup-disdire'],
    text: { en: [{ type: 'paragraph', children: [{ type: 'text', text: 'The portal is down.' }] }] },
  });
});

test.each([
  ['2026-07-01 14:00', 'start', Date.UTC(2026, 6, 1, 12)],
  ['2026-11-21', 'start', Date.UTC(2026, 10, 20, 23)],
  ['2026-11-21', 'end', Date.UTC(2026, 10, 21, 23)],
  // The day on which the clock goes back has 25 hours.
  ['2026-10-25', 'end', Date.UTC(2026, 9, 25, 23)],
  ['2026-02-30 10:00', 'start', null],
  ['2026-11-21 24:10', 'start', null],
  ['domani', 'start', null],
] as const)('KB-53 «%s» as a %s is a moment, or none', (text, day, moment) => {
  expect(momentOf(text, day)).toBe(moment);
});

test('KB-54 a day begins at local midnight', () => {
  expect(dayAt(Date.UTC(2026, 10, 20, 22, 59, 59))).toBe('2026-11-20');
  expect(dayAt(Date.UTC(2026, 10, 20, 23))).toBe('2026-11-21');
});

test.each([
  ['another name than its file', { id: 'altro' }, 2, /chiamalo «altro\.md»/],
  ['an end before the beginning', { until: '2026-11-21 08:00' }, 4, /until: scrivi un momento dopo/],
  ['a moment that is none', { from: 'lunedì' }, 3, /from: scrivi un giorno e un’ora/],
  ['no end', { until: '' }, 2, /until: manca/],
  ['a topic nobody knows', { topics: '[pesca]' }, 5, /topics: «pesca» non c’è/],
  ['an article nobody knows', { articles: '[pesca-uno]' }, 5, /articles: «pesca-uno» non c’è/],
])('KB-53 a notice with %s is told on its line and not shown', (_, changes, line, message) => {
  const { source, findings } = read(changes);
  expect(source).toBeNull();
  expect(findings).toEqual([
    { file: 'notices/fermo.md', line, severity: 'error', message: expect.stringMatching(message) },
  ]);
});

test.each([
  ['no text', '\n', /manca il testo/],
  ['too much text', `${'parola '.repeat(61)}.\n`, /61 parole/],
  ['HTML', 'Ciao <img src=x onerror=alert(1)>\n', /HTML/],
  ['a link that runs a script', '[qui](javascript:alert(1))\n', /non va/],
  ['a link to a file', '[qui](../it/a/b.md)\n', /per intero/],
  ['another heading', 'Testo.\n\n## Dove\n\nQui.\n', /In English/],
])('KB-53 a notice with %s is refused', (_, body, message) => {
  const { source, findings } = read({}, body);
  expect(source).toBeNull();
  expect(findings[0]?.message).toMatch(message);
});

test('KB-53 a notice holds from its first moment to the last, the newest first, and the next change is known', () => {
  const all = [notice('a', 100, 200), notice('b', 150, 300), notice('past', 0, 50)];
  const idsAt = (at: number) => noticesAt(all, at).map(({ id }) => id);
  expect([99, 100, 150, 199, 200, 300].map(idsAt)).toEqual([[], ['a'], ['b', 'a'], ['b', 'a'], ['b'], []]);
  expect([0, 100, 150, 200, 299, 300].map((at) => nextChange(all, at))).toEqual([50, 150, 200, 300, 300, null]);
});

test('KB-53 a notice belongs to its topics and articles, or to everything', () => {
  const article = { id: 'recup-disdire', topic: 'recup' };
  expect(isAbout(notice('a', 0, 1), article)).toBe(true);
  expect(isAbout(notice('a', 0, 1, { topics: ['recup'] }), article)).toBe(true);
  expect(isAbout(notice('a', 0, 1, { articles: ['recup-disdire'] }), article)).toBe(true);
  expect(isAbout(notice('a', 0, 1, { topics: ['bollo'], articles: ['recup-altro'] }), article)).toBe(false);
});
