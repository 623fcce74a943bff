import { describe, expect, test } from 'vitest';
import {
  advance,
  isOnDeskOf,
  type Conversation,
  type ConversationInput,
  type ConversationPhase,
} from '../../../server/chat/conversation-state.ts';

const RULES = { afterCloseMs: 600 };
const ada = { id: 'operator-ada', name: 'Ada' };
const bruno = { id: 'operator-bruno', name: 'Bruno' };
const closing = { reason: 'information', topic: 'recup', outcome: 'resolved', note: null } as const;

const PHASES = {
  waiting: { name: 'waiting', returned: false },
  live: { name: 'live', since: 20, operator: ada },
  'closed by the citizen': { name: 'closed', at: 30, by: 'citizen', rated: false, operator: ada, wrappedUp: false },
  'closed by the operator': { name: 'closed', at: 30, by: 'operator', rated: false, operator: ada, wrappedUp: true },
} satisfies Record<string, ConversationPhase>;

function conversation(phase: ConversationPhase, change: Partial<Conversation> = {}): Conversation {
  return {
    id: 'conversation-1',
    language: 'it',
    citizenName: null,
    context: { searches: [], articles: [] },
    startedAt: 10,
    service: 'chat',
    queuedAt: 10,
    answeredAt: phase.name === 'waiting' ? null : 20,
    phase,
    lastSeq: 0,
    read: { citizen: 0, operator: 0 },
    tokenExpiresAt: 1000,
    visitId: null,
    note: '',
    promisedUntil: null,
    transfer: null,
    hold: null,
    ...change,
  };
}

const INPUTS = {
  accept: { type: 'accept', operator: bruno, at: 50 },
  'lose-operator': { type: 'lose-operator', at: 50 },
  'ask-for-call': { type: 'ask-for-call', served: true, at: 50 },
  'call-started': { type: 'call-started', at: 50 },
  'end-call': { type: 'end-call', by: 'citizen', at: 50 },
  'citizen-closes': { type: 'citizen-closes', at: 50 },
  'operator-closes': { type: 'operator-closes', closing, at: 50 },
  abandon: { type: 'abandon', at: 50 },
  rate: { type: 'rate', stars: 4, comment: null, at: 50 },
} satisfies Record<ConversationInput['type'], ConversationInput>;

/** The phase afterwards, or the code. */
const TABLE: Record<keyof typeof PHASES, Record<ConversationInput['type'], string>> = {
  waiting: {
    accept: 'live',
    'lose-operator': 'wrong-phase',
    'ask-for-call': 'wrong-phase',
    'call-started': 'wrong-phase',
    'end-call': 'wrong-phase',
    'citizen-closes': 'closed',
    'operator-closes': 'wrong-phase',
    abandon: 'closed',
    rate: 'wrong-phase',
  },
  live: {
    accept: 'already-taken',
    'lose-operator': 'waiting',
    'ask-for-call': 'live',
    'call-started': 'live',
    'end-call': 'live',
    'citizen-closes': 'closed',
    'operator-closes': 'closed',
    abandon: 'wrong-phase',
    rate: 'wrong-phase',
  },
  'closed by the citizen': {
    accept: 'wrong-phase',
    'lose-operator': 'wrong-phase',
    'ask-for-call': 'wrong-phase',
    'call-started': 'wrong-phase',
    'end-call': 'wrong-phase',
    'citizen-closes': 'wrong-phase',
    'operator-closes': 'closed',
    abandon: 'wrong-phase',
    rate: 'closed',
  },
  'closed by the operator': {
    accept: 'wrong-phase',
    'lose-operator': 'wrong-phase',
    'ask-for-call': 'wrong-phase',
    'call-started': 'wrong-phase',
    'end-call': 'wrong-phase',
    'citizen-closes': 'wrong-phase',
    'operator-closes': 'wrong-phase',
    abandon: 'wrong-phase',
    rate: 'closed',
  },
};

describe.each(Object.entries(TABLE))('CH-7 while %s', (phase, row) => {
  test.each(Object.entries(row))('%s -> %s', (input, expected) => {
    const before = conversation(PHASES[phase as keyof typeof PHASES]);
    const step = advance(before, INPUTS[input as keyof typeof INPUTS], RULES);
    expect(step.ok ? step.next.phase.name : step.code).toBe(expected);
  });
});

/** What comes of it, where it must be possible. */
function after(phase: ConversationPhase, input: ConversationInput, change: Partial<Conversation> = {}) {
  const step = advance(conversation(phase, change), input, RULES);
  if (!step.ok) throw new Error(step.code);
  return step;
}

test('QU-8 a lost operator leaves the citizen before all others, where they queued, and without a call', () => {
  const { next, effects } = after(PHASES.live, INPUTS['lose-operator']);
  expect(next).toMatchObject({ phase: { name: 'waiting', returned: true }, queuedAt: 10, answeredAt: 20 });
  expect(effects).toEqual([
    { type: 'line', from: 'operator', event: 'operator-lost', name: 'Ada' },
    { type: 'end-call' },
  ]);
});

test('CH-11 the first answer is what the contact counts; a second operator takes over the contact', () => {
  const { next, effects } = after({ name: 'waiting', returned: true }, INPUTS.accept, { answeredAt: 20 });
  expect(next).toMatchObject({ answeredAt: 20, phase: { since: 50, operator: bruno } });
  expect(effects).toContainEqual({ type: 'contact', change: { answeredAt: 20, operatorId: bruno.id } });
});

test('QU-11 accepting a signed conversation opens its call, a written one does not', () => {
  const opens = (service: 'chat' | 'lis') => after(PHASES.waiting, INPUTS.accept, { service }).effects;
  expect(opens('lis')).toContainEqual({ type: 'open-call' });
  expect(opens('chat')).not.toContainEqual({ type: 'open-call' });
});

test('QU-11 asked for a call, an operator who cannot sign hands the citizen to the signing ones', () => {
  const { next, effects } = after(PHASES.live, { ...INPUTS['ask-for-call'], served: false });
  expect(next).toMatchObject({ service: 'lis', queuedAt: 50, phase: { name: 'waiting', returned: false } });
  expect(effects).toEqual([
    { type: 'line', from: 'citizen', event: 'call-requested' },
    { type: 'contact', change: { channel: 'video-lis' } },
  ]);
  expect(after(PHASES.live, INPUTS['ask-for-call']).effects).toContainEqual({ type: 'open-call' });
});

test.each([
  ['abandoned', PHASES.waiting, INPUTS.abandon, 'desk', { outcome: 'abandoned' }],
  ['left by the citizen', PHASES.waiting, INPUTS['citizen-closes'], 'citizen', { outcome: 'abandoned' }],
  ['closed by the citizen', PHASES.live, INPUTS['citizen-closes'], 'citizen', { outcome: 'unresolved' }],
  ['closed by the operator', PHASES.live, INPUTS['operator-closes'], 'operator', closing],
] as const)('CH-11 %s: the contact is completed', (_name, phase, input, by, result) => {
  const { next, effects } = after(phase, input);
  expect(next.phase).toMatchObject({ name: 'closed', at: 50, by, rated: false });
  expect(effects).toContainEqual({ type: 'contact', change: { closedAt: 50, ...result } });
  expect(effects).toContainEqual({ type: 'end-call' });
});

test('CH-12 what the citizen closed stays on the desk until its operator says how it went', () => {
  const closed = after(PHASES.live, INPUTS['citizen-closes']).next;
  expect(isOnDeskOf(closed, ada.id)).toBe(true);
  expect(isOnDeskOf(closed, bruno.id)).toBe(false);
  const wrappedUp = after(closed.phase, INPUTS['operator-closes']);
  expect(isOnDeskOf(wrappedUp.next, ada.id)).toBe(false);
  // No second line about it, and the moment of closing stays what it was.
  expect(wrappedUp.effects).toEqual([{ type: 'contact', change: closing }]);
});

test('CH-6 closing leaves the token a while, rating ends it', () => {
  expect(after(PHASES.live, INPUTS['citizen-closes']).next.tokenExpiresAt).toBe(50 + RULES.afterCloseMs);
  expect(after(PHASES['closed by the operator'], INPUTS.rate).next.tokenExpiresAt).toBe(50);
});

test('CH-7 a second rating is refused', () => {
  const rated = after(PHASES['closed by the citizen'], INPUTS.rate);
  expect(rated.effects).toEqual([{ type: 'contact', change: { stars: 4, comment: null } }]);
  expect(advance(rated.next, INPUTS.rate, RULES)).toEqual({ ok: false, code: 'wrong-phase' });
});
