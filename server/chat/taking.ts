import type { ConversationView, OperatorName } from '../../protocol/conversation.ts';
import type { ConversationInput, Conversation } from './conversation-model.ts';
import type { Floor } from './floor.ts';
import { whileTaking } from './load.ts';
import { done, refused, type Reply } from './reply.ts';
import { settle } from './settle.ts';

/** All of it, for whoever gets it. In the lane. */
export async function wholeView({ store, book, announcer }: Floor, id: string): Promise<ConversationView> {
  const messages = await store.messagesAfter(id, 0);
  const conversation = book.get(id);
  if (!conversation) throw new Error('a conversation in its lane was forgotten');
  return { conversation: announcer.viewOf(conversation), messages };
}

/** Puts it on the operator's desk, with a place kept there meanwhile. In the lane, and once it is clear that they may. */
export async function take(
  floor: Floor,
  { id }: OperatorName,
  conversation: Conversation,
  input: ConversationInput,
): Promise<Reply<ConversationView>> {
  const changed = await whileTaking(floor, conversation, id, () => floor.book.change(conversation, input));
  if (!changed.ok) return refused(changed.code);
  const notify = settle(floor, changed);
  return done(await wholeView(floor, conversation.id), notify);
}
