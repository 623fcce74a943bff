import type { infer as Infer } from 'zod/mini';
import type { Receipt } from '../../protocol/callback.ts';
import type { Code } from '../../protocol/codes.ts';
import type { closeAsOperator } from '../../protocol/desk.ts';
import { keepPromise } from '../callbacks/keep-promise.ts';
import { checkReach } from '../callbacks/reach.ts';
import { receiptOf } from '../callbacks/receipt.ts';
import { dueAt } from '../desk/due.ts';
import type { Writer } from '../store/store.ts';
import type { Operator } from './actors.ts';
import type { Conversation } from './conversation-model.ts';
import { belonging, type Floor } from './floor.ts';
import { done, refused, type Reply } from './reply.ts';
import { settle } from './settle.ts';

type Request = Infer<typeof closeAsOperator>;

interface Promised {
  dueAt: number;
  /** May run twice: the last one counts. */
  write: (writer: Writer) => Promise<void>;
  /** Once it is written. */
  receipt: () => Receipt | null;
}

/** How it went, and, where an answer was promised for later, the promise: both or nothing. */
export function closeConversation(floor: Floor, operator: Operator, request: Request): Promise<Reply> {
  const { book, targets, now } = floor;
  const { conversationId, reason, topic, outcome, office, note } = request;
  return book.inLane(conversationId, async () => {
    const found = belonging(floor, operator, conversationId);
    if (!found.ok) return refused(found.code);
    if (office !== undefined && !targets.office(office)) return refused('not-found');
    const promise = promiseIn(floor, found.conversation, request);
    if (typeof promise === 'string') return refused(promise);
    const closing = { reason, topic, outcome, office: office ?? null, note: note || null };
    const until = promise && { promisedUntil: promise.dueAt };
    const input = { type: 'operator-closes', closing, at: now(), ...until } as const;
    const changed = await book.change(found.conversation, input, promise?.write);
    if (!changed.ok) return refused(changed.code);
    const receipt = promise?.receipt() ?? null;
    book.apply(conversationId, { receipt });
    const notify = settle(floor, { ...changed, after: { ...changed.after, receipt } });
    return done({}, () => {
      notify();
      if (!promise) return;
      floor.post.poke();
      void floor.board.changed();
    });
  });
}

/** Until when, and what writes it down; undefined where nothing was promised. */
function promiseIn(
  { post, settings, now }: Floor,
  { id, language, citizenName, context }: Conversation,
  { outcome, callback }: Request,
): Promised | Code | undefined {
  if ((outcome === 'later-answer') !== (callback !== undefined)) return 'invalid';
  if (!callback) return undefined;
  const reach = checkReach(callback.reach);
  if (!reach) return 'bad-contact';
  const rules = settings();
  const receivedAt = now();
  const promised = { language, citizenName, context, reach, receivedAt, dueAt: dueAt(rules, receivedAt) };
  const origin = { startId: id, contactId: id, conversationId: id, text: callback.text };
  let receipt: Receipt | null = null;
  return {
    dueAt: promised.dueAt,
    async write(writer) {
      const kept = await keepPromise(writer, { post, timeZone: rules.timeZone }, { ...promised, ...origin });
      receipt = receiptOf(kept, post);
    },
    receipt: () => receipt,
  };
}
