import type { infer as Infer } from 'zod/mini';
import type { Code } from '../../protocol/codes.ts';
import type { ConversationView } from '../../protocol/conversation.ts';
import type { acceptConversation, closeAsOperator, declineOffer, DeskState, setPresence } from '../../protocol/desk.ts';
import { whyNotAccept, whyNotTakeOver } from '../desk/routing.ts';
import type { Operator } from './actors.ts';
import type { Conversation } from './conversation-model.ts';
import { closeConversation } from './closing.ts';
import type { Floor } from './floor.ts';
import { loadOf } from './load.ts';
import { done, refused, type Reply } from './reply.ts';
import { changeMember, enterRoster } from './roster.ts';
import { take, wholeView } from './taking.ts';
import { isOf } from './targets.ts';

export interface OperatorActions {
  /** Being at the desk begins here, and again after every lost connection. */
  enter(operator: Operator): Promise<Reply<{ desk: DeskState }>>;
  setPresence(operator: Operator, request: Infer<typeof setPresence>): Promise<Reply>;
  accept(operator: Operator, request: Infer<typeof acceptConversation>): Promise<Reply<ConversationView>>;
  decline(operator: Operator, request: Infer<typeof declineOffer>): Promise<Reply>;
  close(operator: Operator, request: Infer<typeof closeAsOperator>): Promise<Reply>;
}

export function createOperatorActions(floor: Floor): OperatorActions {
  const { book, roster, people, offers, room, settings, now } = floor;

  function whyNot({ account }: Operator, conversation: Conversation): Code | null {
    const { transfer, service } = conversation;
    const load = loadOf(floor, account);
    if (!transfer?.reserved) {
      if (room.sentHome(service)(conversation)) return 'channel-closed';
      return whyNotAccept(load, service, settings().queue.chatsAtOnce);
    }
    if (!isOf(transfer.to, account) || transfer.hadById === account.id) return 'forbidden';
    return whyNotTakeOver(load, service, settings().queue);
  }

  async function accept(operator: Operator, conversation: Conversation): Promise<Reply<ConversationView>> {
    const why = whyNot(operator, conversation);
    if (why) return refused(why);
    const { id, name } = operator.account;
    return take(floor, operator.account, conversation, { type: 'accept', operator: { id, name }, at: now() });
  }

  return {
    async enter({ account, connectionId }) {
      people.learn([account]);
      enterRoster(roster, account, now());
      floor.operators.arrive(account.id, connectionId);
      const desk = floor.desks.now()(account.id);
      return desk ? done({ desk }, () => floor.deskChanged()) : refused('internal');
    },

    async setPresence({ account }, { presence }) {
      const me = roster.get(account.id);
      if (!me) return refused('wrong-phase');
      const idleSince = presence === me.presence ? me.idleSince : now();
      changeMember(roster, account.id, { presence, breakReason: presence === 'break' ? 'asked' : null, idleSince });
      offers.present(account.id);
      return done({}, () => floor.deskChanged());
    },

    accept: (operator, { conversationId }) =>
      book.inLane(conversationId, async () => {
        const conversation = book.get(conversationId);
        if (!conversation) return refused('not-found');
        if (!roster.has(operator.account.id)) return refused('wrong-phase');
        const { phase } = conversation;
        switch (phase.name) {
          case 'waiting':
            return accept(operator, conversation);
          case 'live':
            // Asked twice, because the first answer was lost, it is still theirs.
            if (phase.operator.id === operator.account.id) return done(await wholeView(floor, conversationId));
            return refused('already-taken');
          case 'closed':
            return refused('wrong-phase');
          default:
            return unreachable(phase);
        }
      }),

    async decline({ account }, { conversationId }) {
      if (!offers.decline(account.id, conversationId)) return refused('not-found');
      return done({}, () => floor.deskChanged());
    },

    close: (operator, request) => closeConversation(floor, operator, request),
  };
}

function unreachable(phase: never): never {
  throw new Error(`no such phase: ${JSON.stringify(phase)}`);
}
