import * as z from 'zod/mini';
import type { CallState } from './call.ts';
import type { Receipt } from './callback.ts';
import { LIMITS } from './limits.ts';
import { id, type Message, type Side } from './message.ts';
import { line, text } from './text.ts';

/** The two queues: written chat, and calls in Italian Sign Language. An operator serves those they have the skill for. */
export const service = z.enum(['chat', 'lis']);
export type Service = z.infer<typeof service>;

export const language = z.enum(['it', 'en']);
export type Language = z.infer<typeof language>;

/** The editors' own names, shorter than those a program makes: `urp-pec`. */
export const articleId = z.string().check(z.minLength(3), z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/));

/** What the citizen searched and read before asking for a person, as they chose to hand it over. */
export const context = z.object({
  searches: z.array(line(LIMITS.searchText)).check(z.maxLength(LIMITS.contextEntries)),
  articles: z.array(articleId).check(z.maxLength(LIMITS.contextEntries)),
});
export type Context = z.infer<typeof context>;

/** A phase carries only what is true in it. */
export type Phase =
  | WaitingPhase
  | {
      name: 'live';
      since: number;
      operator: OperatorName;
      /** False while a lost connection may still come back. */
      operatorConnected: boolean;
      hold: Hold | null;
    }
  /** `promisedUntil`: the operator closed with the promise of an answer, by then; `receipt`: all that was agreed. */
  | { name: 'closed'; at: number; by: Side | 'desk'; rated: boolean; promisedUntil?: number; receipt?: Receipt };

export interface WaitingPhase {
  name: 'waiting';
  since: number;
  /** 1 is the next. */
  position: number;
  /** null when the recent pace does not allow an honest guess. */
  estimateMs: number | null;
  /** It takes longer than was said when the citizen joined. */
  longer: boolean;
  /** When the longest wait the office allows itself is over; null where there is none. */
  maximumAt: number | null;
  /** When the service closes, and what happens then to those who still wait. null: it does not close by itself. */
  closing: { at: number; policy: 'served' | 'message' } | null;
  /** Why leaving a message is proposed now. With `closed` nobody will come any more. */
  propose: 'too-long' | 'unstaffed' | 'closed' | null;
  /** Under way to an office or a colleague; null for the general line. */
  transferTo: string | null;
}

/** Somebody else is being asked; the operator comes back with the answer. */
export interface Hold {
  since: number;
  /** The office, or the colleague, as citizens should read it. */
  who: string;
  /** They are to take over: the operator does not come back with an answer. */
  onward?: true;
}

export interface OperatorName {
  id: string;
  /** As shown to citizens. */
  name: string;
}

/** All that both sides may know of a conversation; sent whole at every change. */
export interface ConversationState {
  id: string;
  service: Service;
  language: Language;
  citizenName: string | null;
  citizenConnected: boolean;
  startedAt: number;
  context: Context;
  phase: Phase;
  /** The call under way, or null. Only in phase `live`. */
  call: CallState | null;
  lastSeq: number;
  /** The highest sequence number each side has seen. */
  read: Record<Side, number>;
}

/** A citizen's first request. Sent again with the same `startId` it is the same conversation. */
export const startConversation = z.object({
  startId: id,
  service,
  language,
  name: z.optional(line(LIMITS.name)),
  context,
  /** Made by the page for one visit and kept nowhere else: what was talked about earlier in it can be found. */
  visitId: z.optional(id),
});

/** Back after a reload, a sleep, another network: everything after `lastSeq` comes down, state included. */
export const resumeConversation = z.object({
  token: z.string().check(z.minLength(20), z.maxLength(128)),
  lastSeq: z.int().check(z.minimum(0)),
});

export const syncConversation = z.object({ conversationId: id, lastSeq: z.int().check(z.minimum(0)) });

export const conversationRef = z.object({ conversationId: id });

export const rateConversation = z.object({
  conversationId: id,
  stars: z.int().check(z.minimum(1), z.maximum(5)),
  comment: z.optional(text(LIMITS.comment)),
});

/** A copy of the talk, by e-mail. Possible while it goes on and until the token expires. */
export const mailTranscript = z.object({
  conversationId: id,
  email: z.string().check(z.trim(), z.minLength(3), z.maxLength(254)),
});

/** The state and what the client had not seen. */
export interface ConversationView {
  conversation: ConversationState;
  messages: Message[];
}

/** With the secret that opens the conversation again until `expiresAt` (epoch ms). */
export interface StartedConversation extends ConversationView {
  token: string;
  expiresAt: number;
}
