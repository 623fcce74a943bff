import { service as services, type ConversationState, type Service } from '../../protocol/conversation.ts';
import type { DeskState, OperatorState, QueueEntry } from '../../protocol/desk.ts';
import type { Message, Side } from '../../protocol/message.ts';
import type { Notice } from '../../protocol/notice.ts';
import type { CallDesk } from '../call/call-desk.ts';
import type { Attendance } from './attendance.ts';
import type { Book } from './book.ts';
import { coalesce } from './coalesce.ts';
import { isOnDeskOf, operatorOf, type Conversation } from './conversation-state.ts';
import { conversationView, queueEntry } from './views.ts';
import type { Voice } from './voice.ts';
import type { Place, WaitingLine } from './waiting-line.ts';

/** Makes what each one may see out of what is true now, and sends it to them. */
export interface Announcer {
  viewOf(conversation: Conversation): ConversationState;
  /** @returns null for an operator who has not entered the desk */
  deskOf(operatorId: string): DeskState | null;
  /** Sends the state to the citizen and to whoever has, or had, the conversation; or to one side only. */
  tell(conversation: Conversation, options?: { alsoTo?: string | undefined; only?: Side }): void;
  /** Sends a message to the same, except the connection that has it as its acknowledgement. */
  pass(
    conversation: Conversation,
    message: Message,
    options?: { except?: string | undefined; alsoTo?: string | undefined },
  ): void;
  /** Soon, and once for many changes: every operator's desk, and every waiting citizen whose place has changed. */
  deskChanged(): void;
  close(): void;
}

export interface AnnouncerParts {
  book: Book;
  line: WaitingLine;
  roster: ReadonlyMap<string, OperatorState>;
  citizens: Attendance;
  operators: Attendance;
  calls: Pick<CallDesk, 'stateOf'>;
  voice: Voice;
  /** What citizens are told now. */
  notices: () => Notice[];
}

const DESK_GAP_MS = 50;

export function createAnnouncer(parts: AnnouncerParts): Announcer {
  const { book, line, roster, citizens, operators, calls, voice, notices } = parts;
  let placesTold = new Map<string, Place>();
  const broadcast = coalesce(() => {
    tellPlaces();
    for (const id of roster.keys()) tellDesk(id);
  }, DESK_GAP_MS);

  function viewOf(conversation: Conversation, place?: Place): ConversationState {
    return conversationView(conversation, {
      citizenConnected: citizens.isHere(conversation.id),
      operatorConnected: operators.isHere,
      place: () => place ?? line.placeOf(conversation),
      call: calls.stateOf(conversation.id),
    });
  }

  function deskOf(operatorId: string): DeskState | null {
    const me = roster.get(operatorId);
    if (!me) return null;
    const mine = [...book.all()].filter((conversation) => isOnDeskOf(conversation, operatorId));
    return {
      me,
      queues: { chat: queueOf('chat'), lis: queueOf('lis') },
      mine: mine.map((conversation) => viewOf(conversation)),
      cases: {},
      offer: null,
      consultations: [],
      offices: [],
      replies: [],
      callbacks: { open: 0, overdue: 0, today: 0, nextDueAt: null },
      floor: [],
      colleagues: [...roster.values()].filter(({ id }) => id !== operatorId),
      notices: notices(),
    };
  }

  function queueOf(service: Service): QueueEntry[] {
    return line.standing(service).map(({ conversation }) => queueEntry(conversation));
  }

  function tellPlaces(): void {
    const standing = services.options.flatMap((service) => line.standing(service));
    for (const { conversation, place } of standing) {
      const told = placesTold.get(conversation.id);
      if (told?.position === place.position && told.estimateMs === place.estimateMs) continue;
      voice.toCitizen(conversation.id, 'conversation:changed', viewOf(conversation, place));
    }
    placesTold = new Map(standing.map(({ conversation, place }) => [conversation.id, place]));
  }

  function tellDesk(operatorId: string): void {
    const desk = deskOf(operatorId);
    if (desk && operators.isHere(operatorId)) voice.toOperator(operatorId, 'desk:changed', desk);
  }

  function operatorsOf(conversation: Conversation, alsoTo?: string): Set<string> {
    return new Set([operatorOf(conversation)?.id, alsoTo].filter((id) => id !== undefined));
  }

  return {
    viewOf: (conversation) => viewOf(conversation),
    deskOf,
    tell(conversation, { alsoTo, only } = {}) {
      const view = viewOf(conversation);
      if (only !== 'operator') voice.toCitizen(conversation.id, 'conversation:changed', view);
      if (only === 'citizen') return;
      for (const id of operatorsOf(conversation, alsoTo)) voice.toOperator(id, 'conversation:changed', view);
    },
    pass(conversation, message, { except, alsoTo } = {}) {
      // Most senders are alone on their side: preparing a packet for nobody costs as much as for somebody.
      if (citizens.isElsewhere(conversation.id, except)) {
        voice.toCitizen(conversation.id, 'message:new', message, except);
      }
      for (const id of operatorsOf(conversation, alsoTo)) {
        if (operators.isElsewhere(id, except)) voice.toOperator(id, 'message:new', message, except);
      }
    },
    deskChanged: () => broadcast.request(),
    close: () => broadcast.close(),
  };
}
