import { describe, expect, it } from 'vitest';
import { announcedWith, announcementIn, announcementLine } from '../../../console/core/announcements.ts';
import { emptyDesk, reduceDesk, type DeskModel } from '../../../console/core/desk-state.ts';
import { words } from '../../../console/locales/words.ts';
import { fromWords, untilWords } from '../../../console/parts/period.ts';
import type { Notice } from '../../../protocol/notice.ts';
import { createI18n } from '../../../widget/core/i18n.ts';
import { announcement, article, desk } from './fixtures.ts';

const told = (model: DeskModel, ...notices: Notice[]): DeskModel =>
  reduceDesk(model, { type: 'desk', desk: { ...desk(), notices }, at: 5 });

const news = ({ notices }: DeskModel): string[] =>
  notices.map((notice) => ('announcement' in notice ? `${notice.kind} ${notice.announcement.id}` : notice.kind));

const text = (words: string): Notice['text'] => ({
  it: [{ type: 'paragraph', children: [{ type: 'text', text: words }] }],
});

describe('what citizens are told', () => {
  const portal = announcement('portale');
  const strike = announcement('sciopero', { topics: ['trasporti'] });

  it('QU-60 is news when it comes, when its words or times change, and when it goes', () => {
    const entered = told(emptyDesk, portal);
    expect(news(entered)).toEqual([]);
    const both = told(entered, strike, portal);
    expect(news(both)).toEqual(['announced sciopero']);
    expect(news(told(both, strike, portal))).toEqual(['announced sciopero']);
    const longer = told(both, strike, { ...portal, until: 200_000 });
    expect(news(longer)).toEqual(['announced sciopero', 'announced portale']);
    expect(news(told(longer, strike))).toEqual(['announced sciopero', 'announced-no-more portale']);
  });

  it('QU-60 the newest of several stays in view, and what no longer holds is not announced', () => {
    const both = told(told(emptyDesk), strike, portal);
    expect(news(both)).toEqual(['announced portale', 'announced sciopero']);
    expect(news(told(told(both), portal))).toEqual(['announced-no-more sciopero', 'announced portale']);
  });

  it('is said in the reader’s language where it is written in it', () => {
    const english: Notice = { ...portal, text: { ...portal.text, en: text('The portal is down.').it } };
    expect(announcementIn(english, 'en').lang).toBe('en');
    expect(announcementLine(english, 'en')).toBe('The portal is down.');
    expect(announcementIn(portal, 'en').lang).toBe('it');
    expect(announcementLine(portal, 'en')).toBe('Il portale ReCup è fermo.');
  });

  it('is cut at a word, or anywhere where there is none', () => {
    const long = announcement('a', { text: text('Il portale ReCup è fermo fino alle quattordici') });
    expect(announcementLine(long, 'it', 20)).toBe('Il portale ReCup è…');
    expect(announcementLine(announcement('b', { text: text('x'.repeat(50)) }), 'it', 20)).toBe(`${'x'.repeat(20)}…`);
  });

  it('QU-61 belongs to the articles and topics that it names; one about everything marks none', () => {
    const one = announcement('uno', { topics: [], articles: ['bollo-pagare'] });
    const every = announcement('tutto', { topics: [], articles: [] });
    const all = [portal, strike, one, every];
    expect(announcedWith(all, article('visita-disdire'))).toEqual([portal]);
    expect(announcedWith(all, article('bollo-pagare', { topic: 'bollo' }))).toEqual([one]);
    expect(announcedWith(all, article('altro', { topic: 'urp' }))).toEqual([]);
  });
});

describe('when it holds', async () => {
  const i18n = await createI18n({ lang: 'it', resources: words });
  const rome = (time: string): number => Date.parse(`${time}:00+01:00`);
  const now = rome('2026-11-24T10:30');

  it.each([
    ['2026-11-24T14:00', 'fino alle 14'],
    ['2026-11-24T14:30', 'fino alle 14:30'],
    ['2026-11-25T09:00', 'fino a domani alle 9'],
    ['2026-11-26T09:00', 'fino a giovedì 26 novembre alle 9'],
    ['2026-11-25T00:00', 'fino alla fine di oggi'],
    ['2026-11-27T00:00', 'fino alla fine di giovedì 26 novembre'],
  ])('until %s is «%s»', (until, said) => {
    expect(untilWords(rome(until), now, i18n)).toBe(said);
  });

  it.each([
    ['2026-11-24T08:00', 'Da oggi alle 8'],
    ['2026-11-23T23:30', 'Da ieri alle 23:30'],
    ['2026-11-20T08:00', 'Da venerdì 20 novembre alle 8'],
  ])('from %s is «%s»', (from, said) => {
    expect(fromWords(rome(from), now, i18n)).toBe(said);
  });
});
