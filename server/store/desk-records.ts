import type { AttemptResult, ReachBy } from '../../protocol/callback.ts';
import type { AttachmentType } from '../../protocol/attachment.ts';
import type { Context, Language } from '../../protocol/conversation.ts';
import type { ConsultationKind } from '../../protocol/consultation.ts';
import type { Target } from '../../protocol/office.ts';

/** A side conversation about a citizen's request. */
export interface ConsultationRecord {
  id: string;
  conversationId: string;
  kind: ConsultationKind;
  openedById: string;
  openedAt: number;
  to: Target;
  summary: string;
  /** SHA-256 of the secret in the one-time link, hex; null when none went out. */
  linkHash: string | null;
  /** Using it brings this forward to that moment. */
  linkExpiresAt: number | null;
  mailed: boolean;
  state: 'open' | 'ended';
  lastSeq: number;
}

export interface SideMessageRecord {
  consultationId: string;
  seq: number;
  at: number;
  operatorId: string | null;
  name: string;
  clientId: string;
  text: string;
}

/** A promise to write or to call back. Its text is deleted with the conversations'; the contact stays. */
export interface CallbackRecord {
  id: string;
  /** The citizen's id for the request: sent again it is the same. */
  startId: string;
  /** Year and running number: `2026-000123`. */
  number: string;
  /** The contact it belongs to. */
  contactId: string;
  conversationId: string | null;
  language: Language;
  citizenName: string | null;
  reach: ReachBy;
  text: string;
  context: Context;
  receivedAt: number;
  dueAt: number;
  takenById: string | null;
  /** Id of the mail with the receipt. */
  receiptMailId: string | null;
  closedAt: number | null;
}

export interface AttemptRecord {
  id: string;
  callbackId: string;
  at: number;
  operatorId: string;
  result: AttemptResult;
  note: string | null;
  mailId: string | null;
}

export interface AttachmentRecord {
  id: string;
  /** SHA-256 of the secret that claims it, hex. */
  keyHash: string;
  name: string;
  type: AttachmentType;
  bytes: number;
  /** Random name below the folder of attachments. */
  file: string;
  createdAt: number;
  /** What claimed it; both null until then. */
  conversationId: string | null;
  callbackId: string | null;
}

/** A mail on its way. Kept until it has left, or for good when the other server refused it. */
export interface MailRecord {
  id: string;
  to: string;
  language: Language;
  subject: string;
  text: string;
  html: string;
  createdAt: number;
  state: 'waiting' | 'sent' | 'failed';
  tries: number;
  nextAt: number;
  /** Of the last failure: the other server's words. */
  why: string | null;
}
