import { randomUUID } from 'node:crypto';
import type { infer as Infer } from 'zod/mini';
import type {
  Consultation,
  consultationRef,
  ConsultationView,
  openConsultation,
  sendSideMessage,
} from '../../protocol/consultation.ts';
import type { ConversationView } from '../../protocol/conversation.ts';
import { whyNotTakeOver } from '../desk/routing.ts';
import type { ConsultationRecord } from '../store/desk-records.ts';
import type { Operator } from './actors.ts';
import { isLive, type Conversation, type LiveConversation } from './conversation-model.ts';
import { linkFor } from './consultation-link.ts';
import { isAsked } from './desk-views.ts';
import { belonging, type Floor } from './floor.ts';
import { loadOf, signedNow } from './load.ts';
import { done, refused, type Reply } from './reply.ts';
import { settle } from './settle.ts';
import { addSideMessage, sideMessageView } from './side-messages.ts';
import { take, wholeView } from './taking.ts';

type Ref = Infer<typeof consultationRef>;

export interface ConsultationActions {
  /** The citizen is on hold from now on. An office without anybody here is asked by e-mail, where it has an address. */
  open(operator: Operator, request: Infer<typeof openConsultation>): Promise<Reply<{ consultation: Consultation }>>;
  /** For those who are asked, and for the one who asks: the citizen's thread comes along, to read. */
  view(operator: Operator, request: Ref): Promise<Reply<ConsultationView>>;
  send(operator: Operator, request: Infer<typeof sendSideMessage>): Promise<Reply<{ seq: number; at: number }>>;
  /** The colleague who was asked takes over, in one step. */
  ready(operator: Operator, request: Ref): Promise<Reply<ConversationView>>;
  end(operator: Operator, request: Ref): Promise<Reply>;
}

export function createConsultationActions(floor: Floor): ConsultationActions {
  const { store, book, roster, targets, desks, calls, settings, now } = floor;

  /**
   * In the lane of its conversation, for those who take part in it. `open` as long as it goes on.
   * @param work gets the conversation as it is now
   */
  async function within<Value extends object>(
    { account }: Operator,
    { consultationId }: Ref,
    work: (consultation: ConsultationRecord, conversation: Conversation) => Promise<Reply<Value>>,
  ): Promise<Reply<Value>> {
    const stored = await store.consultation(consultationId);
    if (!stored) return refused('not-found');
    if (stored.openedById !== account.id && !isAsked(stored, account)) return refused('forbidden');
    return book.inLane(stored.conversationId, async () => {
      const record = await store.conversation(stored.conversationId);
      if (!record) return refused('not-found');
      const conversation = book.get(record.id) ?? (await book.load(record));
      const { consultation } = conversation;
      const current = consultation?.id === consultationId ? consultation : { ...stored, state: 'ended' as const };
      return work(current, conversation);
    });
  }

  async function begin(
    operator: Operator,
    conversation: LiveConversation,
    { to, kind, summary }: Infer<typeof openConsultation>,
  ): Promise<Reply<{ consultation: Consultation }>> {
    const { account } = operator;
    const service = kind === 'transfer' ? signedNow(floor, conversation) : 'chat';
    const why = targets.whyNot(to, account.id, service);
    const link = why === 'nobody-there' && kind === 'answer' ? linkFor(floor, to, account.name, summary) : null;
    if (why && !link) return refused(why);
    const at = now();
    const consultation: ConsultationRecord = {
      id: randomUUID(),
      conversationId: conversation.id,
      kind,
      openedById: account.id,
      openedAt: at,
      to,
      summary,
      linkHash: link?.hash ?? null,
      linkExpiresAt: link?.expiresAt ?? null,
      mailed: link !== null,
      state: 'open',
      lastSeq: 0,
    };
    const input = { type: 'consult', consultation, who: targets.nameOf(to, conversation.language), at } as const;
    const changed = await book.change(conversation, input, link?.post);
    if (!changed.ok) return refused(changed.code);
    if (link) floor.post.poke();
    return done({ consultation: desks.consultation(consultation) }, settle(floor, changed));
  }

  function whyNotReady({ account }: Operator, { openedById, kind }: ConsultationRecord, conversation: Conversation) {
    if (openedById === account.id) return 'forbidden';
    if (kind !== 'transfer' || !roster.has(account.id)) return 'wrong-phase';
    return whyNotTakeOver(loadOf(floor, account), signedNow(floor, conversation), settings().queue);
  }

  return {
    open: (operator, request) =>
      book.inLane(request.conversationId, async () => {
        const found = belonging(floor, operator, request.conversationId);
        if (!found.ok) return refused(found.code);
        const { conversation } = found;
        if (!isLive(conversation) || conversation.consultation) return refused('wrong-phase');
        return begin(operator, conversation, request);
      }),

    view: (operator, request) =>
      within(operator, request, async (consultation, conversation) => {
        const messages = await store.sideMessages(consultation.id);
        const view = await wholeView(floor, conversation.id);
        return done({
          ...view,
          consultation: desks.consultation(consultation),
          sideMessages: messages.map(sideMessageView),
        });
      }),

    send: (operator, { consultationId, clientId, text }) =>
      within(operator, { consultationId }, async (consultation) => {
        if (consultation.state === 'ended') return refused('wrong-phase');
        const { id: operatorId, name } = operator.account;
        floor.offers.present(operatorId);
        const sent = await addSideMessage(floor, consultation, { operatorId, name, clientId, text });
        return done({ seq: sent.message.seq, at: sent.message.at }, () => sent.tell(operator.connectionId));
      }),

    ready: (operator, request) =>
      within(operator, request, async (consultation, conversation) => {
        const { id, name } = operator.account;
        if (consultation.state === 'ended') {
          // Asked twice, because the first answer was lost.
          const mine = isLive(conversation) && conversation.phase.operator.id === id;
          return mine ? done(await wholeView(floor, conversation.id)) : refused('wrong-phase');
        }
        const why = whyNotReady(operator, consultation, conversation);
        if (why) return refused(why);
        return take(floor, operator.account, conversation, {
          type: 'hand-over',
          operator: { id, name },
          handling: 'transfer-after-consultation',
          inCall: calls.stateOf(conversation.id) !== null,
          at: now(),
        });
      }),

    end: (operator, request) =>
      within<object>(operator, request, async (consultation, conversation) => {
        if (consultation.openedById !== operator.account.id) return refused('forbidden');
        if (consultation.state === 'ended') return done({});
        const messages = await store.sideMessages(consultation.id);
        const answered = messages.some(({ operatorId }) => operatorId !== consultation.openedById);
        const changed = await book.change(conversation, { type: 'end-consultation', answered, at: now() });
        return changed.ok ? done({}, settle(floor, changed)) : refused(changed.code);
      }),
  };
}
