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
}

type Flag = 0 | 1;
type Json = string;

export type ConversationRow = Omit<ConversationRecord, 'context' | 'returned' | 'rated'> & {
  context: Json;
  returned: Flag;
  rated: Flag;
};

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
}

export type ContactRow = Omit<ContactRecord, 'selfHelpFirst'> & { selfHelpFirst: Flag };

export type OperatorRow = Omit<OperatorRecord, 'skills' | 'roles' | 'active'> & {
  skills: Json;
  roles: Json;
  active: Flag;
};

export type QuestionRow = Omit<QuestionRecord, 'read' | 'contact'> & { read: Json; contact: Flag };

/** One row for each article, language, day and verdict. */
export interface FeedbackRow extends FeedbackRecord {
  count: number;
}
