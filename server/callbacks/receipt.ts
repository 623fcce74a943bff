import type { Receipt } from '../../protocol/callback.ts';
import type { Post } from '../mail/post.ts';
import type { CallbackRecord } from '../store/desk-records.ts';
import { reachShown } from './reach.ts';

/** What the citizen is told of a promise. Its mail only where one can go out. */
export function receiptOf(callback: CallbackRecord, { configured }: Pick<Post, 'configured'>): Receipt {
  const { number, receivedAt, dueAt, reach, receiptMailId } = callback;
  return { number, receivedAt, dueAt, reach: reachShown(reach), mailed: receiptMailId !== null && configured };
}
