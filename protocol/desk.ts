import * as z from 'zod/mini';
import { reachBy, type CallbackCounts } from './callback.ts';
import type { Consultation } from './consultation.ts';
import type { Context, ConversationState, Language, OperatorName, Service } from './conversation.ts';
import { LIMITS } from './limits.ts';
import { id } from './message.ts';
import type { Notice } from './notice.ts';
import { officeId, target, type CannedReply, type OfficeNow } from './office.ts';
import { draft, someText, text } from './text.ts';

/** `busy` is derived (at capacity, or in a call) and never set by hand. */
export const presence = z.enum(['available', 'break', 'off']);
export type Presence = z.infer<typeof presence>;

export type BreakReason = 'asked' | 'missed-offers';

/** Why the citizen came: what an URP counts (L. 150/2000, art. 8). */
export const REASONS = ['information', 'report', 'complaint', 'suggestion', 'access-request', 'other'] as const;
export const reason = z.enum(REASONS);
export type Reason = z.infer<typeof reason>;

/** How a contact ended; exactly one. `later-answer`: with a promise to write or to call back. */
export const OUTCOMES = ['resolved', 'unresolved', 'abandoned', 'later-answer'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Who answered in the end, and how it came to that. Told from what happened, never typed. */
export const HANDLINGS = ['direct', 'transfer', 'consultation', 'transfer-after-consultation', 'later-answer'] as const;
export type Handling = (typeof HANDLINGS)[number];

/** Where a contact came in. The first three by Sportello itself; the others are typed in by operators. */
export const CHANNELS = [
  'chat',
  'video-lis',
  'message',
  'phone',
  'email',
  'pec',
  'web-form',
  'desk',
  'social',
] as const;
export type Channel = (typeof CHANNELS)[number];

export interface QueueEntry {
  conversationId: string;
  service: Service;
  language: Language;
  citizenName: string | null;
  since: number;
  context: Context;
  /** At the head of the line because the operator was lost. */
  returned: boolean;
  /** Under way to an office or a colleague, who alone may take it for now. */
  transfer: Transfer | null;
  /** Who is being asked to take it now. */
  offeredTo: OperatorName | null;
}

export interface Transfer {
  to: { office: string; name: Record<Language, string> } | { operator: OperatorName };
  from: OperatorName;
  /** What the next one should know. */
  note: string | null;
  at: number;
}

/** A waiting citizen, for this operator to take until `until`; then for the next. */
export interface Offer {
  conversationId: string;
  until: number;
}

export interface OperatorState {
  id: string;
  name: string;
  skills: Service[];
  presence: Presence;
  /** Why they are on a break: they said so, or offers were left without a word. null: they are on none. */
  breakReason: BreakReason | null;
  /** At capacity, or in a call. */
  busy: boolean;
  languages: Language[];
  /** Ids of the offices they belong to. */
  offices: string[];
}

/** What only operators may know of a conversation on their desk. */
export interface CaseFile {
  note: string;
  /** Earlier in the same visit, the latest first. */
  earlier: EarlierContact[];
  consultation: Consultation | null;
  /** How it came here, where a colleague passed it on. */
  transfer: Transfer | null;
  /** Supervisors who are reading along. */
  listeners: OperatorName[];
}

export interface EarlierContact {
  conversationId: string;
  startedAt: number;
  service: Service;
  reason: Reason | null;
  topic: string | null;
  outcome: Outcome | null;
  operator: OperatorName | null;
}

/** What a supervisor sees of everybody's conversations. */
export interface FloorEntry {
  conversationId: string;
  service: Service;
  language: Language;
  citizenName: string | null;
  operator: OperatorName;
  since: number;
  onHold: boolean;
  inCall: boolean;
}

/** What an operator's screen shows beside the open conversations; sent whole at every change. */
export interface DeskState {
  me: OperatorState;
  queues: Record<Service, QueueEntry[]>;
  mine: ConversationState[];
  /** By conversation id: one for each of `mine`. */
  cases: Record<string, CaseFile>;
  /** At most one at a time. */
  offer: Offer | null;
  /** Open ones in which I am asked, or somebody of my office. */
  consultations: Consultation[];
  colleagues: OperatorState[];
  offices: OfficeNow[];
  replies: CannedReply[];
  callbacks: CallbackCounts;
  /** Everybody's live conversations, for supervisors only; empty for others. */
  floor: FloorEntry[];
  /** What citizens are being told now, the newest first. */
  notices: Notice[];
}

/** First request after connecting: the operator's whole desk comes back. */
export const enterDesk = z.object({});

export const setPresence = z.object({ presence });

export const acceptConversation = z.object({ conversationId: id });

export const declineOffer = z.object({ conversationId: id });

/** The conversation leaves me and stands first in line for the other; with nobody there it is refused and stays. */
export const transferConversation = z.object({
  conversationId: id,
  to: target,
  note: z.optional(text(LIMITS.note)),
});

export const writeNote = z.object({ conversationId: id, note: draft(LIMITS.note) });

/** Supervisors: reading along, which the operator is told. */
export const listen = z.object({ conversationId: id, listening: z.boolean() });

/** A topic id of the knowledge base, or `other`. */
const topic = z.string().check(z.minLength(1), z.maxLength(40));
const note = z.optional(text(LIMITS.note));

export const closeAsOperator = z.object({
  conversationId: id,
  reason,
  topic,
  outcome: z.enum(['resolved', 'unresolved', 'later-answer']),
  /** Whose business it was. */
  office: z.optional(officeId),
  note,
  /** Only with `later-answer`, and always then: what was promised, and how the citizen is to be reached. */
  callback: z.optional(z.object({ reach: reachBy, text: someText(LIMITS.messageText) })),
});

export const closeCallback = z.object({
  callbackId: id,
  reason,
  topic,
  outcome: z.enum(['resolved', 'unresolved']),
  office: z.optional(officeId),
  note,
});

/** A contact that came in another way: by telephone, e-mail, PEC, web form, at the counter, over social networks. */
export const addContact = z.object({
  /** Sent again with the same id it is one contact. */
  contactId: id,
  channel: z.enum(['phone', 'email', 'pec', 'web-form', 'desk', 'social']),
  /** When it came in, epoch ms; not in the future. */
  at: z.int(),
  reason,
  topic,
  outcome: z.enum(['resolved', 'unresolved']),
  office: z.optional(officeId),
  note,
});
