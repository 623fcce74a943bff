import { service as services, type ConversationState } from '../../protocol/conversation.ts';
import type { Message, Side } from '../../protocol/message.ts';
import type { CallDesk } from '../call/call-desk.ts';
import type { Attendance } from './attendance.ts';
import type { Book } from './book.ts';
import { operatorOf, type Conversation } from './conversation-model.ts';
import { isAsked, type DeskViews } from './desk-views.ts';
import type { Listeners } from './listeners.ts';
import type { Roster } from './roster.ts';
import { conversationView } from './views.ts';
import type { Voice } from './voice.ts';
import type { Place, Standing, WaitingLine } from './waiting-line.ts';
import type { WaitingRoom } from './waiting-room.ts';

/** Sends each one what they may see of what is true now. */
export interface Announcer {
  viewOf(conversation: Conversation): ConversationState;
  /** Sends the state to the citizen and to whoever has, had or reads the conversation; or to one side only. */
  tell(conversation: Conversation, options?: { alsoTo?: string | undefined; only?: Side }): void;
  /** Sends a message to the same, and to whoever is asked about it, except the connection that has it as its acknowledgement. */
  pass(
    conversation: Conversation,
    message: Message,
    options?: { except?: string | undefined; alsoTo?: string | undefined },
  ): void;
  /** Every waiting citizen who has to be told something else than before. @returns all who wait */
  tellWaiting(): Standing[];
  tellDesks(): void;
}

export interface AnnouncerParts {
  book: Book;
  line: WaitingLine;
  room: WaitingRoom;
  roster: Roster;
  citizens: Attendance;
  operators: Attendance;
  listeners: Listeners;
  calls: Pick<CallDesk, 'stateOf'>;
  desks: () => DeskViews;
  voice: Voice;
}

export function createAnnouncer(parts: AnnouncerParts): Announcer {
  const { book, line, room, roster, citizens, operators, listeners, calls, desks, voice } = parts;
  let told = new Map<string, string>();

  function viewOf(conversation: Conversation, place?: Place): ConversationState {
    return conversationView(conversation, {
      citizenConnected: citizens.isHere(conversation.id),
      operatorConnected: operators.isHere,
      waiting: () => room.phaseOf(conversation, place ?? line.placeOf(conversation)),
      call: calls.stateOf(conversation.id),
    });
  }

  function operatorsOf(conversation: Conversation, alsoTo?: string): Set<string> {
    const those = [operatorOf(conversation)?.id, alsoTo, ...listeners.of(conversation.id)];
    return new Set(those.filter((id) => id !== undefined));
  }

  /** Colleagues who are asked about it read it as it grows. */
  function askedAbout({ consultation }: Conversation): string[] {
    if (!consultation) return [];
    return [...roster.values()].filter((member) => isAsked(consultation, member)).map(({ id }) => id);
  }

  /** Those in line with their places, and behind them those who only wait to leave a message. */
  function allWaiting(): Standing[] {
    const standing = services.options.flatMap((service) => line.standing(service));
    const inLine = new Set(standing.map(({ conversation }) => conversation.id));
    const others = book.waiting().filter(({ id }) => !inLine.has(id));
    return [...standing, ...others.map((conversation) => ({ conversation, place: line.placeOf(conversation) }))];
  }

  return {
    viewOf: (conversation) => viewOf(conversation),
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
      for (const id of new Set([...operatorsOf(conversation, alsoTo), ...askedAbout(conversation)])) {
        if (operators.isElsewhere(id, except)) voice.toOperator(id, 'message:new', message, except);
      }
    },
    tellWaiting() {
      const waiting = allWaiting();
      const now = new Map<string, string>();
      for (const { conversation, place } of waiting) {
        const phase = JSON.stringify(room.phaseOf(conversation, place));
        now.set(conversation.id, phase);
        if (told.get(conversation.id) === phase) continue;
        voice.toCitizen(conversation.id, 'conversation:changed', viewOf(conversation, place));
      }
      told = now;
      return waiting;
    },
    tellDesks() {
      const deskOf = desks().now();
      for (const id of roster.keys()) {
        const desk = operators.isHere(id) ? deskOf(id) : null;
        if (desk) voice.toOperator(id, 'desk:changed', desk);
      }
    },
  };
}
