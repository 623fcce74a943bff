import type { Service } from '../../protocol/conversation.ts';
import type { CannedReply, Office } from '../../protocol/office.ts';
import type { Hours, SpecialDays } from './hours.ts';

/**
 * What an office decides about its desk: `sportello.config.yaml`, read again whenever it changes. Whoever needs it asks
 * for it anew each time (`settings()`), and never keeps it. Durations are milliseconds.
 */
export interface DeskSettings {
  /** IANA name: of the opening hours, and of every day that is counted. */
  timeZone: string;
  hours: Record<Service, Hours>;
  days: SpecialDays;
  queue: QueueRules;
  callbacks: CallbackRules;
  offices: readonly Office[];
  replies: readonly CannedReply[];
}

export interface QueueRules {
  /** The longest wait before a message is proposed; null for none. */
  maximumWaitMs: number | null;
  /** What happens at closing time to those who wait: they are still served, or are asked to leave a message. */
  atClosing: 'served' | 'message';
  /** How long an offer waits for an answer before it goes to the next operator. */
  offerMs: number;
  /** How long a transfer waits for its office or colleague before anybody may take it. */
  transferMs: number;
  /** Conversations one operator may have at the same time, beside one call. */
  chatsAtOnce: number;
  /** Whether new chats are offered to somebody in a call. */
  chatsDuringCall: boolean;
}

export interface CallbackRules {
  /** Which days do not count: those on which no service opens at all, or holidays alone (Saturdays count then). */
  closedDays: 'without-opening' | 'holidays';
}
