import type { infer as Infer } from 'zod/mini';
import type { ConversationView } from '../../protocol/conversation.ts';
import type { acceptConversation, closeAsOperator, DeskState, setPresence } from '../../protocol/desk.ts';
import { whyNotAccept } from '../desk/routing.ts';
import type { Operator } from './actors.ts';
import type { Conversation } from './conversation-state.ts';
import { belonging, loadOf, type Floor } from './floor.ts';
import { done, refused, type Reply } from './reply.ts';
import { settle } from './settle.ts';

export interface OperatorActions {
  /** Being at the desk begins here, and again after every lost connection. */
  enter(operator: Operator): Promise<Reply<{ desk: DeskState }>>;
  setPresence(operator: Operator, request: Infer<typeof setPresence>): Promise<Reply>;
  accept(operator: Operator, request: Infer<typeof acceptConversation>): Promise<Reply<ConversationView>>;
  close(operator: Operator, request: Infer<typeof closeAsOperator>): Promise<Reply>;
}

export function createOperatorActions(floor: Floor): OperatorActions {
  const { book, roster, accepting, announcer, settings, now } = floor;

  async function viewFor({ id }: Conversation): Promise<ConversationView> {
    const messages = await floor.store.messagesAfter(id, 0);
    const conversation = book.get(id);
    if (!conversation) throw new Error('a conversation in its lane was forgotten');
    return { conversation: announcer.viewOf(conversation), messages };
  }

  async function take(operator: Operator, conversation: Conversation): Promise<Reply<ConversationView>> {
    const { id, name, skills } = operator.account;
    const why = whyNotAccept(loadOf(floor, { id, skills }), conversation.service, settings().queue.chatsAtOnce);
    if (why) return refused(why);
    const changed = await whileTaking(operator, conversation, () =>
      book.change(conversation, { type: 'accept', operator: { id, name }, at: now() }),
    );
    if (!changed.ok) return refused(changed.code);
    const notify = settle(floor, changed);
    return done(await viewFor(changed.after), notify);
  }

  /** Until it is committed it counts already: another acceptance must not take the operator beyond the capacity. */
  async function whileTaking<Value>(
    { account }: Operator,
    { id, service }: Conversation,
    work: () => Promise<Value>,
  ): Promise<Value> {
    accepting.set(id, { operatorId: account.id, service });
    try {
      return await work();
    } finally {
      accepting.delete(id);
    }
  }

  return {
    async enter({ account, connectionId }) {
      const { id, name, skills, languages, offices } = account;
      const presence = roster.get(account.id)?.presence ?? 'available';
      roster.set(id, { id, name, skills, languages, offices, presence, busy: false });
      floor.operators.arrive(account.id, connectionId);
      const desk = announcer.deskOf(account.id);
      return desk ? done({ desk }, () => announcer.deskChanged()) : refused('internal');
    },

    async setPresence({ account }, { presence }) {
      const me = roster.get(account.id);
      if (!me) return refused('wrong-phase');
      roster.set(account.id, { ...me, presence });
      return done({}, () => announcer.deskChanged());
    },

    accept: (operator, { conversationId }) =>
      book.inLane(conversationId, async () => {
        const conversation = book.get(conversationId);
        if (!conversation) return refused('not-found');
        if (!roster.has(operator.account.id)) return refused('wrong-phase');
        const { phase } = conversation;
        switch (phase.name) {
          case 'waiting':
            return take(operator, conversation);
          case 'live':
            // Asked twice, because the first answer was lost, it is still theirs.
            if (phase.operator.id === operator.account.id) return done(await viewFor(conversation));
            return refused('already-taken');
          case 'closed':
            return refused('wrong-phase');
          default:
            return unreachable(phase);
        }
      }),

    close: (operator, { conversationId, reason, topic, outcome, note }) =>
      book.inLane(conversationId, async () => {
        const found = belonging(floor, operator, conversationId);
        if (!found.ok) return refused(found.code);
        const closing = { reason, topic, outcome, note: note || null };
        const changed = await book.change(found.conversation, { type: 'operator-closes', closing, at: now() });
        return changed.ok ? done({}, settle(floor, changed)) : refused(changed.code);
      }),
  };
}

function unreachable(phase: never): never {
  throw new Error(`no such phase: ${JSON.stringify(phase)}`);
}
