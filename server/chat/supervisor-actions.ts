import type { infer as Infer } from 'zod/mini';
import type { conversationRef, ConversationView } from '../../protocol/conversation.ts';
import type { listen, transferConversation } from '../../protocol/desk.ts';
import { whyNotTakeOver } from '../desk/routing.ts';
import type { Operator } from './actors.ts';
import { isLive, type LiveConversation } from './conversation-model.ts';
import type { Floor } from './floor.ts';
import { loadOf, signedNow } from './load.ts';
import { done, refused, type Reply } from './reply.ts';
import { take, wholeView } from './taking.ts';
import { handOn } from './transfer-actions.ts';

/** What supervisors may do with everybody's conversations; others are refused. */
export interface SupervisorActions {
  /** Reading along, as long as the connection lasts. The operator sees who does. */
  listen(operator: Operator, request: Infer<typeof listen>): Promise<Reply<Partial<ConversationView>>>;
  takeOver(operator: Operator, request: Infer<typeof conversationRef>): Promise<Reply<ConversationView>>;
  move(operator: Operator, request: Infer<typeof transferConversation>): Promise<Reply>;
}

export function createSupervisorActions(floor: Floor): SupervisorActions {
  const { book, roster, listeners, calls, settings, now } = floor;

  /** In the lane, with a conversation that goes on. */
  function onFloor<Value extends object>(
    { account }: Operator,
    id: string,
    work: (conversation: LiveConversation) => Promise<Reply<Value>>,
  ): Promise<Reply<Value>> {
    return book.inLane(id, async () => {
      if (!account.roles.includes('supervisor')) return refused('forbidden');
      const conversation = book.get(id);
      if (!conversation) return refused('not-found');
      return isLive(conversation) && roster.has(account.id) ? work(conversation) : refused('wrong-phase');
    });
  }

  return {
    listen(operator, { conversationId, listening }) {
      const { account, connectionId } = operator;
      if (!listening) {
        listeners.remove(conversationId, account.id);
        return Promise.resolve(done({}, () => floor.deskChanged()));
      }
      return onFloor<Partial<ConversationView>>(operator, conversationId, async ({ phase }) => {
        if (phase.operator.id === account.id) return refused('oneself');
        listeners.add(conversationId, account.id, connectionId);
        return done(await wholeView(floor, conversationId), () => floor.deskChanged());
      });
    },

    takeOver: (operator, { conversationId }) =>
      onFloor(operator, conversationId, async (conversation) => {
        const { id, name } = operator.account;
        if (conversation.phase.operator.id === id) return done(await wholeView(floor, conversationId));
        const why = whyNotTakeOver(loadOf(floor, operator.account), signedNow(floor, conversation), settings().queue);
        if (why) return refused(why);
        listeners.remove(conversationId, id);
        const inCall = calls.stateOf(conversationId) !== null;
        const input = { type: 'hand-over', operator: { id, name }, handling: 'transfer', inCall, at: now() } as const;
        return take(floor, operator.account, conversation, input);
      }),

    move: (operator, request) =>
      onFloor(operator, request.conversationId, (conversation) => handOn(floor, operator, conversation, request)),
  };
}
