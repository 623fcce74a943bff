import type { Code } from '../../protocol/codes.ts';
import type { ConversationState, ConversationView } from '../../protocol/conversation.ts';
import type { ConversationEvent, Message, Side, TextMessage } from '../../protocol/message.ts';
import type { SentUp } from './files.ts';
import { unreachable } from './unreachable.ts';

/** A text on its way up: shown at once, confirmed by the server's number. */
export interface Pending {
  kind: 'pending';
  clientId: string;
  /** May be empty where there are attachments. */
  text: string;
  /** Up already; the server keeps them for this message. */
  attachments?: readonly SentUp[];
  /** Epoch milliseconds, this device's clock. */
  at: number;
  /** Why it was refused for good, or null while it is still being tried. */
  refused: Code | null;
}

/** A line of the log, oldest first: confirmed messages, then what is still on its way. */
export type LogEntry = Message | Pending;

/** Everything one side knows of a conversation. Immutable: every event makes a new one. */
export interface ConversationModel {
  me: Side;
  /** The server's word, whole. */
  state: ConversationState;
  /** By sequence number. May have gaps while a sync is under way: `visibleMessages` stops at the first. */
  messages: readonly Message[];
  outbox: readonly Pending[];
  otherTyping: boolean;
}

export type ConversationChange =
  /** An answer to start, resume, accept or sync. */
  | { type: 'view'; view: ConversationView }
  | { type: 'state'; state: ConversationState }
  | { type: 'message'; message: Message }
  | { type: 'queue'; clientId: string; text: string; attachments?: readonly SentUp[]; at: number }
  | { type: 'sent'; clientId: string; seq: number; at: number }
  | { type: 'refused'; clientId: string; code: Code }
  | { type: 'retry' | 'discard'; clientId: string }
  | { type: 'typing'; typing: boolean };

export function openModel(me: Side, view: ConversationView, outbox: readonly Pending[] = []): ConversationModel {
  const model = { me, state: view.conversation, messages: [], outbox, otherTyping: false };
  return reduceConversation(model, { type: 'view', view });
}

export function reduceConversation(model: ConversationModel, event: ConversationChange): ConversationModel {
  switch (event.type) {
    case 'view':
      return event.view.messages.reduce(withMessage, { ...model, state: event.view.conversation });
    case 'state':
      return { ...model, state: event.state };
    case 'message':
      return withMessage(
        { ...model, otherTyping: event.message.from === model.me && model.otherTyping },
        event.message,
      );
    case 'queue': {
      const { clientId, text, attachments, at } = event;
      const pending: Pending = { kind: 'pending', clientId, text, at, refused: null, ...some(attachments) };
      return { ...model, outbox: [...model.outbox, pending] };
    }
    case 'sent':
      return confirmed(model, event);
    case 'refused':
      return withPending(model, event.clientId, (pending) => [{ ...pending, refused: event.code }]);
    case 'retry':
      return withPending(model, event.clientId, (pending) => [{ ...pending, refused: null }]);
    case 'discard':
      return withPending(model, event.clientId, () => []);
    case 'typing':
      return { ...model, otherTyping: event.typing };
    default:
      return unreachable(event);
  }
}

/** The highest sequence number up to which nothing is missing. */
export function lastContiguous(model: ConversationModel): number {
  return visibleMessages(model).at(-1)?.seq ?? 0;
}

/** Without the ones that stand behind a gap: shown early they would have to move when it closes. */
export function visibleMessages(model: ConversationModel): readonly Message[] {
  const gap = model.messages.findIndex((message, index) => message.seq !== index + 1);
  return gap === -1 ? model.messages : model.messages.slice(0, gap);
}

/** Whether the server has told of messages that are not here. */
export function isBehind(model: ConversationModel): boolean {
  return lastContiguous(model) < Math.max(model.state.lastSeq, model.messages.at(-1)?.seq ?? 0);
}

export function logEntries(model: ConversationModel): readonly LogEntry[] {
  return [...visibleMessages(model), ...model.outbox];
}

/** The operator who answers, or who answered last; null while there was none. */
export function operatorName({ state, messages }: ConversationModel): string | null {
  return state.phase.name === 'live' ? state.phase.operator.name : joinedLast(messages);
}

/** Who came last among these, by name: one operator may have taken over from another. */
export function joinedLast(entries: readonly LogEntry[]): string | null {
  const joined = entries.findLast((entry) => entry.kind === 'event' && JOINING.has(entry.event));
  return (joined?.kind === 'event' && joined.name) || null;
}

const JOINING: ReadonlySet<string> = new Set<ConversationEvent>(['operator-joined', 'handed-over']);

/** Messages of the other side beyond what this side has seen. */
export function unreadCount(model: ConversationModel): number {
  const seen = model.state.read[model.me];
  return visibleMessages(model).filter(
    (message) => message.kind === 'text' && message.from !== model.me && message.seq > seen,
  ).length;
}

function withMessage(model: ConversationModel, message: Message): ConversationModel {
  const outbox =
    message.kind === 'text' ? model.outbox.filter(({ clientId }) => clientId !== message.clientId) : model.outbox;
  const at = model.messages.findLastIndex(({ seq }) => seq <= message.seq);
  if (model.messages[at]?.seq === message.seq) return { ...model, outbox };
  return { ...model, outbox, messages: model.messages.toSpliced(at + 1, 0, message) };
}

function confirmed(model: ConversationModel, { clientId, seq, at }: { clientId: string; seq: number; at: number }) {
  const pending = model.outbox.find((candidate) => candidate.clientId === clientId);
  if (!pending) return model;
  const { me, state } = model;
  const message: TextMessage = {
    kind: 'text',
    conversationId: state.id,
    seq,
    at,
    from: me,
    clientId,
    text: pending.text,
    ...some(pending.attachments?.map(({ key: _key, ...attachment }) => attachment)),
  };
  return withMessage(model, message);
}

function some<Item>(attachments: readonly Item[] = []): { attachments?: Item[] } {
  return attachments.length > 0 ? { attachments: [...attachments] } : {};
}

function withPending(model: ConversationModel, clientId: string, change: (pending: Pending) => Pending[]) {
  return {
    ...model,
    outbox: model.outbox.flatMap((pending) => (pending.clientId === clientId ? change(pending) : [pending])),
  };
}
