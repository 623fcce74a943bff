import type { CallState } from '../../protocol/call.ts';
import type { ConversationState, Phase } from '../../protocol/conversation.ts';
import type { QueueEntry } from '../../protocol/desk.ts';
import type { Conversation, ConversationPhase } from './conversation-state.ts';
import type { Place } from './waiting-line.ts';

/** What is true of a conversation now without being stored. */
export interface Circumstances {
  citizenConnected: boolean;
  operatorConnected: (operatorId: string) => boolean;
  place: () => Place;
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
    phase: phaseView(phase, conversation.queuedAt, circumstances),
    call: phase.name === 'live' ? circumstances.call : null,
    lastSeq,
    read,
  };
}

function phaseView(phase: ConversationPhase, queuedAt: number, circumstances: Circumstances): Phase {
  switch (phase.name) {
    case 'waiting':
      return {
        name: 'waiting',
        since: queuedAt,
        ...circumstances.place(),
        longer: false,
        maximumAt: null,
        closing: null,
        propose: null,
        transferTo: null,
      };
    case 'live': {
      const { since, operator } = phase;
      return {
        name: 'live',
        since,
        operator,
        operatorConnected: circumstances.operatorConnected(operator.id),
        hold: null,
      };
    }
    case 'closed':
      return { name: 'closed', at: phase.at, by: phase.by, rated: phase.rated };
    default:
      return unreachable(phase);
  }
}

export function queueEntry(conversation: Conversation): QueueEntry {
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
    transfer: null,
    offeredTo: null,
  };
}

function unreachable(phase: never): never {
  throw new Error(`no such phase: ${JSON.stringify(phase)}`);
}
