import * as z from 'zod/mini';
import type { Context, ConversationState, Language, Service } from './conversation.ts';
import { LIMITS } from './limits.ts';
import { id } from './message.ts';
import type { Notice } from './notice.ts';

/** `busy` is derived (at capacity, or in a call) and never set by hand. */
export const presence = z.enum(['available', 'break', 'off']);
export type Presence = z.infer<typeof presence>;

/** Why the citizen came: what an URP counts (L. 150/2000, art. 8). */
export const REASONS = ['information', 'report', 'complaint', 'suggestion', 'access-request', 'other'] as const;
export const reason = z.enum(REASONS);
export type Reason = z.infer<typeof reason>;

/** How a contact ended. Later work adds transfers, consultations and callbacks. */
export const OUTCOMES = ['resolved', 'unresolved', 'abandoned'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface QueueEntry {
  conversationId: string;
  service: Service;
  language: Language;
  citizenName: string | null;
  since: number;
  context: Context;
  /** At the head of the line because the operator was lost. */
  returned: boolean;
}

export interface OperatorState {
  id: string;
  name: string;
  skills: Service[];
  presence: Presence;
}

/** What an operator's screen shows beside the open conversations; sent whole at every change. */
export interface DeskState {
  me: OperatorState;
  queues: Record<Service, QueueEntry[]>;
  mine: ConversationState[];
  colleagues: OperatorState[];
  /** What citizens are being told now, the newest first. */
  notices: Notice[];
}

/** First request after connecting: the operator's whole desk comes back. */
export const enterDesk = z.object({});

export const setPresence = z.object({ presence });

export const acceptConversation = z.object({ conversationId: id });

export const closeAsOperator = z.object({
  conversationId: id,
  reason,
  /** A topic id of the knowledge base, or `other`. */
  topic: z.string().check(z.minLength(1), z.maxLength(40)),
  outcome: z.enum(['resolved', 'unresolved']),
  note: z.optional(z.string().check(z.trim(), z.maxLength(LIMITS.note))),
});
