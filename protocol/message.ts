import * as z from 'zod/mini';
import type { Attachment } from './attachment.ts';
import { LIMITS } from './limits.ts';
import { text } from './text.ts';

/** Opaque identifier made by a server or a client; a UUID in practice. */
export const id = z.string().check(z.minLength(8), z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/));

/** The two who talk. Lines written by the desk itself are events, with the side that caused them. */
export const side = z.enum(['citizen', 'operator']);
export type Side = z.infer<typeof side>;

/** What happened in a conversation besides what people wrote. The words are the reader's locale's business. */
export const CONVERSATION_EVENTS = [
  'operator-joined',
  'operator-lost', // the operator's connection died: the citizen is back at the head of the queue
  'call-requested', // the citizen asked for a sign-language call from within the chat
  'call-started',
  'call-ended',
  'on-hold', // somebody is being asked (`name`): the citizen waits for the same operator
  'off-hold',
  'transferring', // the conversation goes to `name`: the citizen stands first in line for them
  'transfer-failed', // nobody of `name` could take it: whoever is free takes it, before all others
  'handed-over', // `name` answers from now on; they have read everything
  'message-left', // the citizen stopped waiting and left a message
  'closed',
] as const;
export type ConversationEvent = (typeof CONVERSATION_EVENTS)[number];

interface MessageBase {
  conversationId: string;
  /** 1, 2, 3 … without gaps within a conversation. */
  seq: number;
  /** Epoch milliseconds, the server's clock. */
  at: number;
  from: Side;
}

export interface TextMessage extends MessageBase {
  kind: 'text';
  /** The sender's own id for it: a resend with the same id is the same message. */
  clientId: string;
  /** May be empty where there are attachments. */
  text: string;
  attachments?: Attachment[];
}

export interface EventMessage extends MessageBase {
  kind: 'event';
  event: ConversationEvent;
  /** Who it is about, where that helps: an operator's display name. */
  name?: string;
}

export type Message = TextMessage | EventMessage;

/** Proves that the sender is the one who sent the file up: see attachment.ts. */
export const claim = z.object({ id, key: z.string().check(z.minLength(20), z.maxLength(128)) });

export const sendMessage = z
  .object({
    conversationId: id,
    clientId: id,
    text: text(LIMITS.messageText),
    attachments: z.optional(z.array(claim).check(z.minLength(1), z.maxLength(LIMITS.attachments))),
  })
  .check(z.refine((message) => message.text.length > 0 || message.attachments !== undefined));

export const readMessages = z.object({
  conversationId: id,
  /** Everything up to this sequence number has been seen. */
  seq: z.int().check(z.minimum(1)),
});

export const setTyping = z.object({ conversationId: id, typing: z.boolean() });
