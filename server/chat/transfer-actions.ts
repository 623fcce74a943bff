import type { infer as Infer } from 'zod/mini';
import type { transferConversation } from '../../protocol/desk.ts';
import type { Target } from '../../protocol/office.ts';
import type { Operator } from './actors.ts';
import { isLive, type LiveConversation } from './conversation-model.ts';
import { belonging, type Floor } from './floor.ts';
import { signedNow } from './load.ts';
import { done, refused, type Reply } from './reply.ts';
import { settle } from './settle.ts';

type Request = Infer<typeof transferConversation>;

export interface TransferActions {
  /** To an office or a colleague: the citizen stands first in line for them. */
  transfer(operator: Operator, request: Request): Promise<Reply>;
}

export function createTransferActions(floor: Floor): TransferActions {
  return {
    transfer: (operator, request) =>
      floor.book.inLane(request.conversationId, async () => {
        const found = belonging(floor, operator, request.conversationId);
        if (!found.ok) return refused(found.code);
        if (!isLive(found.conversation)) return refused('wrong-phase');
        return handOn(floor, operator, found.conversation, request);
      }),
  };
}

/** In the lane. With nobody there it is refused, and stays where it is. */
export async function handOn(
  floor: Floor,
  { account }: Operator,
  conversation: LiveConversation,
  { to, note }: { to: Target; note?: string | undefined },
): Promise<Reply> {
  const { book, targets, now } = floor;
  const why = targets.whyNot(to, conversation.phase.operator.id, signedNow(floor, conversation));
  if (why) return refused(why);
  const at = now();
  const changed = await book.change(conversation, {
    type: 'transfer',
    transfer: { to, fromId: account.id, note: note || null, at },
    to: targets.nameOf(to, conversation.language),
    inCall: floor.calls.stateOf(conversation.id) !== null,
    at,
  });
  return changed.ok ? done({}, settle(floor, changed)) : refused(changed.code);
}
