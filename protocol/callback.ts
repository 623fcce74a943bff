import * as z from 'zod/mini';
import type { Attachment } from './attachment.ts';
import { context, language, service, type Context, type Language, type OperatorName } from './conversation.ts';
import { LIMITS } from './limits.ts';
import { claim, id } from './message.ts';
import { line, someText, text } from './text.ts';

/** How the citizen wants to be answered. The server checks the value and writes a telephone number with its prefix. */
export const reachBy = z.union([
  z.object({ by: z.literal('email'), email: z.string().check(z.trim(), z.minLength(3), z.maxLength(254)) }),
  z.object({ by: z.literal('phone'), phone: z.string().check(z.trim(), z.minLength(5), z.maxLength(30)) }),
]);
export type ReachBy = z.infer<typeof reachBy>;

/**
 * `POST /api/messages`: what is left when nobody is there, or when the wait is too long. Sent again with the same
 * `startId` it is the same message. `token` is that of the conversation that waits, which ends with it.
 * Answered with `{ ok: true, receipt }`.
 */
export const leaveMessage = z.object({
  startId: id,
  service,
  language,
  name: z.optional(line(LIMITS.name)),
  reach: reachBy,
  text: someText(LIMITS.messageText),
  attachments: z.array(claim).check(z.maxLength(LIMITS.attachments)),
  context,
  token: z.optional(z.string().check(z.minLength(20), z.maxLength(128))),
});
export type LeaveMessage = z.infer<typeof leaveMessage>;

export interface Receipt {
  /** Year and running number: `2026-000123`. */
  number: string;
  receivedAt: number;
  /** Until when there is an answer. */
  dueAt: number;
  /** As it will be used: a telephone number with its prefix. */
  reach: ReachBy;
  /** Whether the receipt also goes out by e-mail. */
  mailed: boolean;
}

/** What came of trying. */
export const ATTEMPTS = ['reached', 'no-answer', 'busy', 'wrong-contact', 'answered-by-mail'] as const;
export type AttemptResult = (typeof ATTEMPTS)[number];

export interface Attempt {
  at: number;
  by: OperatorName;
  result: AttemptResult;
  note: string | null;
  /** Of an answer by e-mail: where it stands. */
  mail: MailState | null;
}

/** `retrying` comes with the next time; `failed` is for good, with the other server's words. */
export type MailState =
  | { name: 'queued' | 'sent' }
  | { name: 'retrying'; nextAt: number; why: string }
  | { name: 'failed'; why: string }
  /** No mail server is configured: it waits until there is one. */
  | { name: 'no-server' };

/** A promise to write or to call back. It stays until a person closes it. */
export interface Callback {
  id: string;
  number: string;
  /** The conversation it came out of, whose thread can be read; null for a message left when closed. */
  conversationId: string | null;
  language: Language;
  citizenName: string | null;
  reach: ReachBy;
  text: string;
  attachments: Attachment[];
  context: Context;
  receivedAt: number;
  dueAt: number;
  /** Who said that they will do it. */
  takenBy: OperatorName | null;
  attempts: Attempt[];
  /** Of the receipt; null where there was none to send. */
  receipt: MailState | null;
  closedAt: number | null;
}

/** The open ones by due time, or the latest closed ones. */
export const listCallbacks = z.object({ which: z.enum(['open', 'closed']) });

export const callbackRef = z.object({ callbackId: id });

export const logAttempt = z.object({
  callbackId: id,
  /** Sent again with the same id it is one attempt. */
  clientId: id,
  result: z.enum(['reached', 'no-answer', 'busy', 'wrong-contact']),
  note: z.optional(text(LIMITS.note)),
});

/** By e-mail, to the address that the citizen left. Does not close it. */
export const answerCallback = z.object({
  callbackId: id,
  /** Sent again with the same id it is one answer. */
  clientId: id,
  text: someText(LIMITS.messageText),
});

/** What an operator's desk shows of them at a glance. */
export interface CallbackCounts {
  open: number;
  overdue: number;
  /** Due before the end of today, the overdue ones included. */
  today: number;
  /** The earliest due time; null when there is none. */
  nextDueAt: number | null;
}
