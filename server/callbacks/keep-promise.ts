import { receiptLetter } from '../mail/letters.ts';
import type { Post } from '../mail/post.ts';
import type { CallbackRecord } from '../store/desk-records.ts';
import type { Writer } from '../store/store.ts';
import { callbackOf, type Promised } from './new-callback.ts';
import { reachShown } from './reach.ts';

export interface Keeping {
  post: Pick<Post, 'add'>;
  timeZone: string;
}

/**
 * Writes a promise down, in the caller's transaction, with the receipt's mail where there is an address to send it to.
 * Once committed, the caller pokes the post. The contact is there already.
 * @throws StoreError `conflict` when the same request made a promise before
 */
export async function keepPromise(
  writer: Writer,
  { post, timeZone }: Keeping,
  promised: Promised,
): Promise<CallbackRecord> {
  const callback = await writer.addCallback(callbackOf(promised), yearAt(promised.receivedAt, timeZone));
  const { reach } = callback;
  if (reach.by !== 'email') return callback;
  const letter = receiptLetter({ ...callback, to: reach.email, reach: reachShown(reach), timeZone });
  const receiptMailId = await post.add(writer, letter);
  await writer.updateCallback(callback.id, { receiptMailId });
  return { ...callback, receiptMailId };
}

function yearAt(at: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).year;
}
