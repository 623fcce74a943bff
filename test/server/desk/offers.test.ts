import { describe, expect, test } from 'vitest';
import {
  declineOffer,
  NO_OFFERS,
  nextOfferMoment,
  offerTo,
  reviewOffers,
  showPresence,
  type Asking,
  type Candidate,
  type OfferFacts,
  type Offers,
} from '../../../server/desk/offers.ts';

const OFFER_MS = 20_000;

function waiting(conversationId: string, change: Partial<Asking> = {}): Asking {
  return { conversationId, service: 'chat', language: 'it', only: null, ...change };
}

function operator(id: string, change: Partial<Candidate> = {}): Candidate {
  return { id, skills: ['chat'], languages: ['it'], idleSince: 0, room: { chat: true, lis: true }, ...change };
}

/** A desk in virtual time: every step says who is asked about whom. */
function desk(facts: OfferFacts) {
  let offers: Offers = NO_OFFERS;
  let now = 0;
  const asked = (): Record<string, string> =>
    Object.fromEntries([...offers.open].map(([id, { operatorId }]) => [id, operatorId]));
  const review = (): string[] => {
    const reviewed = reviewOffers(offers, facts, { now, offerMs: OFFER_MS });
    offers = reviewed.offers;
    return reviewed.away;
  };
  return {
    /** @returns who is asked now, after `ms` */
    after(ms: number, change: Partial<OfferFacts> = {}) {
      now += ms;
      Object.assign(facts, change);
      const away = review();
      return { asked: asked(), away };
    },
    decline(operatorId: string, conversationId: string): boolean {
      const declined = declineOffer(offers, operatorId, conversationId, { now, offerMs: OFFER_MS });
      if (declined) offers = declined;
      return declined !== null;
    },
    present: (operatorId: string) => void (offers = showPresence(offers, operatorId)),
    next: () => nextOfferMoment(offers, now) - now,
    offerTo: (operatorId: string) => offerTo(offers, operatorId),
  };
}

test('QU-70 the head of the line is offered to the longest idle; one offer each, the next in line to the next', () => {
  const line = [waiting('first'), waiting('second'), waiting('third')];
  const here = desk({ line, operators: [operator('ada', { idleSince: 5 }), operator('bruno', { idleSince: 3 })] });
  expect(here.after(0).asked).toEqual({ first: 'bruno', second: 'ada' });
  expect(here.offerTo('bruno')).toEqual({ conversationId: 'first', until: OFFER_MS });
  expect(here.after(0, { line: line.slice(1) }).asked).toEqual({ second: 'ada', third: 'bruno' });
  expect(here.after(0, { line: [] }).asked).toEqual({});
  expect(here.next()).toBe(Infinity);
});

describe('QU-71 who is asked', () => {
  test.each([
    ['nobody without the skill', {}, { skills: ['lis'] as const }, {}],
    ['nobody without room', {}, { room: { chat: false, lis: true } }, {}],
    ['a signing one for signing', { service: 'lis' as const }, { skills: ['chat', 'lis'] as const }, { one: 'ada' }],
    ['nobody who cannot sign', { service: 'lis' as const }, {}, {}],
    ['whoever there is, where nobody speaks the language', { language: 'en' as const }, {}, { one: 'ada' }],
    ['those it was handed to', { only: new Set(['ada']) }, {}, { one: 'ada' }],
    ['nobody else', { only: new Set(['bruno']) }, {}, {}],
    ['without a skill, for what was handed to them', { only: new Set(['ada']) }, { skills: [] }, { one: 'ada' }],
    ['not to sign', { only: new Set(['ada']), service: 'lis' as const }, { skills: [] }, {}],
  ])('%s', (_name, asking, who, expected) => {
    expect(desk({ line: [waiting('one', asking)], operators: [operator('ada', who)] }).after(0).asked).toEqual(
      expected,
    );
  });

  test('who speaks the language before who has been idle longer', () => {
    const speaker = operator('livia', { languages: ['it', 'en'], idleSince: 9 });
    const line = [waiting('one', { language: 'en' })];
    expect(desk({ line, operators: [operator('ada'), speaker] }).after(0).asked).toEqual({ one: 'livia' });
    // A citizen who would not be understood waits for somebody who understands.
    const full = { ...speaker, room: { chat: false, lis: true } };
    expect(desk({ line, operators: [operator('ada'), full] }).after(0).asked).toEqual({});
  });
});

test('QU-80 what is handed to somebody comes before what they are asked as one of many', () => {
  const here = desk({ line: [waiting('one')], operators: [operator('ada'), operator('bruno', { idleSince: 9 })] });
  expect(here.after(0).asked).toEqual({ one: 'ada' });
  const handed = waiting('handed', { only: new Set(['ada']) });
  expect(here.after(1, { line: [handed, waiting('one')] }).asked).toEqual({ handed: 'ada', one: 'bruno' });
  // But not before another that is theirs as well.
  const second = waiting('second', { only: new Set(['ada']) });
  expect(here.after(1, { line: [second, handed, waiting('one')] }).asked).toEqual({ handed: 'ada', one: 'bruno' });
});

test('QU-80 whoever gives way to it is offered on at once, before those behind them', () => {
  const handed = waiting('handed', { only: new Set(['ada']) });
  const here = desk({
    line: [waiting('dropped'), handed, waiting('last')],
    operators: [operator('ada'), operator('bruno', { idleSince: 9 })],
  });
  expect(here.after(0).asked).toEqual({ handed: 'ada', dropped: 'bruno' });
});

describe('QU-72 an offer that is not taken goes to the next', () => {
  const operators = () => ['ada', 'bruno', 'livia'].map((id, index) => operator(id, { idleSince: index }));

  test('after twenty seconds, to everybody once, then again from the start', () => {
    const here = desk({ line: [waiting('one')], operators: operators() });
    const rounds = [here.after(0), ...Array.from({ length: 3 }, () => here.after(here.next()))];
    expect(rounds.map(({ asked }) => asked['one'])).toEqual(['ada', 'bruno', 'livia', 'ada']);
    expect(here.next()).toBe(OFFER_MS);
  });

  test('not a moment before', () => {
    const here = desk({ line: [waiting('one')], operators: operators() });
    here.after(0);
    expect(here.after(OFFER_MS - 1).asked).toEqual({ one: 'ada' });
    expect(here.after(1).asked).toEqual({ one: 'bruno' });
  });

  test('at once when it is declined; the only one is asked again, but not in the same breath', () => {
    const here = desk({ line: [waiting('one')], operators: operators().slice(0, 1) });
    here.after(0);
    expect(here.decline('bruno', 'one')).toBe(false);
    expect(here.decline('ada', 'one')).toBe(true);
    expect(here.decline('ada', 'one')).toBe(false);
    expect(here.after(0).asked).toEqual({});
    expect(here.next()).toBe(OFFER_MS);
    expect(here.after(OFFER_MS).asked).toEqual({ one: 'ada' });
  });

  test('who is full while they are asked, or goes, has it taken back and has let nothing pass', () => {
    const here = desk({ line: [waiting('one')], operators: operators() });
    here.after(0);
    const [ada, bruno] = operators();
    expect(here.after(1, { operators: [{ ...ada!, room: { chat: false, lis: false } }, bruno!] }).asked).toEqual({
      one: 'bruno',
    });
    expect(here.after(1, { operators: [ada!] }).asked).toEqual({ one: 'ada' });
  });
});

describe('QU-73 nobody is handed to an empty desk', () => {
  test('two in a row without a word: away, and asked nothing more', () => {
    const here = desk({ line: [waiting('one'), waiting('two')], operators: [operator('ada')] });
    expect(here.after(0).asked).toEqual({ one: 'ada' });
    expect(here.after(OFFER_MS)).toEqual({ asked: { one: 'ada' }, away: [] });
    expect(here.after(OFFER_MS)).toEqual({ asked: {}, away: ['ada'] });
    expect(here.after(0, { operators: [] })).toEqual({ asked: {}, away: [] });
    // Back at the desk they begin anew.
    expect(here.after(0, { operators: [operator('ada')] }).asked).toEqual({ one: 'ada' });
    expect(here.after(OFFER_MS).away).toEqual([]);
  });

  test('a word in between, and they are there', () => {
    const here = desk({ line: [waiting('one')], operators: [operator('ada')] });
    here.after(0);
    here.after(OFFER_MS);
    here.decline('ada', 'one');
    here.after(OFFER_MS);
    expect(here.after(OFFER_MS).away).toEqual([]);
    // Who is writing to somebody while they are asked is not away: this one does not count, either.
    here.present('ada');
    expect(here.after(OFFER_MS).away).toEqual([]);
    expect(here.after(OFFER_MS).away).toEqual([]);
    expect(here.after(OFFER_MS).away).toEqual(['ada']);
  });

  test('what is left by who is at work goes to the next all the same', () => {
    const here = desk({ line: [waiting('one')], operators: [operator('ada'), operator('bruno', { idleSince: 9 })] });
    here.after(0);
    here.present('ada');
    expect(here.after(OFFER_MS)).toEqual({ asked: { one: 'bruno' }, away: [] });
  });
});
