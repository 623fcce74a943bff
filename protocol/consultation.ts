import * as z from 'zod/mini';
import type { ConversationView, Language, OperatorName } from './conversation.ts';
import { LIMITS } from './limits.ts';
import { id } from './message.ts';
import { target } from './office.ts';
import { someText } from './text.ts';

/**
 * A side conversation about a citizen's request, which the citizen never sees. `answer`: the operator keeps the
 * citizen and passes the answer on. `transfer`: the colleague reads summary and thread and taps Ready, and takes over.
 */
export const consultationKind = z.enum(['answer', 'transfer']);
export type ConsultationKind = z.infer<typeof consultationKind>;

export interface Consultation {
  id: string;
  conversationId: string;
  kind: ConsultationKind;
  openedBy: OperatorName;
  openedAt: number;
  /** Who is asked: an office, or one colleague. */
  to: { office: string; name: Record<Language, string> } | { operator: OperatorName };
  /** What is asked, in the operator's words: the first thing the other reads. */
  summary: string;
  /** Whether the question went out by e-mail, with a link that answers it once. */
  mailed: boolean;
  state: 'open' | 'ended';
  lastSeq: number;
}

export interface SideMessage {
  consultationId: string;
  /** 1, 2, 3 … */
  seq: number;
  at: number;
  /** `operatorId` is null for an answer that came through the one-time link. */
  from: { operatorId: string | null; name: string };
  clientId: string;
  text: string;
}

/** With it the citizen is put on hold, told by whom and why. One conversation has one consultation at a time. */
export const openConsultation = z.object({
  conversationId: id,
  to: target,
  kind: consultationKind,
  summary: someText(LIMITS.messageText),
});

export const consultationRef = z.object({ consultationId: id });

export const sendSideMessage = z.object({
  consultationId: id,
  clientId: id,
  text: someText(LIMITS.messageText),
});

/** The citizen's thread comes along, to read. */
export interface ConsultationView extends ConversationView {
  consultation: Consultation;
  sideMessages: SideMessage[];
}
