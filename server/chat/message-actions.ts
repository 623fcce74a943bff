import type { infer as Infer } from 'zod/mini';
import type { ConversationView, syncConversation } from '../../protocol/conversation.ts';
import type { readMessages, sendMessage, setTyping, Side } from '../../protocol/message.ts';
import { ClaimRefused, claimFiles } from '../attachments/claim-files.ts';
import type { Writer } from '../store/store.ts';
import type { Actor } from './actors.ts';
import type { Conversation } from './conversation-model.ts';
import { belonging, type Floor } from './floor.ts';
import { done, refused, type Reply } from './reply.ts';

/** What both sides of a conversation do in the same way. */
export interface MessageActions {
  send(actor: Actor, request: Infer<typeof sendMessage>): Promise<Reply<{ seq: number; at: number }>>;
  read(actor: Actor, request: Infer<typeof readMessages>): Promise<Reply>;
  typing(actor: Actor, request: Infer<typeof setTyping>): Promise<Reply>;
  sync(actor: Actor, request: Infer<typeof syncConversation>): Promise<Reply<ConversationView>>;
}

/** A token's date is moved at most this often, so that not every message has to. */
const TOKEN_STEP_MS = 60 * 60_000;

export function createMessageActions(floor: Floor): MessageActions {
  const { store, book, announcer, voice, offers, config, now } = floor;

  /** Whoever writes is there, and only has no time for an offer. */
  const writes = (actor: Actor): void => void (actor.side === 'operator' && offers.present(actor.account.id));

  /** Where the token's date has to be moved to, or null while it is recent enough. */
  function laterExpiry({ tokenExpiresAt }: Conversation, at: number): number | null {
    const later = at + config.tokenLifeMs;
    return later - tokenExpiresAt > Math.min(TOKEN_STEP_MS, config.tokenLifeMs / 2) ? later : null;
  }

  async function unlessRefused<Value>(work: (writer: Writer) => Promise<Value>): Promise<Value | null> {
    try {
      return await store.write(work);
    } catch (error) {
      if (error instanceof ClaimRefused) return null;
      throw error;
    }
  }

  return {
    send: (actor, { conversationId, clientId, text, attachments: claims = [] }) =>
      book.inLane(conversationId, async () => {
        const found = belonging(floor, actor, conversationId);
        if (!found.ok) return refused(found.code);
        const { conversation } = found;
        if (conversation.phase.name === 'closed') return refused('wrong-phase');
        writes(actor);
        const at = now();
        const tokenExpiresAt = laterExpiry(conversation, at);
        const draft = { kind: 'text', from: actor.side, clientId, text, at } as const;
        const sent = await unlessRefused(async (writer) => {
          if (tokenExpiresAt !== null) await writer.updateConversation(conversationId, { tokenExpiresAt });
          if (claims.length === 0) return writer.appendMessage(conversationId, draft);
          const attachments = await claimFiles(writer, claims, { conversationId });
          return writer.appendMessage(conversationId, { ...draft, attachments });
        });
        // A file that is not there: the sender still has the message, and sends it without or with another.
        if (!sent) return refused('not-found');
        const { message, added } = sent;
        const answer = { seq: message.seq, at: message.at };
        // Sent again because the acknowledgement was lost: everyone has it already.
        if (!added) return done(answer);
        book.apply(conversationId, { lastSeq: message.seq, ...(tokenExpiresAt !== null && { tokenExpiresAt }) });
        return done(answer, () => announcer.pass(conversation, message, { except: actor.connectionId }));
      }),

    read: (actor, { conversationId, seq }) =>
      book.inLane(conversationId, async () => {
        const found = belonging(floor, actor, conversationId);
        if (!found.ok) return refused(found.code);
        const { conversation } = found;
        const upTo = Math.min(seq, conversation.lastSeq);
        if (upTo <= conversation.read[actor.side]) return done({});
        const read = { ...conversation.read, [actor.side]: upTo };
        const column = actor.side === 'citizen' ? 'readByCitizen' : 'readByOperator';
        await store.write((writer) => writer.updateConversation(conversationId, { [column]: upTo }));
        book.apply(conversationId, { read });
        return done({}, () => announcer.tell({ ...conversation, read }));
      }),

    async typing(actor, { conversationId, typing }) {
      const found = belonging(floor, actor, conversationId);
      if (!found.ok) return refused(found.code);
      const { phase } = found.conversation;
      if (phase.name !== 'live') return refused('wrong-phase');
      if (typing) writes(actor);
      const payload = { conversationId, from: actor.side, typing };
      return done({}, () => {
        if (otherSide(actor.side) === 'citizen') voice.toCitizen(conversationId, 'typing:changed', payload);
        else voice.toOperator(phase.operator.id, 'typing:changed', payload);
      });
    },

    sync: (actor, { conversationId, lastSeq }) =>
      book.inLane(conversationId, async () => {
        const found = belonging(floor, actor, conversationId);
        if (!found.ok) return refused(found.code);
        const messages = await store.messagesAfter(conversationId, lastSeq);
        return done({ conversation: announcer.viewOf(found.conversation), messages });
      }),
  };
}

function otherSide(side: Side): Side {
  return side === 'citizen' ? 'operator' : 'citizen';
}
