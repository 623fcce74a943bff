import type { infer as Infer } from 'zod/mini';
import type {
  AttemptResult,
  answerCallback,
  Callback,
  callbackRef,
  listCallbacks,
  logAttempt,
} from '../../protocol/callback.ts';
import type { Code } from '../../protocol/codes.ts';
import type { closeCallback } from '../../protocol/desk.ts';
import type { Message } from '../../protocol/message.ts';
import type { Operator } from '../chat/actors.ts';
import { done, refused, type Reply } from '../chat/reply.ts';
import type { DeskSettings } from '../desk/settings.ts';
import { answerLetter } from '../mail/letters.ts';
import type { Post } from '../mail/post.ts';
import type { CallbackRecord } from '../store/desk-records.ts';
import type { ContactRecord, Store, Writer } from '../store/store.ts';
import { viewCallbacks } from './callback-views.ts';

/** What operators do with promises. Any of them may: who took one may be ill today. */
export interface CallbackActions {
  list(request: Infer<typeof listCallbacks>): Promise<Reply<{ callbacks: Callback[] }>>;
  /** What was said in the conversation that it came out of. */
  thread(request: Infer<typeof callbackRef>): Promise<Reply<{ messages: Message[] }>>;
  take(operator: Operator, request: Infer<typeof callbackRef>): Promise<Reply<{ callback: Callback }>>;
  attempt(operator: Operator, request: Infer<typeof logAttempt>): Promise<Reply<{ callback: Callback }>>;
  answer(operator: Operator, request: Infer<typeof answerCallback>): Promise<Reply<{ callback: Callback }>>;
  close(operator: Operator, request: Infer<typeof closeCallback>): Promise<Reply>;
}

export interface CallbackActionsOptions {
  store: Store;
  post: Post;
  settings: () => DeskSettings;
  /** Something stored is different. */
  changed: () => Promise<void>;
  now: () => number;
}

const CLOSED_SHOWN = 100;

/** Undoes the transaction it is thrown in. */
class Refused extends Error {
  override name = 'Refused';
  readonly code: Code;

  constructor(code: Code) {
    super(code);
    this.code = code;
  }
}

export function createCallbackActions(options: CallbackActionsOptions): CallbackActions {
  const { store, post, settings, now } = options;

  /** Decides and writes in one transaction, so that of two who do the same at once one is told. */
  async function change(
    callbackId: string,
    write: (writer: Writer, callback: CallbackRecord) => Promise<void>,
  ): Promise<Reply<{ callback: Callback }>> {
    try {
      await store.write(async (writer) => write(writer, await openCallback(writer, callbackId)));
    } catch (error) {
      if (error instanceof Refused) return refused(error.code);
      throw error;
    }
    const record = await store.callback(callbackId);
    const [callback] = await viewCallbacks({ store, post }, record ? [record] : []);
    return callback ? done({ callback }, () => void options.changed()) : refused('not-found');
  }

  return {
    async list({ which }) {
      const records = which === 'open' ? await store.openCallbacks() : await store.closedCallbacks(CLOSED_SHOWN);
      return done({ callbacks: await viewCallbacks({ store, post }, records) });
    },

    async thread({ callbackId }) {
      const callback = await store.callback(callbackId);
      if (!callback) return refused('not-found');
      const { conversationId } = callback;
      return done({ messages: conversationId === null ? [] : await store.messagesAfter(conversationId, 0) });
    },

    take: ({ account }, { callbackId }) =>
      change(callbackId, async (writer, { takenById }) => {
        const another = takenById !== null && takenById !== account.id;
        if (another && !account.roles.includes('supervisor')) throw new Refused('already-taken');
        await writer.updateCallback(callbackId, { takenById: takenById === account.id ? null : account.id });
      }),

    attempt: ({ account }, { callbackId, clientId, result, note }) =>
      change(callbackId, async (writer, callback) => {
        const id = `${callbackId}:${clientId}`;
        if (await isKnown(writer, callbackId, id)) return;
        const at = now();
        const operatorId = account.id;
        await writer.addAttempt({
          id,
          callbackId,
          at,
          operatorId,
          result,
          note: note || null,
          mailId: null,
        });
        await noteAnswer(writer, callback, { at, operatorId, result });
      }),

    async answer({ account }, { callbackId, clientId, text }) {
      const reply = await change(callbackId, async (writer, callback) => {
        const { reach } = callback;
        if (reach.by !== 'email') throw new Refused('wrong-phase');
        const id = `${callbackId}:${clientId}`;
        if (await isKnown(writer, callbackId, id)) return;
        const { timeZone } = settings();
        const at = now();
        const letter = answerLetter({ ...callback, to: reach.email, timeZone, answer: text, question: callback.text });
        const mailId = await post.add(writer, letter);
        const attempt = { operatorId: account.id, at, result: 'answered-by-mail' } as const;
        // The answer itself is the note: who comes next has to know what was said.
        await writer.addAttempt({ ...attempt, id, callbackId, note: text, mailId });
        await noteAnswer(writer, callback, attempt);
      });
      if (reply.answer.ok) post.poke();
      return reply;
    },

    async close({ account }, { callbackId, reason, topic, outcome, office, note }) {
      const reply = await change(callbackId, async (writer, { contactId }) => {
        const contact = await contactOf(writer, contactId);
        const closedAt = now();
        await writer.updateCallback(callbackId, { closedAt });
        await writer.updateContact(contactId, {
          reason,
          topic,
          outcome,
          operatorId: contact.operatorId ?? account.id,
          // That of a conversation ended with it; a message ends here.
          closedAt: contact.closedAt ?? closedAt,
          ...(office !== undefined && { office }),
          ...(note && { note }),
        });
      });
      return reply.answer.ok ? done({}, reply.notify) : refused(reply.answer.code);
    },
  };
}

async function openCallback(writer: Writer, id: string): Promise<CallbackRecord> {
  const callback = await writer.callback(id);
  if (!callback) throw new Refused('not-found');
  if (callback.closedAt !== null) throw new Refused('wrong-phase');
  return callback;
}

/** Sent again because the acknowledgement was lost. */
async function isKnown(writer: Writer, callbackId: string, id: string): Promise<boolean> {
  return (await writer.attemptsOf([callbackId])).some((attempt) => attempt.id === id);
}

async function contactOf(writer: Writer, id: string): Promise<ContactRecord> {
  const contact = await writer.contact(id);
  if (!contact) throw new Error(`a callback without its contact ${id}`);
  return contact;
}

/** When a citizen first heard from somebody, and from whom. */
async function noteAnswer(
  writer: Writer,
  { contactId }: CallbackRecord,
  { at, operatorId, result }: { at: number; operatorId: string; result: AttemptResult },
): Promise<void> {
  if (result !== 'reached' && result !== 'answered-by-mail') return;
  const { answeredAt } = await contactOf(writer, contactId);
  if (answeredAt === null) await writer.updateContact(contactId, { answeredAt: at, operatorId });
}
