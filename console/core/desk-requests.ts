import type { infer as Infer } from 'zod/mini';
import type { openConsultation } from '../../protocol/consultation.ts';
import type { closeAsOperator, Presence, transferConversation } from '../../protocol/desk.ts';
import type { Answer, OperatorWire, Trouble } from '../../widget/core/wire.ts';
import type { Doing } from './notices.ts';

export type ClosingRequest = Infer<typeof closeAsOperator>;
export type TransferRequest = Infer<typeof transferConversation>;
export type ConsultRequest = Infer<typeof openConsultation>;

/** What may be asked of the desk without anything here changing before its answer: the next state tells. */
export interface DeskRequests {
  setPresence(presence: Presence): Promise<void>;
  /** The citizen offered to me is for the next. */
  decline(conversationId: string): Promise<void>;
  /** To an office or a colleague; the answer is for the window to put into words. */
  transfer(request: TransferRequest): Promise<Answer>;
  /** A supervisor passes somebody else's conversation on; the answer is for the window to put into words. */
  move(request: TransferRequest): Promise<Answer>;
  /** Puts the citizen on hold and asks; the answer is for the window to put into words. */
  consult(request: ConsultRequest): Promise<Answer>;
  /** The question is over: the citizen is off hold. */
  endConsultation(consultationId: string): Promise<void>;
}

export interface DeskRequestsOptions {
  wire: OperatorWire;
  failed(doing: Doing, code: Trouble): void;
  onSessionEnded(): void;
  /** A conversation may go: what was written about it goes first. */
  beforeLeaving(): void;
}

export function createDeskRequests({ wire, failed, onSessionEnded, beforeLeaving }: DeskRequestsOptions): DeskRequests {
  async function told(doing: Doing, answer: Promise<Answer>): Promise<void> {
    const result = await answer;
    if (!result.ok) failed(doing, result.code);
  }

  async function shown(answer: Promise<Answer>): Promise<Answer> {
    const result = await answer;
    if (!result.ok && result.code === 'not-signed-in') onSessionEnded();
    return result;
  }

  return {
    setPresence: (presence) => told('presence', wire.request('presence:set', { presence })),
    decline: (conversationId) => told('decline', wire.request('offer:decline', { conversationId })),
    transfer(request) {
      beforeLeaving();
      return shown(wire.request('conversation:transfer', request));
    },
    move: (request) => shown(wire.request('conversation:move', request)),
    consult: (request) => shown(wire.request('consultation:open', request)),
    endConsultation: (consultationId) => told('end-question', wire.request('consultation:end', { consultationId })),
  };
}
