import type { Receipt } from '../../protocol/callback.ts';
import type { Context, Language, OperatorName, Service } from '../../protocol/conversation.ts';
import type { ConversationEvent, Side } from '../../protocol/message.ts';
import type { ConsultationRecord } from '../store/desk-records.ts';
import type { ContactRecord, TransferRecord } from '../store/store.ts';

/** What a conversation is, what can happen to it, and what has to be done about that. */
export interface Conversation {
  readonly id: string;
  readonly language: Language;
  readonly citizenName: string | null;
  readonly context: Context;
  readonly startedAt: number;
  /** Which line it stands in, or stood in. */
  readonly service: Service;
  /** When it joined that line, or came back to it. */
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
  /** Until when the citizen was told it would take, when they joined the line; once closed, the answer promised. */
  readonly promisedUntil: number | null;
  /** Of that answer. */
  readonly receipt: Receipt | null;
  /** Under way to, or passed on by, a colleague. */
  readonly transfer: TransferRecord | null;
  /** Somebody else is being asked: exactly while there is a consultation. */
  readonly hold: { readonly since: number; readonly who: string } | null;
  readonly consultation: ConsultationRecord | null;
}

export type ConversationPhase =
  /** `returned`: the operator was lost, or handed it on, so it stands before all who were never served. */
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

export type WaitingConversation = Conversation & { readonly phase: { name: 'waiting' } };
export type LiveConversation = Conversation & { readonly phase: { name: 'live' } };

export type Closing = Pick<ContactRecord, 'reason' | 'topic' | 'outcome' | 'note' | 'office'>;

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
  | { type: 'operator-closes'; closing: Closing; promisedUntil?: number }
  /** The citizen went away while waiting. */
  | { type: 'abandon' }
  /** The citizen stops waiting and has left a message instead. */
  | { type: 'leave-message' }
  | { type: 'rate'; stars: number; comment: string | null }
  /** `to`: its name, as the citizen should read it. */
  | { type: 'transfer'; transfer: Omit<TransferRecord, 'hadById' | 'reserved'>; to: string; inCall: boolean }
  /** Those it was for did not take it in time, or are not there any more. */
  | { type: 'transfer-fails'; to: string }
  | { type: 'consult'; consultation: ConsultationRecord; who: string }
  /** `answered`: somebody who was asked has said something. */
  | { type: 'end-consultation'; answered: boolean }
  /** To somebody who has read everything: the colleague who was asked, or a supervisor. */
  | { type: 'hand-over'; operator: OperatorName; handling: 'transfer' | 'transfer-after-consultation'; inCall: boolean }
);

export type Effect =
  | { type: 'line'; from: Side; event: ConversationEvent; name?: string }
  | { type: 'contact'; change: Partial<Omit<ContactRecord, 'id'>> }
  /** The citizen was on hold for so long: it adds up. */
  | { type: 'held'; ms: number }
  | { type: 'open-consultation'; consultation: ConsultationRecord }
  | { type: 'end-consultation'; id: string }
  | { type: 'open-call' }
  | { type: 'end-call' };

/** Who has it, or had it last. */
export function operatorOf({ phase }: Pick<Conversation, 'phase'>): OperatorName | null {
  return phase.name === 'waiting' ? null : phase.operator;
}

/** On whose desk it is: going on, or closed by the citizen and still without the operator's word on how it went. */
export function deskOf(conversation: Pick<Conversation, 'phase'>): string | null {
  const { phase } = conversation;
  const open = phase.name === 'live' || (phase.name === 'closed' && !phase.wrappedUp);
  return open ? (operatorOf(conversation)?.id ?? null) : null;
}

export function isOnDeskOf(conversation: Pick<Conversation, 'phase'>, operatorId: string): boolean {
  return deskOf(conversation) === operatorId;
}

export function isWaiting(conversation: Conversation): conversation is WaitingConversation {
  return conversation.phase.name === 'waiting';
}

export function isLive(conversation: Conversation): conversation is LiveConversation {
  return conversation.phase.name === 'live';
}
