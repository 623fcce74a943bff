import type { Role } from '../../protocol/account.ts';
import type { Attachment } from '../../protocol/attachment.ts';
import type { ReachBy } from '../../protocol/callback.ts';
import type { Context, Language, Service } from '../../protocol/conversation.ts';
import type { ConversationEvent, Message, Side } from '../../protocol/message.ts';
import type { Target } from '../../protocol/office.ts';
import type { CallbackRecord, ConsultationRecord } from './desk-records.ts';
import type {
  CallbackRow,
  ConsultationRow,
  ContactRow,
  ConversationRow,
  MessageRow,
  OperatorRow,
  QuestionRow,
} from './schema.ts';
import type {
  ContactRecord,
  ConversationRecord,
  MessageDraft,
  OperatorRecord,
  QuestionRecord,
  SessionRecord,
} from './store.ts';

/*
 * Records <-> rows. Spreading what comes from the database also gives plain objects: node:sqlite's have no prototype.
 * Only this code writes the columns of JSON and of closed lists of words, so what they hold is taken at its word.
 */

type ConversationChange = Partial<ConversationRecord>;
type ContactChange = Partial<ContactRecord>;

export function conversationRow(record: ConversationRecord): ConversationRow {
  const { context, returned, rated, transfer, hold, ...same } = record;
  return {
    ...same,
    context: JSON.stringify(context),
    returned: flag(returned),
    rated: flag(rated),
    transfer: jsonOrNull(transfer),
    hold: jsonOrNull(hold),
  };
}

/** The columns a change touches. */
export function conversationColumns(change: ConversationChange): Partial<ConversationRow> {
  const { context, returned, rated, transfer, hold, ...same } = change;
  return {
    ...same,
    ...(context && { context: JSON.stringify(context) }),
    ...(returned !== undefined && { returned: flag(returned) }),
    ...(rated !== undefined && { rated: flag(rated) }),
    ...(transfer !== undefined && { transfer: jsonOrNull(transfer) }),
    ...(hold !== undefined && { hold: jsonOrNull(hold) }),
  };
}

export function conversationRecord(row: ConversationRow): ConversationRecord {
  return {
    ...row,
    context: JSON.parse(row.context) as Context,
    returned: row.returned === 1,
    rated: row.rated === 1,
    transfer: row.transfer === null ? null : (JSON.parse(row.transfer) as ConversationRecord['transfer']),
    hold: row.hold === null ? null : (JSON.parse(row.hold) as ConversationRecord['hold']),
  };
}

export function contactRow(record: ContactRecord): ContactRow {
  return { ...record, selfHelpFirst: flag(record.selfHelpFirst) };
}

export function contactColumns({ selfHelpFirst, ...same }: ContactChange): Partial<ContactRow> {
  return { ...same, ...(selfHelpFirst !== undefined && { selfHelpFirst: flag(selfHelpFirst) }) };
}

export function contactRecord(row: ContactRow): ContactRecord {
  return { ...row, selfHelpFirst: row.selfHelpFirst === 1 };
}

export function operatorRow(record: OperatorRecord): OperatorRow {
  const { skills, roles, languages, offices, active } = record;
  return {
    ...record,
    skills: JSON.stringify(skills),
    roles: JSON.stringify(roles),
    languages: JSON.stringify(languages),
    offices: JSON.stringify(offices),
    active: flag(active),
  };
}

export function operatorRecord(row: OperatorRow): OperatorRecord {
  return {
    ...row,
    skills: JSON.parse(row.skills) as Service[],
    roles: JSON.parse(row.roles) as Role[],
    languages: JSON.parse(row.languages) as Language[],
    offices: JSON.parse(row.offices) as string[],
    active: row.active === 1,
  };
}

export function questionRow(record: QuestionRecord): QuestionRow {
  return { ...record, read: JSON.stringify(record.read), contact: flag(record.contact) };
}

export function questionRecord(row: QuestionRow): QuestionRecord {
  return { ...row, read: JSON.parse(row.read) as string[], contact: row.contact === 1 };
}

export function sessionRecord(row: SessionRecord): SessionRecord {
  return { ...row };
}

export function callbackRow(record: CallbackRecord): CallbackRow {
  return { ...record, reach: JSON.stringify(record.reach), context: JSON.stringify(record.context) };
}

export function callbackRecord(row: CallbackRow): CallbackRecord {
  return { ...row, reach: JSON.parse(row.reach) as ReachBy, context: JSON.parse(row.context) as Context };
}

export function consultationRow(record: ConsultationRecord): ConsultationRow {
  return { ...record, to: JSON.stringify(record.to), mailed: flag(record.mailed) };
}

export function consultationRecord(row: ConsultationRow): ConsultationRecord {
  return { ...row, to: JSON.parse(row.to) as Target, mailed: row.mailed === 1 };
}

export function messageRow(conversationId: string, seq: number, draft: MessageDraft): MessageRow {
  const { at, from: sender, kind } = draft;
  const base = { conversationId, seq, at, sender, kind };
  return draft.kind === 'text'
    ? {
        ...base,
        key: draft.clientId,
        text: draft.text,
        event: null,
        name: null,
        attachments: draft.attachments ? JSON.stringify(draft.attachments) : null,
      }
    : { ...base, key: `#${seq}`, text: null, event: draft.event, name: draft.name ?? null, attachments: null };
}

export function messageOf(row: MessageRow): Message {
  const base = { conversationId: row.conversationId, seq: row.seq, at: row.at, from: row.sender as Side };
  return row.text !== null
    ? {
        ...base,
        kind: 'text',
        clientId: row.key,
        text: row.text,
        ...(row.attachments !== null && { attachments: JSON.parse(row.attachments) as Attachment[] }),
      }
    : {
        ...base,
        kind: 'event',
        event: row.event as ConversationEvent,
        ...(row.name !== null && { name: row.name }),
      };
}

function jsonOrNull(value: object | null): string | null {
  return value && JSON.stringify(value);
}

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
