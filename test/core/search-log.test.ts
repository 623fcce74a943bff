import { beforeEach, describe, expect, it } from 'vitest';
import { FEEDBACK_WHY, giveFeedback, recordSearch, type Feedback, type SearchRecord } from '../../protocol/feedback.ts';
import type { ConversationModel } from '../../widget/core/conversation-state.ts';
import { createObservable } from '../../widget/core/observable.ts';
import { createSearchLog } from '../../widget/core/search-log.ts';
import { EMPTY_VISIT, read, takenOut, type Visit } from '../../widget/core/visit.ts';
import { createSearch, type SearchAnswer } from '../../widget/search/index.ts';
import { SHELF } from './shelf-kit.ts';

const engine = createSearch(SHELF);

function open() {
  const visit = createObservable<Visit>(EMPTY_VISIT);
  const model = createObservable<ConversationModel | undefined>(undefined);
  const feedback: Feedback[] = [];
  const searches: SearchRecord[] = [];
  const log = createSearchLog({
    visit,
    citizen: { model },
    sink: { feedback: (one) => void feedback.push(one), search: (one) => void searches.push(one) },
  });
  return {
    visit,
    log,
    feedback,
    searches,
    ask: (question: string, found: SearchAnswer = engine.ask(question)) => log.asked(question, found),
    read: (id: string) => visit.set(read(visit.value, id)),
    talk: (name: 'waiting' | 'live' | 'closed') => model.set({ state: { phase: { name } } } as ConversationModel),
  };
}

let desk: ReturnType<typeof open>;
beforeEach(() => void (desk = open()));

describe('KB-63 what the answers did not settle', () => {
  it('is told once it is known what became of it, in a form the server takes', () => {
    desk.ask('ricetta della carbonara');
    desk.read('bollo-pagare');
    expect(desk.searches).toEqual([]);
    desk.log.flush();
    desk.log.flush();
    expect(desk.searches).toEqual([
      { q: 'ricetta della carbonara', decision: 'none', lang: 'it', read: ['bollo-pagare'], contact: false },
    ]);
    expect(recordSearch.safeParse(desk.searches[0]).success).toBe(true);
  });

  it('is told when the next question comes', () => {
    desk.ask('ricetta della carbonara');
    desk.ask('quando scade il bollo auto');
    expect(desk.searches.map(({ q }) => q)).toEqual(['ricetta della carbonara']);
  });

  it('is told once, though one comes back to it', () => {
    desk.ask('ricetta della carbonara');
    desk.read('bollo-pagare');
    desk.ask('ricetta della carbonara');
    desk.ask('ricetta della gricia');
    desk.ask('ricetta della carbonara');
    desk.log.flush();
    expect(desk.searches.map(({ q }) => q)).toEqual(['ricetta della carbonara', 'ricetta della gricia']);
    expect(desk.searches[0]?.read).toEqual(['bollo-pagare']);
  });

  it('leaves out what was settled, unless a person was asked all the same', () => {
    desk.ask('quando scade il bollo auto');
    desk.read('bollo-scadenza');
    desk.log.flush();
    expect(desk.searches).toEqual([]);
    desk.talk('waiting');
    expect(desk.searches).toEqual([
      { q: 'quando scade il bollo auto', decision: 'answer', lang: 'it', read: ['bollo-scadenza'], contact: true },
    ]);
  });

  it('leaves out several questions when each was settled', () => {
    const part = (decision: 'answer' | 'none') => ({ question: 'x', lang: 'it' as const, decision, hits: [] });
    const several = (...parts: ('answer' | 'none')[]): SearchAnswer => ({
      decision: 'unsure',
      lang: 'it',
      hits: [],
      parts: parts.map(part),
      emergency: null,
    });
    desk.ask('due cose', several('answer', 'answer'));
    desk.ask('altre due cose', several('answer', 'none'));
    desk.log.flush();
    expect(desk.searches.map(({ q, decision }) => [q, decision])).toEqual([['altre due cose', 'unsure']]);
  });

  it('never has an emergency in it', () => {
    desk.ask('aiuto mia madre non respira');
    desk.talk('waiting');
    desk.log.close();
    expect(desk.searches).toEqual([]);
  });

  it('leaves out what was taken out of the hand-over, and whatever is asked beside a person', () => {
    desk.ask('ricetta della carbonara');
    desk.visit.set(takenOut(desk.visit.value, 'ricetta della carbonara'));
    desk.talk('waiting');
    desk.ask('ricetta della gricia');
    desk.log.flush();
    expect(desk.searches).toEqual([]);
    desk.talk('closed');
    desk.ask('ricetta della gricia');
    desk.log.close();
    expect(desk.searches).toHaveLength(1);
  });

  it('is cut to what the wire takes; emptiness is nothing', () => {
    desk.ask(`${'ricetta '.repeat(2_000)}`);
    desk.ask('   ', engine.ask('ricetta della carbonara'));
    desk.log.flush();
    expect(desk.searches).toHaveLength(1);
    expect(recordSearch.safeParse(desk.searches[0]).success).toBe(true);
  });
});

it('KB-62 what is said of an answer goes out as the server takes it, and not beside a person', () => {
  for (const why of FEEDBACK_WHY) desk.log.feedback({ article: 'bollo-pagare', lang: 'it', useful: false, why });
  expect(desk.feedback.every((one) => giveFeedback.safeParse(one).success)).toBe(true);
  desk.talk('live');
  desk.log.feedback({ article: 'bollo-pagare', lang: 'it', useful: true });
  expect(desk.feedback).toHaveLength(FEEDBACK_WHY.length);
});
