import { describe, expect, test } from 'vitest';
import type { QueueEntry } from '../../../protocol/desk.ts';
import type { EventMessage } from '../../../protocol/message.ts';
import type { ContactRecord, ConversationRecord } from '../../../server/store/store.ts';
import { DEFAULT_SETTINGS } from '../../../server/settings/defaults.ts';
import { auditConversation, auditPromise, type Stored } from './day/audit.ts';
import { rulesByHand } from './day/by-hand.ts';
import { examine, NO_MEMORY, type Memory } from './day/invariants.ts';
import type { Person } from './day/operator.ts';
import type { Picture } from './day/picture.ts';

/* The simulated day proves something only if its checks can fail: each is shown a desk that breaks its rule. */

const AT = Date.parse('2027-03-26T10:00:00Z');
const [ADA, BRUNO] = ['operator-ada', 'operator-bruno'];

function person(id: string, change: Partial<Person> = {}, skills: ('chat' | 'lis')[] = ['chat', 'lis']): Person {
  const account = { id, name: id, skills, languages: ['it' as const], offices: ['tributi'], roles: [] };
  return { account, here: true, presence: 'available', ...change };
}

function waiting(conversationId: string, change: Partial<QueueEntry> = {}): QueueEntry {
  const context = { searches: [], articles: [] };
  const same = { citizenName: null, context, returned: false, transfer: null, offeredTo: null };
  return { conversationId, service: 'chat', language: 'it', since: AT - 60_000, ...same, ...change };
}

function going(conversationId: string, operator: string, inCall = false): Picture['floor'][number] {
  const who = { operator: { id: operator, name: operator }, citizenName: null };
  return { conversationId, service: 'chat', language: 'it', ...who, since: AT - 60_000, onHold: false, inCall };
}

const offeredTo = (id: string) => ({ id, name: id });

/** Two in the line, the first of them offered to Ada, and one conversation that Bruno has. */
const SOUND: Picture = {
  at: AT,
  queues: {
    chat: [waiting('first', { offeredTo: offeredTo(ADA) }), waiting('second', { since: AT - 30_000 })],
    lis: [],
  },
  floor: [going('third', BRUNO)],
  people: new Map([
    [ADA, person(ADA)],
    [BRUNO, person(BRUNO, { presence: 'break' })],
  ]),
  began: new Set(['first', 'second', 'third', 'over']),
  closed: new Set(['over']),
  sentHome: new Set(),
  signed: new Set(),
  rules: DEFAULT_SETTINGS.queue,
};

const broken = (change: Partial<Picture>, memory: Memory = NO_MEMORY): string[] =>
  examine({ ...SOUND, ...change }, memory).broken;
const chat = (...line: QueueEntry[]): Pick<Picture, 'queues'> => ({ queues: { chat: line, lis: [] } });
const many = (count: number, operator: string): Picture['floor'] =>
  Array.from({ length: count }, (_, index) => going(`chat-${index}`, operator));
const began = (...ids: string[]): Pick<Picture, 'began'> => ({ began: new Set([...SOUND.began, ...ids]) });

describe('what one moment of the desk is measured by', () => {
  test('a sound one breaks nothing', () => {
    expect(broken({})).toEqual([]);
  });

  const [first, second] = SOUND.queues.chat as [QueueEntry, QueueEntry];
  const chats = many(7, BRUNO).map(({ conversationId }) => conversationId);
  const people = (ada: Person): Pick<Picture, 'people'> => ({ people: new Map([...SOUND.people, [ADA, ada]]) });
  const transfer = { to: { operator: offeredTo(ADA) }, from: offeredTo(BRUNO), note: null, at: AT };

  test.each<[string, Partial<Picture>, RegExp]>([
    ['twice in a line', chat(first, second, second), /^once:/],
    ['in the line and live', { floor: [...SOUND.floor, going('second', BRUNO)] }, /^once:/],
    ['gone without an end', chat(first), /^nobody lost: 4 began/],
    ['back after the end', chat(first, second, waiting('over', { since: AT })), /^nobody lost: over was told the end/],
    ['from nowhere', chat(first, second, waiting('ghost', { since: AT })), /^nobody lost: ghost is here/],
    ['the later one first', chat(waiting('second', { since: AT - 30_000 }), first), /^order: the line/],
    ['who was dropped behind others', chat(first, { ...second, returned: true }), /^order: the line/],
    ['handed on and not first', chat(first, { ...second, transfer }), /^order: somebody handed on/],
    ['seven chats', { floor: [...SOUND.floor, ...many(7, BRUNO)], ...began(...chats) }, /^capacity:/],
    [
      'two calls',
      { floor: [going('third', BRUNO, true), going('fourth', BRUNO, true)], ...began('fourth') },
      /^capacity:/,
    ],
    ['two offers for one', chat(first, { ...second, offeredTo: offeredTo(ADA) }), /^offers: .* about two/],
    ['to somebody absent', people(person(ADA, { here: false })), /^offers: somebody absent/],
    ['to somebody on a break', people(person(ADA, { presence: 'break' })), /^offers: somebody on a break/],
    ['to somebody without the skill', people(person(ADA, {}, ['lis'])), /^offers: somebody without the skill/],
    [
      'to somebody without room',
      { floor: [...SOUND.floor, ...many(6, ADA)], ...began(...chats.slice(0, 6)) },
      /^offers: somebody without room/,
    ],
    [
      'past the head of the line',
      chat({ ...first, offeredTo: null }, { ...second, offeredTo: offeredTo(ADA) }),
      /^order: operator-ada was offered second .* before first/,
    ],
  ])('%s', (_name, change, rule) => {
    expect(broken(change)).toContainEqual(expect.stringMatching(rule));
  });

  test('a place that changes while waiting', () => {
    const { memory } = examine(SOUND, NO_MEMORY);
    expect(broken(chat({ ...first, since: AT - 90_000 }, second), memory)).toContainEqual(
      expect.stringMatching(/^order: a place/),
    );
  });

  test('somebody overlooked while somebody fitting is free', () => {
    const unasked = { ...SOUND, ...chat({ ...first, offeredTo: null }, second) };
    const { memory } = examine(unasked, NO_MEMORY);
    const later = (ms: number): string[] => examine({ ...unasked, at: AT + ms }, memory).broken;
    expect(later(41_000)).toEqual([]);
    expect(later(43_000)).toContainEqual(expect.stringMatching(/^overlooked: first operator-ada/));
  });

  test('whoever let it pass may be offered the next one', () => {
    const { memory } = examine(SOUND, NO_MEMORY);
    expect(broken(chat({ ...first, offeredTo: null }, { ...second, offeredTo: offeredTo(ADA) }), memory)).toEqual([]);
  });
});

const line = (seq: number, event: EventMessage['event'], name?: string): EventMessage => {
  const from = 'operator' as const;
  return { kind: 'event', conversationId: 'first', seq, at: AT + seq * 1000, from, event, ...(name && { name }) };
};

const RECORD = {
  id: 'first',
  startedAt: AT,
  phase: 'closed',
  closedBy: 'operator',
  operatorId: ADA,
  hold: null,
  lastSeq: 4,
} as ConversationRecord;
const CONTACT = { outcome: 'resolved', handling: 'consultation', closedAt: AT + 4000, heldMs: 1000 } as ContactRecord;

/** Taken by Ada, who asked somebody, got an answer and closed. */
const WHOLE: Stored = {
  record: RECORD,
  messages: [line(1, 'operator-joined', 'Ada'), line(2, 'on-hold', 'Tributi'), line(3, 'off-hold'), line(4, 'closed')],
  contact: CONTACT,
  consultation: undefined,
  operator: { name: 'Ada' },
};
const KNOWN = {
  outcomes: new Map([['first', 'resolved' as const]]),
  handlings: new Map([[`first ${AT + 3000}`, 'consultation' as const]]),
  promised: new Set<string>(),
};

describe('what is stored of a conversation is measured by', () => {
  test('a sound one breaks nothing', () => {
    expect(auditConversation(WHOLE, KNOWN)).toEqual([]);
  });

  const [joined, held, back, closed] = WHOLE.messages as [EventMessage, EventMessage, EventMessage, EventMessage];
  const consultation = { id: 'question' } as NonNullable<Stored['consultation']>;

  test.each<[string, Partial<Stored>, RegExp]>([
    ['a missing number', { messages: [joined, held, back, { ...closed, seq: 5 }] }, /^thread: a number/],
    ['a line that the record does not know', { record: { ...RECORD, lastSeq: 3 } }, /^thread: a number/],
    ['times that go backwards', { messages: [joined, held, { ...back, at: AT }, closed] }, /^thread: the times/],
    ['a hold left behind', { record: { ...RECORD, hold: { since: AT, who: 'Tributi' } } }, /^hold: left behind/],
    ['a question that goes on', { consultation }, /^hold: it is not exactly/],
    ['a time on hold that does not add up', { contact: { ...CONTACT, heldMs: 0 } }, /^hold: its time/],
    ['no end', { messages: [joined, held, back, line(4, 'call-started')] }, /^end:/],
    ['two ends', { messages: [joined, held, line(3, 'closed'), closed] }, /^end:/],
    ['no contact', { contact: undefined }, /^outcome: there is none/],
    ['no outcome', { contact: { ...CONTACT, outcome: null } }, /^outcome: there is none/],
    [
      'another outcome than the operator said',
      { contact: { ...CONTACT, outcome: 'abandoned' } },
      /^outcome: abandoned/,
    ],
    ['a contact without an end', { contact: { ...CONTACT, closedAt: null } }, /^outcome: the contact/],
    ['another handling than the log tells', { contact: { ...CONTACT, handling: 'direct' } }, /^handling: direct/],
    ['another operator than the log tells', { operator: { name: 'Bruno' } }, /^handling: another one/],
  ])('%s', (_name, change, rule) => {
    expect(auditConversation({ ...WHOLE, ...change }, KNOWN)).toContainEqual(expect.stringMatching(rule));
  });
});

test('a promise is measured by the rule computed by hand', () => {
  const hours = { chat: { 'mon-fri': '9:00-13:15, 14:15-17:00' }, lis: { 'mon-fri': '8:15-9:45' } };
  const byHand = rulesByHand(JSON.stringify({ hours, holidays: { patron: '06-17' } }));
  const promise = (received: string, due: string): string[] =>
    auditPromise({ number: '1', receivedAt: Date.parse(received), dueAt: Date.parse(due) } as never, byHand);
  expect(promise('2027-03-26T16:50+01:00', '2027-03-30T16:50+02:00')).toEqual([]);
  expect(promise('2027-03-28T10:00+02:00', '2027-03-30T17:00+02:00')).toEqual([]);
  expect(promise('2027-03-26T16:50+01:00', '2027-03-30T16:50+01:00')).toHaveLength(1);
  expect(promise('2027-03-26T16:50+01:00', '2027-03-29T16:50+02:00')).toHaveLength(1);
  expect(byHand.isOpen('chat', Date.parse('2027-03-26T13:14:59+01:00'))).toBe(true);
  expect(byHand.isOpen('chat', Date.parse('2027-03-26T13:15+01:00'))).toBe(false);
});
