import type {
  AttachmentRecord,
  AttemptRecord,
  CallbackRecord,
  ConsultationRecord,
  MailRecord,
  SideMessageRecord,
} from './desk-records.ts';
import type {
  ContactRecord,
  ConversationRecord,
  FeedbackRecord,
  OperatorRecord,
  QuestionRecord,
  SessionRecord,
} from './store.ts';

/**
 * The tables as the database holds them. Columns are named like the records' fields, and their types are those every
 * database has: times are epoch milliseconds, a flag is 0 or 1, structures are JSON in a text.
 */
export interface Tables {
  conversations: ConversationRow;
  messages: MessageRow;
  contacts: ContactRow;
  operators: OperatorRow;
  sessions: SessionRecord;
  questions: QuestionRow;
  feedback: FeedbackRow;
  consultations: ConsultationRow;
  sideMessages: SideMessageRecord;
  callbacks: CallbackRow;
  attempts: AttemptRecord;
  attachments: AttachmentRecord;
  mails: MailRecord;
  runningNumbers: { year: number; last: number };
}

type Flag = 0 | 1;
type Json = string;

export type ConversationRow = Omit<ConversationRecord, 'context' | 'returned' | 'rated' | 'transfer' | 'hold'> & {
  context: Json;
  returned: Flag;
  rated: Flag;
  transfer: Json | null;
  hold: Json | null;
};

export type ConsultationRow = Omit<ConsultationRecord, 'to' | 'mailed'> & { to: Json; mailed: Flag };

export type CallbackRow = Omit<CallbackRecord, 'reach' | 'context'> & { reach: Json; context: Json };

/** Texts and events share the table: the fields of the other kind are null. */
export interface MessageRow {
  conversationId: string;
  /** A text's client id, so that a resend meets the row it made; `#` and the number for an event. */
  key: string;
  seq: number;
  at: number;
  sender: string;
  kind: string;
  text: string | null;
  event: string | null;
  name: string | null;
  attachments: Json | null;
}

export type ContactRow = Omit<ContactRecord, 'selfHelpFirst'> & { selfHelpFirst: Flag };

export type OperatorRow = Omit<OperatorRecord, 'skills' | 'roles' | 'languages' | 'offices' | 'active'> & {
  languages: Json;
  offices: Json;
  skills: Json;
  roles: Json;
  active: Flag;
};

export type QuestionRow = Omit<QuestionRecord, 'read' | 'contact'> & { read: Json; contact: Flag };

/** One row for each article, language, day and verdict. */
export interface FeedbackRow extends FeedbackRecord {
  count: number;
}
