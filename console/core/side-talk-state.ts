import type { Code } from '../../protocol/codes.ts';
import type { Consultation, ConsultationView, SideMessage } from '../../protocol/consultation.ts';
import type { ConversationView } from '../../protocol/conversation.ts';
import { unreachable } from '../../widget/core/unreachable.ts';

/** A line on its way: shown at once, confirmed by the server's number. */
export interface SidePending {
  clientId: string;
  text: string;
  at: number;
  /** Why it was refused for good, or null while it is still being tried. */
  refused: Code | null;
}

/** A side conversation as one who takes part in it sees it: never the citizen. Immutable. */
export interface SideTalkModel {
  consultation: Consultation;
  /** By number, without gaps or doubles. */
  messages: readonly SideMessage[];
  outbox: readonly SidePending[];
  /** The citizen's thread, to be read; null until it has come. */
  thread: ConversationView | null;
  /** The highest number that was on screen. */
  seen: number;
}

export type SideTalkEvent =
  | { type: 'view'; view: ConsultationView }
  | { type: 'consultation'; consultation: Consultation }
  | { type: 'message'; message: SideMessage }
  | { type: 'queue'; pending: SidePending }
  | { type: 'sent'; clientId: string; message: SideMessage }
  | { type: 'refused'; clientId: string; code: Code }
  | { type: 'retry' | 'discard'; clientId: string }
  | { type: 'seen'; seq: number };

export function reduceSideTalk(model: SideTalkModel, event: SideTalkEvent): SideTalkModel {
  switch (event.type) {
    case 'view': {
      const { consultation, sideMessages, ...thread } = event.view;
      return sideMessages.reduce(withMessage, { ...model, consultation, thread });
    }
    case 'consultation':
      return { ...model, consultation: event.consultation };
    case 'message':
      return withMessage(model, event.message);
    case 'queue':
      return { ...model, outbox: [...model.outbox, event.pending] };
    case 'sent':
      return withMessage(model, event.message);
    case 'refused':
      return withPending(model, event.clientId, (pending) => [{ ...pending, refused: event.code }]);
    case 'retry':
      return withPending(model, event.clientId, (pending) => [{ ...pending, refused: null }]);
    case 'discard':
      return withPending(model, event.clientId, () => []);
    case 'seen':
      return { ...model, seen: Math.max(model.seen, event.seq) };
    default:
      return unreachable(event);
  }
}

/** What others wrote and was not on screen. */
export function sideUnread({ messages, seen }: SideTalkModel, me: string): number {
  return messages.filter(({ seq, from }) => seq > seen && from.operatorId !== me).length;
}

/** Whether the server has told of lines that are not here. */
export const sideBehind = ({ consultation, messages }: SideTalkModel): boolean =>
  messages.length < Math.max(consultation.lastSeq, messages.at(-1)?.seq ?? 0);

function withMessage(model: SideTalkModel, message: SideMessage): SideTalkModel {
  const outbox = model.outbox.filter(({ clientId }) => clientId !== message.clientId);
  if (model.messages.some(({ seq }) => seq === message.seq)) return { ...model, outbox };
  return { ...model, outbox, messages: [...model.messages, message].toSorted((a, b) => a.seq - b.seq) };
}

function withPending(
  model: SideTalkModel,
  clientId: string,
  change: (pending: SidePending) => SidePending[],
): SideTalkModel {
  return {
    ...model,
    outbox: model.outbox.flatMap((pending) => (pending.clientId === clientId ? change(pending) : [pending])),
  };
}
