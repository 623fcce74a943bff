import type { Service } from '../../protocol/conversation.ts';
import type { OperatorState } from '../../protocol/desk.ts';
import type { CallDesk } from '../call/call-desk.ts';
import type { Load } from '../desk/routing.ts';
import type { Book } from './book.ts';
import { isLive, type Conversation } from './conversation-model.ts';

/** Conversations being taken by an operator (id of the conversation -> who and what), not yet committed. */
export type Accepting = Map<string, { operatorId: string; service: Service }>;

export interface LoadParts {
  book: Pick<Book, 'onDeskOf'>;
  calls: Pick<CallDesk, 'stateOf'>;
  accepting: Accepting;
}

/** What the operator is doing, with what is just being taken. */
export function loadOf(
  { book, calls, accepting }: LoadParts,
  { id, skills }: Pick<OperatorState, 'id' | 'skills'>,
): Load {
  const live = book.onDeskOf(id).filter(isLive);
  const taking = [...accepting].filter(
    ([taken, { operatorId }]) => operatorId === id && !live.some((conversation) => conversation.id === taken),
  );
  const chats = [
    ...live.filter((conversation) => calls.stateOf(conversation.id) === null),
    ...taking.filter(([, { service }]) => service === 'chat'),
  ];
  return { skills, chats: chats.length, inCall: chats.length < live.length + taking.length };
}

/** Until it is committed it counts already: another acceptance must not take the operator beyond the capacity. */
export async function whileTaking<Value>(
  { accepting }: Pick<LoadParts, 'accepting'>,
  conversation: { id: string; service: Service },
  operatorId: string,
  work: () => Promise<Value>,
): Promise<Value> {
  accepting.set(conversation.id, { operatorId, service: conversation.service });
  try {
    return await work();
  } finally {
    accepting.delete(conversation.id);
  }
}

/** What whoever takes it over has to be able to do: sign, as long as a call goes on in it. */
export function signedNow(
  { calls }: Pick<LoadParts, 'calls'>,
  { id, service }: Pick<Conversation, 'id' | 'service'>,
): Service {
  return calls.stateOf(id) === null ? service : 'lis';
}
