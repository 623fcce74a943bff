import { randomUUID } from 'node:crypto';
import type {
  AttachmentRecord,
  AttemptRecord,
  CallbackRecord,
  MailRecord,
} from '../../../server/store/desk-records.ts';
import type {
  ContactRecord,
  ConversationRecord,
  MessageDraft,
  OperatorRecord,
  QuestionRecord,
  SessionRecord,
  Store,
} from '../../../server/store/store.ts';

/* Complete records to vary: every field has a value that a wrong column or a wrong type would betray. */

/** A time beyond 32 bits, as all of ours are. */
export const NOON = Date.UTC(2026, 10, 20, 11);

export function conversationRecord(change: Partial<ConversationRecord> = {}): ConversationRecord {
  return {
    id: randomUUID(),
    startId: randomUUID(),
    tokenHash: randomUUID(),
    tokenExpiresAt: NOON + 86_400_000,
    service: 'chat',
    language: 'it',
    citizenName: null,
    context: { searches: ['esenzione «bollo»'], articles: ['bollo-esenzione'] },
    phase: 'waiting',
    operatorId: null,
    startedAt: NOON,
    queuedAt: NOON + 1,
    returned: false,
    answeredAt: null,
    closedAt: null,
    closedBy: null,
    rated: false,
    lastSeq: 0,
    readByCitizen: 0,
    readByOperator: 0,
    visitId: null,
    note: '',
    promisedUntil: null,
    transfer: null,
    hold: null,
    ...change,
  };
}

export function contactRecord(change: Partial<ContactRecord> = {}): ContactRecord {
  return {
    id: randomUUID(),
    conversationId: null,
    channel: 'video-lis',
    language: 'en',
    reason: null,
    topic: null,
    outcome: null,
    handling: 'direct',
    office: null,
    heldMs: 0,
    operatorId: null,
    arrivedAt: NOON,
    answeredAt: null,
    closedAt: null,
    selfHelpFirst: true,
    stars: null,
    comment: null,
    note: null,
    ...change,
  };
}

export function operatorRecord(change: Partial<OperatorRecord> = {}): OperatorRecord {
  const id = randomUUID();
  return {
    id,
    username: `user-${id}`,
    name: 'Operatore LIS',
    skills: ['chat', 'lis'],
    roles: ['editor'],
    languages: ['it'],
    offices: ['tributi'],
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
    active: true,
    ...change,
  };
}

export function sessionRecord(operatorId: string, change: Partial<SessionRecord> = {}): SessionRecord {
  return { tokenHash: randomUUID(), operatorId, createdAt: NOON, expiresAt: NOON + 3_600_000, ...change };
}

export function questionRecord(change: Partial<QuestionRecord> = {}): QuestionRecord {
  return {
    id: randomUUID(),
    at: NOON,
    q: 'sono [nome], «quanto costa»?',
    decision: 'unsure',
    language: 'it',
    read: ['bollo-scadenza'],
    contact: true,
    ...change,
  };
}

export function callbackDraft(change: Partial<CallbackRecord> = {}): Omit<CallbackRecord, 'number'> {
  return {
    id: randomUUID(),
    startId: randomUUID(),
    contactId: randomUUID(),
    conversationId: null,
    language: 'en',
    citizenName: null,
    reach: { by: 'phone', phone: '+390612345678' },
    text: 'Vorrei «sapere»\nse devo pagare',
    context: { searches: ['bollo'], articles: ['bollo-scadenza'] },
    receivedAt: NOON,
    dueAt: NOON + 1,
    takenById: null,
    receiptMailId: null,
    closedAt: null,
    ...change,
  };
}

export function attemptRecord(
  callbackId: string,
  operatorId: string,
  change: Partial<AttemptRecord> = {},
): AttemptRecord {
  const id = randomUUID();
  return { id, callbackId, at: NOON, operatorId, result: 'no-answer', note: 'occupato', mailId: null, ...change };
}

export function attachmentRecord(change: Partial<AttachmentRecord> = {}): AttachmentRecord {
  return {
    id: randomUUID(),
    keyHash: randomUUID(),
    name: 'bolletta «2026».pdf',
    type: 'application/pdf',
    bytes: 12_345,
    file: randomUUID(),
    createdAt: NOON,
    conversationId: null,
    callbackId: null,
    ...change,
  };
}

export function mailRecord(change: Partial<MailRecord> = {}): MailRecord {
  return {
    id: randomUUID(),
    to: 'citizen@example.org',
    language: 'en',
    subject: 'È arrivato',
    text: 'testo\n',
    html: '<p>testo</p>',
    createdAt: NOON,
    state: 'waiting',
    tries: 0,
    nextAt: NOON,
    why: null,
    ...change,
  };
}

export function text(words: string, clientId: string = randomUUID()): MessageDraft & { kind: 'text' } {
  return { kind: 'text', from: 'citizen', clientId, text: words, at: NOON };
}

export async function addConversation(store: Store, change?: Partial<ConversationRecord>): Promise<ConversationRecord> {
  const record = conversationRecord(change);
  await store.write((writer) => writer.addConversation(record));
  return record;
}

export async function addOperator(store: Store, change?: Partial<OperatorRecord>): Promise<OperatorRecord> {
  const record = operatorRecord(change);
  await store.write((writer) => writer.putOperator(record));
  return record;
}

export async function textsOf(store: Store, conversationId: string): Promise<string[]> {
  const messages = await store.messagesAfter(conversationId, 0);
  return messages.map((message) => (message.kind === 'text' ? message.text : message.event));
}

export async function addCallback(store: Store, change: Partial<CallbackRecord> = {}): Promise<CallbackRecord> {
  const draft = callbackDraft(change);
  return store.write(async (writer) => {
    await writer.addContact(contactRecord({ id: draft.contactId }));
    return writer.addCallback(draft, 2026);
  });
}
