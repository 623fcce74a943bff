import type { Receipt } from '../../protocol/callback.ts';
import type { OperatorName } from '../../protocol/conversation.ts';
import type { ConsultationRecord } from '../store/desk-records.ts';
import type { ConversationRecord } from '../store/store.ts';
import type { Conversation, ConversationPhase } from './conversation-model.ts';

type Stored = Omit<ConversationRecord, 'id' | 'startId' | 'tokenHash' | 'lastSeq'>;

/** What is stored of a conversation's state, apart from its secrets and its messages. */
export function toRecord(conversation: Conversation): Stored {
  const { language, citizenName, context, startedAt, service, queuedAt, answeredAt, tokenExpiresAt, read, phase } =
    conversation;
  const { visitId, note, promisedUntil, transfer, hold } = conversation;
  return {
    language,
    citizenName,
    context,
    startedAt,
    service,
    queuedAt,
    answeredAt,
    tokenExpiresAt,
    visitId,
    note,
    promisedUntil,
    transfer,
    hold,
    readByCitizen: read.citizen,
    readByOperator: read.operator,
    phase: phase.name,
    operatorId: phase.name === 'waiting' ? null : (phase.operator?.id ?? null),
    returned: phase.name === 'waiting' && phase.returned,
    closedAt: phase.name === 'closed' ? phase.at : null,
    closedBy: phase.name === 'closed' ? phase.by : null,
    rated: phase.name === 'closed' && phase.rated,
  };
}

/**
 * @param operator who has it, or had it last; the record only knows the id
 * @param consultation the open one
 * @param receipt of the answer that was promised when it was closed
 */
export function fromRecord(
  record: ConversationRecord,
  operator: OperatorName | null,
  consultation: ConsultationRecord | null,
  receipt: Receipt | null,
): Conversation {
  const { id, language, citizenName, context, startedAt, service, queuedAt, answeredAt, tokenExpiresAt, lastSeq } =
    record;
  const { visitId, note, promisedUntil, transfer } = record;
  const phase = phaseOf(record, operator);
  const held = phase.name === 'live' && consultation !== null;
  return {
    id,
    language,
    citizenName,
    context,
    startedAt,
    service,
    queuedAt,
    answeredAt,
    tokenExpiresAt,
    lastSeq,
    visitId,
    note,
    promisedUntil,
    receipt,
    transfer,
    hold: held ? record.hold : null,
    consultation: held ? consultation : null,
    read: { citizen: record.readByCitizen, operator: record.readByOperator },
    phase,
  };
}

function phaseOf(record: ConversationRecord, operator: OperatorName | null): ConversationPhase {
  switch (record.phase) {
    case 'live':
      // An account that was removed cannot come back for its citizens: they stand in line again.
      if (!operator) return { name: 'waiting', returned: true };
      return { name: 'live', since: record.answeredAt ?? record.startedAt, operator };
    case 'closed': {
      const { closedAt, closedBy, startedAt, rated } = record;
      return { name: 'closed', at: closedAt ?? startedAt, by: closedBy ?? 'desk', rated, operator, wrappedUp: true };
    }
    case 'waiting':
      return { name: 'waiting', returned: record.returned };
    default:
      return unreachable(record.phase);
  }
}

function unreachable(phase: never): never {
  throw new Error(`no such phase: ${String(phase)}`);
}
