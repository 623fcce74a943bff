import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ConversationState, Phase } from '../../protocol/conversation.ts';
import type { ConversationEvent } from '../../protocol/message.ts';
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

const WAITING = waiting(2, 120_000) as Extract<Phase, { name: 'waiting' }>;

function happen(seq: number, event: ConversationEvent, name: string): void {
  const message = { kind: 'event', conversationId: STATE.id, seq, at: 0, from: 'operator', event, name } as const;
  model.set(model.value && reduceConversation(model.value, { type: 'message', message }));
}

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

it('CH-88 says once that a message can be left, whatever is on screen, and again for another reason', () => {
  reading = true;
  enter(waiting(2, 120_000));
  said.length = 0;
  enter({ ...WAITING, propose: 'too-long' });
  enter({ ...WAITING, propose: 'too-long', position: 2 });
  enter({ ...WAITING, propose: 'unstaffed' });
  expect(said).toEqual([
    'Stai aspettando da molto: puoi lasciare un messaggio.',
    'Ora non c’è nessun operatore: puoi lasciare un messaggio.',
  ]);
});

it('CH-90 says who is asked, to whom it goes and who answers then, and nothing of a lost connection', () => {
  enter(waiting(1, 0));
  enter(LIVE);
  said.length = 0;
  happen(1, 'on-hold', 'Ufficio tributi');
  happen(2, 'off-hold', 'Ufficio tributi');
  happen(3, 'transferring', 'Ufficio tributi');
  enter({ ...WAITING, transferTo: 'Ufficio tributi' });
  happen(4, 'transfer-failed', 'Ufficio tributi');
  happen(5, 'handed-over', 'Bice');
  expect(said).toEqual([
    'L’operatore chiede a Ufficio tributi. Resta qui.',
    'L’operatore è tornato.',
    'La conversazione passa a Ufficio tributi.',
    'Ufficio tributi ora non può rispondere. Risponde il primo operatore libero.',
    'Da ora risponde Bice. Ha davanti tutta la conversazione.',
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
