import type { Attempt, Callback, MailState } from '../../protocol/callback.ts';
import type { OperatorName } from '../../protocol/conversation.ts';
import { attachmentOf } from '../attachments/claim-files.ts';
import type { Post } from '../mail/post.ts';
import type { AttemptRecord, CallbackRecord } from '../store/desk-records.ts';
import type { Store } from '../store/store.ts';
import { reachShown } from './reach.ts';

/** Callbacks as operators see them, with everything that belongs to them. */
export async function viewCallbacks(
  { store, post }: { store: Store; post: Pick<Post, 'states'> },
  records: readonly CallbackRecord[],
): Promise<Callback[]> {
  const ids = records.map(({ id }) => id);
  const [attempts, files, operators] = await Promise.all([
    store.attemptsOf(ids),
    store.attachmentsOf(ids),
    store.operators(),
  ]);
  const mailIds = [...records.map(({ receiptMailId }) => receiptMailId), ...attempts.map(({ mailId }) => mailId)];
  const mails = await post.states(mailIds.filter((id) => id !== null));
  const names = new Map(operators.map(({ id, name }) => [id, name]));
  const attemptsOf = Map.groupBy(attempts, ({ callbackId }) => callbackId);
  const filesOf = Map.groupBy(files, ({ callbackId }) => callbackId);

  const nameOf = (id: string): OperatorName => ({ id, name: names.get(id) ?? '' });
  // The mail of a promise that is open for very long may have been deleted meanwhile.
  const mailOf = (id: string | null): MailState | null => (id === null ? null : (mails.get(id) ?? null));
  const attemptOf = ({ at, operatorId, result, note, mailId }: AttemptRecord): Attempt => {
    return { at, by: nameOf(operatorId), result, note, mail: mailOf(mailId) };
  };

  return records.map((record) => ({
    id: record.id,
    number: record.number,
    conversationId: record.conversationId,
    language: record.language,
    citizenName: record.citizenName,
    reach: reachShown(record.reach),
    text: record.text,
    attachments: (filesOf.get(record.id) ?? []).map(attachmentOf),
    context: record.context,
    receivedAt: record.receivedAt,
    dueAt: record.dueAt,
    takenBy: record.takenById === null ? null : nameOf(record.takenById),
    attempts: (attemptsOf.get(record.id) ?? []).map(attemptOf),
    receipt: mailOf(record.receiptMailId),
    closedAt: record.closedAt,
  }));
}
