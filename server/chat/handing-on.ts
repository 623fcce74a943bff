import type { Code } from '../../protocol/codes.ts';
import type { Conversation, ConversationInput, Effect, LiveConversation } from './conversation-model.ts';

/* Pure steps of a conversation that goes from one person to another, or is put to another. */

type Input<Type extends ConversationInput['type']> = ConversationInput & { type: Type };

export interface Onward {
  next: Conversation;
  effects: Effect[];
}

/** A question under way ends with whatever takes the citizen from the one who put it. */
export function endHold<State extends Conversation>(before: State, at: number): { next: State; effects: Effect[] } {
  const { hold, consultation } = before;
  return {
    next: { ...before, hold: null, consultation: null },
    effects: [
      ...(consultation ? [{ type: 'end-consultation', id: consultation.id } as const] : []),
      ...(hold ? [{ type: 'held', ms: at - hold.since } as const] : []),
    ],
  };
}

/** First in the line, for those it is handed to; with a call under way they must sign. */
export function transfer(before: LiveConversation, { at, transfer: record, to, inCall }: Input<'transfer'>): Onward {
  const { next, effects } = endHold(before, at);
  return {
    next: {
      ...next,
      service: inCall ? 'lis' : next.service,
      queuedAt: at,
      promisedUntil: null,
      transfer: { ...record, hadById: before.phase.operator.id, reserved: true },
      phase: { name: 'waiting', returned: true },
    },
    effects: [...effects, { type: 'line', from: 'operator', event: 'transferring', name: to }, { type: 'end-call' }],
  };
}

/** It keeps its place at the head of the line, and whoever is free takes it. */
export function failTransfer(before: Conversation, { to }: Input<'transfer-fails'>): Onward | Code {
  if (!before.transfer?.reserved) return 'wrong-phase';
  return {
    next: { ...before, transfer: { ...before.transfer, reserved: false } },
    effects: [{ type: 'line', from: 'operator', event: 'transfer-failed', name: to }],
  };
}

export function consult(before: LiveConversation, { at, consultation, who }: Input<'consult'>): Onward | Code {
  if (before.consultation) return 'wrong-phase';
  return {
    next: { ...before, consultation, hold: { since: at, who } },
    effects: [
      { type: 'line', from: 'operator', event: 'on-hold', name: who },
      { type: 'open-consultation', consultation },
    ],
  };
}

export function endConsultation(before: LiveConversation, { at, answered }: Input<'end-consultation'>): Onward | Code {
  if (!before.consultation) return 'wrong-phase';
  const { next, effects } = endHold(before, at);
  return {
    next,
    effects: [
      ...effects,
      { type: 'line', from: 'operator', event: 'off-hold' },
      ...(answered ? [{ type: 'contact', change: { handling: 'consultation' } } as const] : []),
    ],
  };
}

/** Between two commits nobody has it: the citizen never stands in a line on the way. */
export function handOver(before: LiveConversation, { at, operator, handling, inCall }: Input<'hand-over'>): Onward {
  const { next, effects } = endHold(before, at);
  const signed = before.service === 'lis' || inCall;
  return {
    next: { ...next, phase: { name: 'live', since: at, operator } },
    effects: [
      ...effects,
      { type: 'line', from: 'operator', event: 'handed-over', name: operator.name },
      { type: 'contact', change: { operatorId: operator.id, handling } },
      ...(signed ? [{ type: 'end-call' } as const, { type: 'open-call' } as const] : []),
    ],
  };
}
