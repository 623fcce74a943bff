import type { Code, Refusal } from '../../protocol/codes.ts';
import type { OperatorName } from '../../protocol/conversation.ts';
import type { ConversationEvent, Side } from '../../protocol/message.ts';
import type { ContactRecord } from '../store/store.ts';
import {
  isLive,
  isWaiting,
  type Closing,
  type Conversation,
  type ConversationInput,
  type ConversationPhase,
  type Effect,
  type LiveConversation,
} from './conversation-model.ts';
import { consult, endConsultation, endHold, failTransfer, handOver, transfer, type Onward } from './handing-on.ts';

export type Step = ({ ok: true } & Onward) | Refusal;

export interface ConversationRules {
  /** How long the citizen's token still opens a closed conversation, to read and to rate it. */
  afterCloseMs: number;
}

/**
 * The rules of one conversation, as a pure function of (conversation, input). What has to be written and done about
 * it comes out as effects, which the desk runs.
 */
export function advance(conversation: Conversation, input: ConversationInput, rules: ConversationRules): Step {
  if (isWaiting(conversation)) return whileWaiting(conversation, input, rules);
  if (isLive(conversation)) return whileLive(conversation, input, rules);
  return onceClosed(conversation, conversation.phase as ConversationPhase & { name: 'closed' }, input);
}

function whileWaiting(conversation: Conversation, input: ConversationInput, rules: ConversationRules): Step {
  const { at } = input;
  switch (input.type) {
    case 'accept':
      return accept(conversation, input);
    case 'transfer-fails':
      return outcome(failTransfer(conversation, input));
    case 'citizen-closes':
      return close(conversation, { at, by: 'citizen', ...rules }, { outcome: 'abandoned' });
    case 'abandon':
      return close(conversation, { at, by: 'desk', ...rules }, { outcome: 'abandoned' });
    case 'leave-message': {
      const later = { outcome: 'later-answer', handling: 'later-answer' } as const;
      return close(conversation, { at, by: 'citizen', event: 'message-left', ...rules }, later);
    }
    case 'lose-operator':
    case 'ask-for-call':
    case 'call-started':
    case 'end-call':
    case 'operator-closes':
    case 'rate':
    case 'transfer':
    case 'consult':
    case 'end-consultation':
    case 'hand-over':
      return refuse('wrong-phase');
    default:
      return unreachable(input);
  }
}

function whileLive(conversation: LiveConversation, input: ConversationInput, rules: ConversationRules): Step {
  const { at } = input;
  const { operator } = conversation.phase;
  switch (input.type) {
    case 'accept':
      return refuse('already-taken');
    case 'lose-operator':
      return loseOperator(conversation, at);
    case 'ask-for-call':
      return askForCall(conversation, input);
    case 'call-started':
      return step(conversation, [{ type: 'line', from: 'operator', event: 'call-started' }]);
    case 'end-call':
      return step(conversation, [{ type: 'line', from: input.by, event: 'call-ended' }, { type: 'end-call' }]);
    case 'citizen-closes':
      // Until the operator says how it went: nobody may count it as resolved.
      return close(conversation, { at, by: 'citizen', operator, ...rules }, { outcome: 'unresolved' });
    case 'operator-closes':
      return close(conversation, { ...input, by: 'operator', operator, ...rules }, result(input.closing));
    case 'transfer':
      return outcome(transfer(conversation, input));
    case 'consult':
      return outcome(consult(conversation, input));
    case 'end-consultation':
      return outcome(endConsultation(conversation, input));
    case 'hand-over':
      return outcome(handOver(conversation, input));
    case 'abandon':
    case 'leave-message':
    case 'transfer-fails':
    case 'rate':
      return refuse('wrong-phase');
    default:
      return unreachable(input);
  }
}

function onceClosed(
  conversation: Conversation,
  phase: ConversationPhase & { name: 'closed' },
  input: ConversationInput,
): Step {
  switch (input.type) {
    case 'operator-closes':
      if (phase.wrappedUp) return refuse('wrong-phase');
      return step(
        { ...conversation, promisedUntil: input.promisedUntil ?? null, phase: { ...phase, wrappedUp: true } },
        [{ type: 'contact', change: result(input.closing) }],
      );
    case 'rate': {
      if (phase.rated) return refuse('wrong-phase');
      const { stars, comment } = input;
      return step({ ...conversation, phase: { ...phase, rated: true }, tokenExpiresAt: input.at }, [
        { type: 'contact', change: { stars, comment } },
      ]);
    }
    case 'accept':
    case 'lose-operator':
    case 'ask-for-call':
    case 'call-started':
    case 'end-call':
    case 'citizen-closes':
    case 'abandon':
    case 'leave-message':
    case 'transfer':
    case 'transfer-fails':
    case 'consult':
    case 'end-consultation':
    case 'hand-over':
      return refuse('wrong-phase');
    default:
      return unreachable(input);
  }
}

function accept(before: Conversation, { at, operator }: ConversationInput & { type: 'accept' }): Step {
  const answeredAt = before.answeredAt ?? at;
  const transfer = before.transfer && { ...before.transfer, reserved: false };
  // Back with the one who had it before, nothing was handed on.
  const handed = transfer !== null && transfer.hadById !== operator.id;
  return step({ ...before, answeredAt, transfer, phase: { name: 'live', since: at, operator } }, [
    { type: 'line', from: 'operator', event: 'operator-joined', name: operator.name },
    {
      type: 'contact',
      change: { answeredAt, operatorId: operator.id, ...(handed && { handling: 'transfer' as const }) },
    },
    ...(before.service === 'lis' ? [{ type: 'open-call' } as const] : []),
  ]);
}

function loseOperator(before: LiveConversation, at: number): Step {
  const { next, effects } = endHold(before, at);
  return step({ ...next, queuedAt: at, promisedUntil: null, phase: { name: 'waiting', returned: true } }, [
    ...effects,
    { type: 'line', from: 'operator', event: 'operator-lost', name: before.phase.operator.name },
    { type: 'end-call' },
  ]);
}

function askForCall(before: LiveConversation, { at, served }: { at: number; served: boolean }): Step {
  const told: Effect[] = [
    { type: 'line', from: 'citizen', event: 'call-requested' },
    { type: 'contact', change: { channel: 'video-lis' } },
  ];
  if (served) return step(before, [...told, { type: 'open-call' }]);
  const { next, effects } = endHold(before, at);
  const phase = { name: 'waiting', returned: false } as const;
  return step({ ...next, service: 'lis', queuedAt: at, promisedUntil: null, phase }, [...effects, ...told]);
}

interface Ending extends ConversationRules {
  at: number;
  by: Side | 'desk';
  operator?: OperatorName;
  event?: ConversationEvent;
  promisedUntil?: number;
}

function close(before: Conversation, ending: Ending, contact: Partial<ContactRecord>): { ok: true } & Onward {
  const { at, by, operator = null, event = 'closed', promisedUntil = null, afterCloseMs } = ending;
  const { next, effects } = endHold(before, at);
  // Only a conversation that its operator did not close is still waiting for a person's word on how it went.
  const wrappedUp = operator === null || by === 'operator';
  const phase = { name: 'closed', at, by, rated: false, operator, wrappedUp } as const;
  return step({ ...next, phase, promisedUntil, tokenExpiresAt: at + afterCloseMs }, [
    ...effects,
    { type: 'line', from: by === 'operator' ? 'operator' : 'citizen', event },
    { type: 'contact', change: { closedAt: at, ...contact } },
    { type: 'end-call' },
  ]);
}

/** A promise is how it was handled. */
function result(closing: Closing): Partial<ContactRecord> {
  return closing.outcome === 'later-answer' ? { ...closing, handling: 'later-answer' } : closing;
}

function step(next: Conversation, effects: Effect[]): { ok: true } & Onward {
  return { ok: true, next, effects };
}

function outcome(result: Onward | Code): Step {
  return typeof result === 'string' ? refuse(result) : { ok: true, ...result };
}

function refuse(code: Code): Refusal {
  return { ok: false, code };
}

function unreachable(value: never): never {
  throw new Error(`no such case: ${JSON.stringify(value)}`);
}
