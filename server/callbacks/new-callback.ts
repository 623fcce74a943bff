import { randomUUID } from 'node:crypto';
import type { CallbackRecord } from '../store/desk-records.ts';

/** What is known when a promise is made; the rest begins empty. */
export type Promised = Pick<
  CallbackRecord,
  'startId' | 'contactId' | 'conversationId' | 'language' | 'citizenName' | 'text' | 'context' | 'receivedAt' | 'dueAt'
> & {
  /** Checked before: see `checkReach`. */
  reach: CallbackRecord['reach'];
};

export function callbackOf(promised: Promised): Omit<CallbackRecord, 'number'> {
  return { ...promised, id: randomUUID(), takenById: null, receiptMailId: null, closedAt: null };
}
