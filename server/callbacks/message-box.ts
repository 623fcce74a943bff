import { randomUUID } from 'node:crypto';
import type { LeaveMessage, ReachBy, Receipt } from '../../protocol/callback.ts';
import type { Acknowledgement } from '../../protocol/codes.ts';
import { ClaimRefused, claimFiles } from '../attachments/claim-files.ts';
import { dueAt } from '../desk/due.ts';
import type { DeskSettings } from '../desk/settings.ts';
import type { Post } from '../mail/post.ts';
import type { CallbackRecord } from '../store/desk-records.ts';
import { StoreError, type ContactRecord, type Store, type Writer } from '../store/store.ts';
import { keepPromise } from './keep-promise.ts';
import { checkReach } from './reach.ts';
import { receiptOf } from './receipt.ts';

/** The conversation that ends with the message. */
interface Ending {
  id: string;
  citizenName: string | null;
}

/** Ends the conversation that this token opens, if it waits, in one transaction with `write`. */
export type LeaveWaiting = <Value>(
  token: string,
  write: (writer: Writer, conversation: Ending) => Promise<Value>,
) => Promise<Acknowledgement<{ value: Value }>>;

export interface MessageBoxOptions {
  store: Store;
  post: Post;
  settings: () => DeskSettings;
  leaveWaiting: LeaveWaiting;
  /** Something stored is different. */
  changed: () => Promise<void>;
  now: () => number;
}

/** Takes what citizens leave when nobody is there. */
export type MessageBox = (message: LeaveMessage) => Promise<Acknowledgement<{ receipt: Receipt }>>;

export function createMessageBox({ store, post, settings, leaveWaiting, changed, now }: MessageBoxOptions): MessageBox {
  /** With the files, the receipt's mail and, where there was no conversation, the contact. */
  async function write(
    writer: Writer,
    message: LeaveMessage,
    reach: ReachBy,
    waiting: Ending | null,
  ): Promise<CallbackRecord> {
    const conversationId = waiting?.id ?? null;
    const receivedAt = now();
    const { startId, language, name, text, context } = message;
    const contact = newContact(message, receivedAt);
    if (conversationId === null) await writer.addContact(contact);
    const rules = settings();
    const callback = await keepPromise(
      writer,
      { post, timeZone: rules.timeZone },
      {
        startId,
        contactId: conversationId ?? contact.id,
        conversationId,
        language,
        // Said once, at the start of the conversation, is said.
        citizenName: name || (waiting?.citizenName ?? null),
        reach,
        text,
        context,
        receivedAt,
        dueAt: dueAt(rules, receivedAt),
      },
    );
    await claimFiles(writer, message.attachments, { callbackId: callback.id });
    return callback;
  }

  async function leave(message: LeaveMessage, reach: ReachBy): Promise<Acknowledgement<{ value: CallbackRecord }>> {
    const { token } = message;
    if (token === undefined) {
      return { ok: true, value: await store.write((writer) => write(writer, message, reach, null)) };
    }
    return leaveWaiting(token, (writer, waiting) => write(writer, message, reach, waiting));
  }

  return async (message) => {
    const reach = checkReach(message.reach);
    if (!reach) return { ok: false, code: 'bad-contact' };
    const before = await store.callbackByStartId(message.startId);
    if (before) return { ok: true, receipt: receiptOf(before, post) };
    try {
      const left = await leave(message, reach);
      if (!left.ok) return left;
      post.poke();
      void changed();
      return { ok: true, receipt: receiptOf(left.value, post) };
    } catch (error) {
      if (error instanceof ClaimRefused) return { ok: false, code: 'not-found' };
      const twin = isConflict(error) ? await store.callbackByStartId(message.startId) : undefined;
      if (twin) return { ok: true, receipt: receiptOf(twin, post) };
      throw error;
    }
  };
}

/** Sent twice at the same time, one of them comes second. */
function isConflict(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'conflict';
}

function newContact({ language, context }: LeaveMessage, arrivedAt: number): ContactRecord {
  return {
    id: randomUUID(),
    conversationId: null,
    channel: 'message',
    language,
    reason: null,
    topic: null,
    outcome: 'later-answer',
    handling: 'later-answer',
    office: null,
    operatorId: null,
    arrivedAt,
    answeredAt: null,
    closedAt: null,
    heldMs: 0,
    selfHelpFirst: context.searches.length + context.articles.length > 0,
    stars: null,
    comment: null,
    note: null,
  };
}
