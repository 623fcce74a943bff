import { describe, expect, test } from 'vitest';
import {
  isOnDeskOf,
  type Conversation,
  type ConversationInput,
  type ConversationPhase,
} from '../../../server/chat/conversation-model.ts';
import type { ConsultationRecord } from '../../../server/store/desk-records.ts';
import { advance } from '../../../server/chat/conversation-state.ts';

const RULES = { afterCloseMs: 600 };
const ada = { id: 'operator-ada', name: 'Ada' };
const bruno = { id: 'operator-bruno', name: 'Bruno' };
const closing = { reason: 'information', topic: 'recup', outcome: 'resolved', office: null, note: null } as const;

const asked: ConsultationRecord = {
  id: 'consultation-1',
  conversationId: 'conversation-1',
  kind: 'answer',
  openedById: ada.id,
  openedAt: 40,
  to: { office: 'tributi' },
  summary: 'Quanto deve?',
  linkHash: null,
  linkExpiresAt: null,
  mailed: false,
  state: 'open',
  lastSeq: 0,
};
const onHold = { hold: { since: 40, who: 'Tributi' }, consultation: asked };
const reserved = { to: { office: 'tributi' }, fromId: ada.id, hadById: ada.id, note: null, at: 45, reserved: true };

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
    receipt: null,
    transfer: null,
    hold: null,
    consultation: null,
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
  'leave-message': { type: 'leave-message', at: 50 },
  transfer: {
    type: 'transfer',
    transfer: { to: { office: 'tributi' }, fromId: ada.id, note: 'Ha la cartella', at: 50 },
    to: 'Tributi',
    inCall: false,
    at: 50,
  },
  'transfer-fails': { type: 'transfer-fails', to: 'Tributi', at: 50 },
  consult: { type: 'consult', consultation: asked, who: 'Tributi', at: 50 },
  'end-consultation': { type: 'end-consultation', answered: true, at: 50 },
  'hand-over': { type: 'hand-over', operator: bruno, handling: 'transfer', inCall: false, at: 50 },
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
    'leave-message': 'closed',
    transfer: 'wrong-phase',
    'transfer-fails': 'wrong-phase',
    consult: 'wrong-phase',
    'end-consultation': 'wrong-phase',
    'hand-over': 'wrong-phase',
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
    'leave-message': 'wrong-phase',
    transfer: 'waiting',
    'transfer-fails': 'wrong-phase',
    consult: 'live',
    'end-consultation': 'wrong-phase',
    'hand-over': 'live',
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
    'leave-message': 'wrong-phase',
    transfer: 'wrong-phase',
    'transfer-fails': 'wrong-phase',
    consult: 'wrong-phase',
    'end-consultation': 'wrong-phase',
    'hand-over': 'wrong-phase',
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
    'leave-message': 'wrong-phase',
    transfer: 'wrong-phase',
    'transfer-fails': 'wrong-phase',
    consult: 'wrong-phase',
    'end-consultation': 'wrong-phase',
    'hand-over': 'wrong-phase',
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

test('QU-8 a lost operator leaves the citizen before all others, from now on, and without a call', () => {
  const { next, effects } = after(PHASES.live, INPUTS['lose-operator']);
  expect(next).toMatchObject({ phase: { name: 'waiting', returned: true }, queuedAt: 50, answeredAt: 20 });
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

describe('QU-80 handed on', () => {
  test('it stands first in the line, for those it goes to; a new wait and no old promise', () => {
    const { next, effects } = after(PHASES.live, INPUTS.transfer, { promisedUntil: 30 });
    expect(next).toMatchObject({
      phase: { name: 'waiting', returned: true },
      queuedAt: 50,
      promisedUntil: null,
      transfer: { to: { office: 'tributi' }, fromId: ada.id, hadById: ada.id, reserved: true, note: 'Ha la cartella' },
    });
    expect(effects).toEqual([
      { type: 'line', from: 'operator', event: 'transferring', name: 'Tributi' },
      { type: 'end-call' },
    ]);
  });

  test('with a call under way it goes to those who sign, and the call opens again with them', () => {
    const { next } = after(PHASES.live, { ...INPUTS.transfer, inCall: true });
    expect(next.service).toBe('lis');
    expect(after(next.phase, INPUTS.accept, next).effects).toContainEqual({ type: 'open-call' });
  });

  test('whoever takes it is another than before: the contact was transferred; the same one again, it was not', () => {
    const handling = (operator: typeof ada) =>
      after(PHASES.waiting, { ...INPUTS.accept, operator }, { transfer: reserved }).effects[1];
    expect(handling(bruno)).toMatchObject({ change: { handling: 'transfer' } });
    expect(handling(ada)).toEqual({ type: 'contact', change: { answeredAt: 50, operatorId: ada.id } });
  });

  test('not taken, it is everybody’s, once, and keeps its place; taken, nothing fails any more', () => {
    const waiting = { name: 'waiting', returned: true } as const;
    const failed = after(waiting, INPUTS['transfer-fails'], { transfer: reserved });
    expect(failed.next).toMatchObject({ phase: waiting, transfer: { reserved: false } });
    expect(failed.effects).toEqual([{ type: 'line', from: 'operator', event: 'transfer-failed', name: 'Tributi' }]);
    expect(advance(failed.next, INPUTS['transfer-fails'], RULES)).toEqual({ ok: false, code: 'wrong-phase' });
    const taken = after(waiting, INPUTS.accept, { transfer: reserved });
    expect(taken.next.transfer).toMatchObject({ reserved: false });
  });
});

describe('QU-84 while somebody is being asked', () => {
  const held = { type: 'held', ms: 10 } as const;
  const ended = { type: 'end-consultation', id: asked.id } as const;

  test('the citizen is on hold, told for whom, and nobody else can be asked', () => {
    const { next, effects } = after(PHASES.live, INPUTS.consult);
    expect(next).toMatchObject({ phase: PHASES.live, hold: { since: 50, who: 'Tributi' }, consultation: asked });
    expect(effects).toEqual([
      { type: 'line', from: 'operator', event: 'on-hold', name: 'Tributi' },
      { type: 'open-consultation', consultation: asked },
    ]);
    expect(advance(next, INPUTS.consult, RULES)).toEqual({ ok: false, code: 'wrong-phase' });
  });

  test('off hold again, the time is counted, and the contact only where there was an answer', () => {
    const { next, effects } = after(PHASES.live, INPUTS['end-consultation'], onHold);
    expect(next).toMatchObject({ phase: PHASES.live, hold: null, consultation: null });
    const line = { type: 'line', from: 'operator', event: 'off-hold' } as const;
    const contact = { type: 'contact', change: { handling: 'consultation' } } as const;
    expect(effects).toEqual([ended, held, line, contact]);
    const unanswered = after(PHASES.live, { ...INPUTS['end-consultation'], answered: false }, onHold);
    expect(unanswered.effects).toEqual([ended, held, line]);
  });

  test.each(['lose-operator', 'transfer', 'citizen-closes', 'operator-closes', 'hand-over'] as const)(
    '%s ends it',
    (type) => {
      const { next, effects } = after(PHASES.live, INPUTS[type], onHold);
      expect(next).toMatchObject({ hold: null, consultation: null });
      expect(effects.slice(0, 2)).toEqual([ended, held]);
    },
  );
});

test('QU-86 handed over, it is the colleague’s at once, said by name; a call begins again with them', () => {
  const handling = 'transfer-after-consultation';
  const { next, effects } = after(PHASES.live, { ...INPUTS['hand-over'], handling }, onHold);
  expect(next.phase).toEqual({ name: 'live', since: 50, operator: bruno });
  expect(effects.slice(2)).toEqual([
    { type: 'line', from: 'operator', event: 'handed-over', name: 'Bruno' },
    { type: 'contact', change: { operatorId: bruno.id, handling } },
  ]);
  const signed = after(PHASES.live, { ...INPUTS['hand-over'], inCall: true });
  expect(signed.effects.slice(-2)).toEqual([{ type: 'end-call' }, { type: 'open-call' }]);
});

test('QU-78 a message left ends the waiting as a promise, not as abandoned', () => {
  const { next, effects } = after(PHASES.waiting, INPUTS['leave-message']);
  expect(next.phase).toMatchObject({ name: 'closed', by: 'citizen', wrappedUp: true });
  expect(effects).toEqual([
    { type: 'line', from: 'citizen', event: 'message-left' },
    { type: 'contact', change: { closedAt: 50, outcome: 'later-answer', handling: 'later-answer' } },
    { type: 'end-call' },
  ]);
});

test('QU-90 an answer promised for later is how the contact was handled', () => {
  const later = { ...closing, outcome: 'later-answer' } as const;
  const change = { ...later, handling: 'later-answer' };
  expect(after(PHASES.live, { ...INPUTS['operator-closes'], closing: later }).effects).toContainEqual({
    type: 'contact',
    change: { closedAt: 50, ...change },
  });
  expect(
    after(PHASES['closed by the citizen'], { ...INPUTS['operator-closes'], closing: later }).effects,
  ).toContainEqual({ type: 'contact', change });
});

test('CH-98 until when an answer was promised is told with the end, and nothing else is', () => {
  const promised = { ...INPUTS['operator-closes'], promisedUntil: 5_000 };
  expect(after(PHASES.live, promised).next.promisedUntil).toBe(5_000);
  expect(after(PHASES['closed by the citizen'], promised).next.promisedUntil).toBe(5_000);
  const waited = { ...PHASES.live, promisedUntil: 90 };
  expect(after(waited, INPUTS['operator-closes']).next.promisedUntil).toBeNull();
});
