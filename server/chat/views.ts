import type { CallState } from '../../protocol/call.ts';
import type { ConversationState, Hold, OperatorName, Phase, WaitingPhase } from '../../protocol/conversation.ts';
import type { QueueEntry, Transfer } from '../../protocol/desk.ts';
import type { Conversation } from './conversation-model.ts';

/** What is true of a conversation now without being stored. */
export interface Circumstances {
  citizenConnected: boolean;
  operatorConnected: (operatorId: string) => boolean;
  waiting: () => WaitingPhase;
  call: CallState | null;
}

/** What both sides may know. */
export function conversationView(conversation: Conversation, circumstances: Circumstances): ConversationState {
  const { id, service, language, citizenName, startedAt, context, lastSeq, read, phase } = conversation;
  return {
    id,
    service,
    language,
    citizenName,
    citizenConnected: circumstances.citizenConnected,
    startedAt,
    context,
    phase: phaseView(conversation, circumstances),
    call: phase.name === 'live' ? circumstances.call : null,
    lastSeq,
    read,
  };
}

/** The citizen is told whether an answer comes back, or another person. */
function holdView({ hold, consultation }: Conversation): Hold | null {
  return hold && { ...hold, ...(consultation?.kind === 'transfer' && { onward: true as const }) };
}

function phaseView(conversation: Conversation, circumstances: Circumstances): Phase {
  const { phase, promisedUntil, receipt } = conversation;
  switch (phase.name) {
    case 'waiting':
      return circumstances.waiting();
    case 'live': {
      const { since, operator } = phase;
      return {
        name: 'live',
        since,
        operator,
        operatorConnected: circumstances.operatorConnected(operator.id),
        hold: holdView(conversation),
      };
    }
    case 'closed':
      return {
        name: 'closed',
        at: phase.at,
        by: phase.by,
        rated: phase.rated,
        ...(promisedUntil !== null && { promisedUntil }),
        ...(receipt && { receipt }),
      };
    default:
      return unreachable(phase);
  }
}

export function queueEntry(
  conversation: Conversation,
  { transfer, offeredTo }: { transfer: Transfer | null; offeredTo: OperatorName | null },
): QueueEntry {
  const { id, service, language, citizenName, context, queuedAt, phase } = conversation;
  const returned = phase.name === 'waiting' && phase.returned;
  return {
    conversationId: id,
    service,
    language,
    citizenName,
    since: queuedAt,
    context,
    returned,
    transfer,
    offeredTo,
  };
}

function unreachable(phase: never): never {
  throw new Error(`no such phase: ${JSON.stringify(phase)}`);
}
