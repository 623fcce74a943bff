import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ConversationState, Phase } from '../../protocol/conversation.ts';
import { openModel, reduceConversation, type ConversationModel } from '../../widget/core/conversation-state.ts';
import { startHerald } from '../../widget/core/herald.ts';
import { createI18n } from '../../widget/core/i18n.ts';
import { createObservable } from '../../widget/core/observable.ts';
import { words } from '../../widget/locales/words.ts';
import { clock } from './citizen-kit.ts';

const LIVE: Phase = {
  name: 'live',
  since: 0,
  operator: { id: 'ada', name: 'Ada' },
  operatorConnected: true,
  hold: null,
};
const STATE: ConversationState = {
  id: 'conversation-1',
  service: 'chat',
  language: 'it',
  citizenName: null,
  citizenConnected: true,
  startedAt: 0,
  context: { searches: [], articles: [] },
  phase: LIVE,
  call: null,
  lastSeq: 0,
  read: { citizen: 0, operator: 0 },
};

const said: string[] = [];
const model = createObservable<ConversationModel | undefined>(undefined);
let reading = false;
let nudges = 0;
let silence = (): void => {};

beforeEach(async () => {
  vi.useFakeTimers({ now: 0 });
  said.length = 0;
  reading = false;
  nudges = 0;
  model.set(undefined);
  const i18n = await createI18n({ lang: 'it', resources: words.panel });
  silence = startHerald({
    citizen: { model },
    i18n,
    clock,
    isReadingLog: () => reading,
    say: (what) => void said.push(what),
    nudge: () => void (nudges += 1),
  });
});

afterEach(() => {
  silence();
  vi.useRealTimers();
});

function enter(phase: Phase): void {
  const state = { ...STATE, phase };
  model.set(
    model.value
      ? reduceConversation(model.value, { type: 'state', state })
      : openModel('citizen', { conversation: state, messages: [] }),
  );
}

const waiting = (position: number, estimateMs: number | null = null): Phase => ({
  name: 'waiting',
  since: 0,
  position,
  estimateMs,
  longer: false,
  maximumAt: null,
  closing: null,
  propose: null,
  transferTo: null,
});

it('CH-30 says a change of place at most every 20 seconds, and then the last one', async () => {
  enter(waiting(4, 240_000));
  enter(waiting(3, 180_000));
  enter(waiting(2, 120_000));
  expect(said).toEqual(['Prima di te ci sono 3 persone. Circa 4 minuti.']);
  await vi.advanceTimersByTimeAsync(19_999);
  expect(said).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(said).toEqual([
    'Prima di te ci sono 3 persone. Circa 4 minuti.',
    'Prima di te c’è 1 persona. Circa 2 minuti.',
  ]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toHaveLength(2);
});

it('CH-30 says no place to somebody who is answered before it is due', async () => {
  enter(waiting(2));
  enter(waiting(1));
  enter(LIVE);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual([
    'Prima di te c’è 1 persona. Quanto ci vuole, ora non sappiamo dirlo: ti rispondiamo appena c’è un operatore libero.',
    'Ada è in conversazione con te.',
  ]);
});

it('CH-31 tells who reads something else what happens in the conversation', () => {
  enter(waiting(1, 0));
  enter(LIVE);
  const text = {
    kind: 'text',
    conversationId: STATE.id,
    seq: 1,
    at: 0,
    from: 'operator',
    clientId: 'c',
    text: 'Eccomi.',
  } as const;
  model.set(model.value && reduceConversation(model.value, { type: 'message', message: text }));
  enter(waiting(1, 0));
  enter({ name: 'closed', at: 0, by: 'operator', rated: false });
  expect(nudges).toBe(1);
  expect(said.slice(1)).toEqual([
    'Ada è in conversazione con te.',
    'Ada: Eccomi.',
    'L’operatore ha perso il collegamento. Sei di nuovo in fila, al primo posto.',
    'La conversazione è chiusa.',
  ]);
});

it('CH-31 leaves it to the log when the log is on screen', () => {
  reading = true;
  enter({
    name: 'waiting',
    since: 0,
    position: 1,
    estimateMs: 0,
    longer: false,
    maximumAt: null,
    closing: null,
    propose: null,
    transferTo: null,
  });
  said.length = 0;
  enter(LIVE);
  expect(nudges).toBe(0);
  enter({ name: 'closed', at: 0, by: 'operator', rated: false });
  expect(said).toEqual([]);
});
