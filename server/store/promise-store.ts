import type { AttachmentRecord, AttemptRecord, CallbackRecord, MailRecord } from './desk-records.ts';

/* The part of the storage port that keeps promises: callbacks, what was tried for them, files and mails. */

export interface PromiseReader {
  callback(id: string): Promise<CallbackRecord | undefined>;
  callbackByStartId(startId: string): Promise<CallbackRecord | undefined>;
  /** The one due first comes first. */
  openCallbacks(): Promise<CallbackRecord[]>;
  /** The one closed last comes first. */
  closedCallbacks(limit: number): Promise<CallbackRecord[]>;
  /** When each of the open ones is due, the earliest first. */
  dueTimes(): Promise<number[]>;
  /** Whether an open one came out of this conversation. */
  hasOpenCallback(conversationId: string): Promise<boolean>;
  /** In the order of their times. */
  attemptsOf(callbackIds: readonly string[]): Promise<AttemptRecord[]>;
  attachment(id: string): Promise<AttachmentRecord | undefined>;
  /** Claimed by these callbacks, in the order in which they came. */
  attachmentsOf(callbackIds: readonly string[]): Promise<AttachmentRecord[]>;
  /** Made before `at`, and claimed by nothing, or by what was deleted since. */
  unclaimedAttachments(at: number): Promise<AttachmentRecord[]>;
  /** Of all attachments, the names of their files. */
  attachmentFiles(): Promise<string[]>;
  /** Bytes of all attachments together. */
  attachmentBytes(): Promise<number>;
  mails(ids: readonly string[]): Promise<MailRecord[]>;
  /** Those that wait and may be tried at `at`, in the order of their times. */
  mailsDue(at: number, limit: number): Promise<MailRecord[]>;
  /** When the next of those that wait may be tried; undefined when none waits. */
  nextMailAt(): Promise<number | undefined>;
}

export interface PromiseWriter {
  /**
   * Gives it the year's next running number. A number is never given twice, whatever is deleted.
   * @throws StoreError `conflict` when the same request made one before
   */
  addCallback(draft: Omit<CallbackRecord, 'number'>, year: number): Promise<CallbackRecord>;
  /** @throws StoreError `not-found` */
  updateCallback(id: string, change: CallbackChange): Promise<void>;
  /** @throws StoreError `conflict` when one with this id is there */
  addAttempt(record: AttemptRecord): Promise<void>;
  addAttachment(record: AttachmentRecord): Promise<void>;
  /** @returns undefined where there is no such file, the secret is another's, or something else has claimed it */
  claimAttachment(id: string, keyHash: string, by: Claimant): Promise<AttachmentRecord | undefined>;
  /** Those of them that are still claimed by nothing. @returns how many that were */
  removeAttachments(ids: readonly string[]): Promise<number>;
  addMail(record: MailRecord): Promise<void>;
  /** @throws StoreError `not-found` */
  updateMail(id: string, change: Partial<Omit<MailRecord, 'id'>>): Promise<void>;
  /**
   * Deletes the texts of what was closed before `at`: conversations that no open callback came out of, callbacks, mails
   * that do not wait, and what was written beside contacts. The contacts themselves stay.
   */
  removeTextsBefore(at: number): Promise<void>;
}

export type CallbackChange = Partial<Pick<CallbackRecord, 'takenById' | 'receiptMailId' | 'closedAt'>>;

export type Claimant = { conversationId: string } | { callbackId: string };
