import type { Role } from '../../protocol/account.ts';
import type { Attachment } from '../../protocol/attachment.ts';
import type { Context, Language, Service } from '../../protocol/conversation.ts';
import type { Channel, Handling, Outcome, Reason } from '../../protocol/desk.ts';
import type { FeedbackWhy } from '../../protocol/feedback.ts';
import type { ConversationEvent, Message, Side } from '../../protocol/message.ts';
import type { Target } from '../../protocol/office.ts';
import type { ConsultationReader, ConsultationWriter } from './consultation-store.ts';
import type { PromiseReader, PromiseWriter } from './promise-store.ts';

/**
 * The storage port. One implementation over Kysely serves SQLite now and PostgreSQL later; the contract suite in
 * test/server/store runs over each. Times are epoch milliseconds.
 */
export interface Store extends Reader {
  /**
   * Runs `work` atomically and resolves once it is on disk. Works that wait in the same tick share one commit, so
   * `work` may run twice: it must touch nothing but the writer. A work that throws leaves no trace and does not
   * disturb the others.
   */
  write<Value>(work: (writer: Writer) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

export interface Reader extends PromiseReader, ConsultationReader {
  conversation(id: string): Promise<ConversationRecord | undefined>;
  conversationByStartId(startId: string): Promise<ConversationRecord | undefined>;
  conversationByTokenHash(tokenHash: string): Promise<ConversationRecord | undefined>;
  /** Waiting or live, oldest first: what a restarted server takes up again. */
  openConversations(): Promise<ConversationRecord[]>;
  /** In order of `seq`, those above `afterSeq`. */
  messagesAfter(conversationId: string, afterSeq: number): Promise<Message[]>;
  contact(id: string): Promise<ContactRecord | undefined>;
  operator(id: string): Promise<OperatorRecord | undefined>;
  operatorByUsername(username: string): Promise<OperatorRecord | undefined>;
  operators(): Promise<OperatorRecord[]>;
  session(tokenHash: string): Promise<SessionRecord | undefined>;
  /** Those asked at `at` or later, in the order of their times. */
  questionsSince(at: number): Promise<QuestionRecord[]>;
  /** Of `day` (YYYY-MM-DD) and later, one sum for each article, language and verdict. */
  feedbackSince(day: string): Promise<FeedbackSum[]>;
}

export interface Writer extends Reader, PromiseWriter, ConsultationWriter {
  addConversation(record: ConversationRecord): Promise<void>;
  /** @throws StoreError `not-found` */
  updateConversation(id: string, change: Partial<Omit<ConversationRecord, 'id' | 'lastSeq'>>): Promise<void>;
  /**
   * Gives the message the conversation's next sequence number. A text whose `clientId` is already there is not
   * added again: the first one comes back with `added: false`.
   * @throws StoreError `not-found` when there is no such conversation
   */
  appendMessage(conversationId: string, draft: MessageDraft): Promise<{ message: Message; added: boolean }>;
  addContact(record: ContactRecord): Promise<void>;
  /** @throws StoreError `not-found` */
  updateContact(id: string, change: Partial<Omit<ContactRecord, 'id'>>): Promise<void>;
  /** Adds, or replaces the one with the same id. @throws StoreError `conflict` when the username is another's */
  putOperator(record: OperatorRecord): Promise<void>;
  addSession(record: SessionRecord): Promise<void>;
  removeSession(tokenHash: string): Promise<void>;
  /** @param except hash of the one that stays */
  removeSessionsOf(operatorId: string, except?: string): Promise<void>;
  removeSessionsExpiredBefore(at: number): Promise<void>;
  addQuestion(record: QuestionRecord): Promise<void>;
  removeQuestionsBefore(at: number): Promise<void>;
  /** Counts one more. */
  countFeedback(record: FeedbackRecord): Promise<void>;
  removeFeedbackBefore(day: string): Promise<void>;
}

export interface ConversationRecord {
  id: string;
  /** The citizen's id for the first request: makes starting idempotent. */
  startId: string;
  /** SHA-256 of the citizen's token, hex. The token itself is never stored. */
  tokenHash: string;
  tokenExpiresAt: number;
  service: Service;
  language: Language;
  citizenName: string | null;
  context: Context;
  phase: 'waiting' | 'live' | 'closed';
  /** Who has it (live), or had it last. */
  operatorId: string | null;
  startedAt: number;
  /** When it joined the line; decides the order within a service. */
  queuedAt: number;
  /** True puts it before all who were never served: its operator was lost. */
  returned: boolean;
  answeredAt: number | null;
  closedAt: number | null;
  closedBy: Side | 'desk' | null;
  rated: boolean;
  lastSeq: number;
  readByCitizen: number;
  readByOperator: number;
  /** The page's name for the visit in which it began; null from pages that make none. */
  visitId: string | null;
  /** For colleagues; the citizen never sees it. */
  note: string;
  /** Until when the citizen was told it would take, when they joined the line. */
  promisedUntil: number | null;
  /** Waiting for an office or a colleague, or passed on by one. */
  transfer: TransferRecord | null;
  /** On hold since, and who is asked, as citizens should read it. */
  hold: { since: number; who: string } | null;
}

export interface TransferRecord {
  to: Target;
  /** Who passed it on. */
  fromId: string;
  /** Who had it then: a supervisor passes on what others have. */
  hadById: string;
  note: string | null;
  at: number;
  /** For now nobody else may take it. */
  reserved: boolean;
}

export type MessageDraft =
  | { kind: 'text'; from: Side; clientId: string; text: string; at: number; attachments?: Attachment[] }
  | { kind: 'event'; from: Side; event: ConversationEvent; name?: string; at: number };

/** One request by one citizen: what an URP counts. It carries no identity and outlives the conversation's text. */
export interface ContactRecord {
  id: string;
  /** The conversation it came from; null once that was deleted. */
  conversationId: string | null;
  channel: Channel;
  language: Language;
  reason: Reason | null;
  topic: string | null;
  outcome: Outcome | null;
  handling: Handling;
  /** Whose business it was. */
  office: string | null;
  operatorId: string | null;
  arrivedAt: number;
  answeredAt: number | null;
  closedAt: number | null;
  /** How long the citizen was on hold in all. */
  heldMs: number;
  /** Whether the citizen searched or read articles first. */
  selfHelpFirst: boolean;
  stars: number | null;
  comment: string | null;
  note: string | null;
}

export interface OperatorRecord {
  id: string;
  username: string;
  /** As shown to citizens. */
  name: string;
  skills: Service[];
  roles: Role[];
  languages: Language[];
  /** Ids of the offices they belong to. */
  offices: string[];
  /** argon2id, in PHC string form. */
  passwordHash: string;
  active: boolean;
}

export interface SessionRecord {
  /** SHA-256 of the cookie's secret, hex. */
  tokenHash: string;
  operatorId: string;
  createdAt: number;
  expiresAt: number;
}

/** What was asked without finding. Whatever may tell who asked was masked before. */
export interface QuestionRecord {
  id: string;
  /** To the hour: nobody needs it closer. */
  at: number;
  q: string;
  decision: 'answer' | 'unsure' | 'none';
  language: Language;
  /** Ids of the articles read after it. */
  read: string[];
  /** Whether a person was asked for then. */
  contact: boolean;
}

export type FeedbackVerdict = 'useful' | 'useless' | FeedbackWhy;

/** One opinion on an article; only counts are stored. */
export interface FeedbackRecord {
  article: string;
  language: Language;
  /** YYYY-MM-DD */
  day: string;
  /** The reason where one was given, which also says `useless`. */
  verdict: FeedbackVerdict;
}

export interface FeedbackSum extends Omit<FeedbackRecord, 'day'> {
  count: number;
}

export type StoreErrorCode =
  | 'not-found' // what it names, or refers to, is not there
  | 'conflict' // a name or id is taken
  | 'closed'; // the store was closed before

export class StoreError extends Error {
  override name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
