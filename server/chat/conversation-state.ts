import type { Code, Refusal } from '../../protocol/codes.ts';
import type { Context, Language, OperatorName, Service } from '../../protocol/conversation.ts';
import type { ConversationEvent, Side } from '../../protocol/message.ts';
import type { ContactRecord, TransferRecord } from '../store/store.ts';

/**
 * The rules of one conversation, as a pure function of (conversation, input). What has to be written and done about
 * it comes out as effects, which the desk runs.
 */
export interface Conversation {
  readonly id: string;
  readonly language: Language;
  readonly citizenName: string | null;
  readonly context: Context;
  readonly startedAt: number;
  /** Which line it stands in, or stood in. */
  readonly service: Service;
  /** When it joined that line. */
  readonly queuedAt: number;
  /** When an operator first answered. */
  readonly answeredAt: number | null;
  readonly phase: ConversationPhase;
  readonly lastSeq: number;
  readonly read: Readonly<Record<Side, number>>;
  /** When the citizen's token stops opening it. */
  readonly tokenExpiresAt: number;
  /** The page's name for the visit it began in. */
  readonly visitId: string | null;
  /** For colleagues only. */
  readonly note: string;
  /** Until when the citizen was told it would take, when they joined the line. */
  readonly promisedUntil: number | null;
  /** Under way to, or passed on by, a colleague. */
  readonly transfer: TransferRecord | null;
  /** Somebody else is being asked. */
  readonly hold: { readonly since: number; readonly who: string } | null;
}

export type ConversationPhase =
  /** `returned`: the operator was lost, so it stands before all who were never served. */
  | { name: 'waiting'; returned: boolean }
  | { name: 'live'; since: number; operator: OperatorName }
  /** `operator` had it last. `wrappedUp`: the contact has its reason, topic and outcome from a person. */
  | {
      name: 'closed';
      at: number;
      by: Side | 'desk';
      rated: boolean;
      operator: OperatorName | null;
      wrappedUp: boolean;
    };

export type Closing = Pick<ContactRecord, 'reason' | 'topic' | 'outcome' | 'note'>;

export type ConversationInput = { at: number } & (
  | { type: 'accept'; operator: OperatorName }
  /** The operator's connection did not come back in time. */
  | { type: 'lose-operator' }
  /** `served`: the operator at hand signs and is free to; otherwise the citizen joins the signing operators' line. */
  | { type: 'ask-for-call'; served: boolean }
  | { type: 'call-started' }
  | { type: 'end-call'; by: Side }
  | { type: 'citizen-closes' }
  /** Also completes the contact of a conversation that the citizen closed. */
  | { type: 'operator-closes'; closing: Closing }
  /** The citizen went away while waiting. */
  | { type: 'abandon' }
  | { type: 'rate'; stars: number; comment: string | null }
);

export type Effect =
  | { type: 'line'; from: Side; event: ConversationEvent; name?: string }
  | { type: 'contact'; change: Partial<Omit<ContactRecord, 'id'>> }
  | { type: 'open-call' }
  | { type: 'end-call' };

export type Step = { ok: true; next: Conversation; effects: Effect[] } | Refusal;

export interface ConversationRules {
  /** How long the citizen's token still opens a closed conversation, to read and to rate it. */
  afterCloseMs: number;
}

export function advance(conversation: Conversation, input: ConversationInput, rules: ConversationRules): Step {
  const { phase } = conversation;
  switch (phase.name) {
    case 'waiting':
      return whileWaiting(conversation, input, rules);
    case 'live':
      return whileLive(conversation, phase, input, rules);
    case 'closed':
      return onceClosed(conversation, phase, input);
    default:
      return unreachable(phase);
  }
}

/** Who has it, or had it last. */
export function operatorOf({ phase }: Conversation): OperatorName | null {
  return phase.name === 'waiting' ? null : phase.operator;
}

/** Going on, or closed by the citizen and still without the operator's word on how it went. */
export function isOnDeskOf(conversation: Conversation, operatorId: string): boolean {
  const { phase } = conversation;
  const open = phase.name === 'live' || (phase.name === 'closed' && !phase.wrappedUp);
  return open && operatorOf(conversation)?.id === operatorId;
}

function whileWaiting(conversation: Conversation, input: ConversationInput, rules: ConversationRules): Step {
  const { at } = input;
  switch (input.type) {
    case 'accept': {
      const { operator } = input;
      const answeredAt = conversation.answeredAt ?? at;
      return step({ ...conversation, answeredAt, phase: { name: 'live', since: at, operator } }, [
        { type: 'line', from: 'operator', event: 'operator-joined', name: operator.name },
        { type: 'contact', change: { answeredAt, operatorId: operator.id } },
        ...(conversation.service === 'lis' ? [{ type: 'open-call' } as const] : []),
      ]);
    }
    case 'citizen-closes':
      return close(conversation, { at, by: 'citizen', ...rules }, { outcome: 'abandoned' });
    case 'abandon':
      return close(conversation, { at, by: 'desk', ...rules }, { outcome: 'abandoned' });
    case 'lose-operator':
    case 'ask-for-call':
    case 'call-started':
    case 'end-call':
    case 'operator-closes':
    case 'rate':
      return refuse('wrong-phase');
    default:
      return unreachable(input);
  }
}

function whileLive(
  conversation: Conversation,
  { operator }: ConversationPhase & { name: 'live' },
  input: ConversationInput,
  rules: ConversationRules,
): Step {
  const { at } = input;
  switch (input.type) {
    case 'accept':
      return refuse('already-taken');
    case 'lose-operator':
      return step({ ...conversation, phase: { name: 'waiting', returned: true } }, [
        { type: 'line', from: 'operator', event: 'operator-lost', name: operator.name },
        { type: 'end-call' },
      ]);
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
      return close(conversation, { at, by: 'operator', operator, ...rules }, input.closing);
    case 'abandon':
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
      return step({ ...conversation, phase: { ...phase, wrappedUp: true } }, [
        { type: 'contact', change: input.closing },
      ]);
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
      return refuse('wrong-phase');
    default:
      return unreachable(input);
  }
}

function askForCall(conversation: Conversation, { at, served }: { at: number; served: boolean }): Step {
  const told: Effect[] = [
    { type: 'line', from: 'citizen', event: 'call-requested' },
    { type: 'contact', change: { channel: 'video-lis' } },
  ];
  if (served) return step(conversation, [...told, { type: 'open-call' }]);
  return step({ ...conversation, service: 'lis', queuedAt: at, phase: { name: 'waiting', returned: false } }, told);
}

function close(
  conversation: Conversation,
  {
    at,
    by,
    operator = null,
    afterCloseMs,
  }: ConversationRules & { at: number; by: Side | 'desk'; operator?: OperatorName | null },
  result: Partial<Closing>,
): Step {
  // Only a conversation that its operator did not close is still waiting for a person's word on how it went.
  const wrappedUp = operator === null || by === 'operator';
  const phase = { name: 'closed', at, by, rated: false, operator, wrappedUp } as const;
  return step({ ...conversation, phase, tokenExpiresAt: at + afterCloseMs }, [
    { type: 'line', from: by === 'operator' ? 'operator' : 'citizen', event: 'closed' },
    { type: 'contact', change: { closedAt: at, ...result } },
    { type: 'end-call' },
  ]);
}

function step(next: Conversation, effects: Effect[]): Step {
  return { ok: true, next, effects };
}

function refuse(code: Code): Refusal {
  return { ok: false, code };
}

function unreachable(value: never): never {
  throw new Error(`no such case: ${JSON.stringify(value)}`);
}
