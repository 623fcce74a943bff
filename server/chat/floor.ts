import type { Logger } from 'pino';
import type { Refusal } from '../../protocol/codes.ts';
import type { Service } from '../../protocol/conversation.ts';
import type { OperatorState } from '../../protocol/desk.ts';
import type { CallDesk } from '../call/call-desk.ts';
import type { DeskConfig } from '../config.ts';
import type { Load } from '../desk/routing.ts';
import type { DeskSettings } from '../desk/settings.ts';
import type { Actor } from './actors.ts';
import type { Announcer } from './announcer.ts';
import type { Attendance } from './attendance.ts';
import type { Book } from './book.ts';
import { isOnDeskOf, operatorOf, type Conversation } from './conversation-state.ts';
import type { Store } from '../store/store.ts';
import type { Voice } from './voice.ts';
import type { WaitingLine } from './waiting-line.ts';

/** What is going on at the desk, shared by everything that acts on it. */
export interface Floor {
  store: Store;
  book: Book;
  line: WaitingLine;
  /** The operators who have entered the desk. */
  roster: Map<string, OperatorState>;
  citizens: Attendance;
  operators: Attendance;
  calls: CallDesk;
  /** Conversations being taken by an operator (id of the conversation -> who and what), not yet committed. */
  accepting: Map<string, { operatorId: string; service: Service }>;
  voice: Voice;
  announcer: Announcer;
  config: DeskConfig;
  /** As they are now: asked for anew each time. */
  settings: () => DeskSettings;
  now: () => number;
  log: Logger;
}

/** The conversation, if the one who asks belongs to it. */
export function belonging(floor: Floor, actor: Actor, id: string): { ok: true; conversation: Conversation } | Refusal {
  const conversation = floor.book.get(id);
  if (actor.side === 'citizen') {
    // Nobody learns from the answer whether somebody else's conversation exists.
    if (actor.conversationId === null) return { ok: false, code: 'no-conversation' };
    if (actor.conversationId !== id) return { ok: false, code: 'forbidden' };
    return conversation ? { ok: true, conversation } : { ok: false, code: 'no-conversation' };
  }
  if (!conversation) return { ok: false, code: 'not-found' };
  if (operatorOf(conversation)?.id !== actor.account.id) return { ok: false, code: 'forbidden' };
  return { ok: true, conversation };
}

/** What the operator is doing, with what is just being taken. */
export function loadOf(floor: Floor, operator: Pick<OperatorState, 'id' | 'skills'>): Load {
  const taking = [...floor.accepting.values()].filter(({ operatorId }) => operatorId === operator.id);
  const live = [...floor.book.all()].filter(
    (conversation) => conversation.phase.name === 'live' && isOnDeskOf(conversation, operator.id),
  );
  const chats = [
    ...live.filter(({ id }) => floor.calls.stateOf(id) === null),
    ...taking.filter(({ service }) => service === 'chat'),
  ];
  return { skills: operator.skills, chats: chats.length, inCall: chats.length < live.length + taking.length };
}
