import { receiptOf } from '../callbacks/receipt.ts';
import { createAnnouncer } from './announcer.ts';
import type { Attendance } from './attendance.ts';
import { createBook } from './book.ts';
import type { ChatDeskOptions } from './chat-desk.ts';
import type { Conversation } from './conversation-model.ts';
import { createDeskViews, type DeskViews } from './desk-views.ts';
import { createEarlierContacts } from './earlier-contacts.ts';
import type { Floor } from './floor.ts';
import { createListeners } from './listeners.ts';
import { createOfferRunner } from './offer-runner.ts';
import { createPeople, type Roster } from './roster.ts';
import { createTargets } from './targets.ts';
import { createWaitingLine } from './waiting-line.ts';
import { createWaitingRoom } from './waiting-room.ts';

export interface FloorOptions extends ChatDeskOptions {
  citizens: Attendance;
  operators: Attendance;
  deskChanged: () => void;
}

/** Puts the desk's parts together. None of them acts by itself. */
export function setUpFloor(options: FloorOptions): Floor {
  const { store, calls, config, settings, now, operators, deskChanged } = options;
  const book = createBook({ store, rules: config, receiptOf: (callback) => receiptOf(callback, options.post) });
  const roster: Roster = new Map();
  const people = createPeople();
  const accepting: Floor['accepting'] = new Map();
  const listeners = createListeners();
  const targets = createTargets({ settings, roster, people, operators });
  const room = createWaitingRoom({ settings, roster, targets, config, now });
  const line = createWaitingLine({ waiting: book.waiting, sentHome: room.sentHome, now });
  const offers = createOfferRunner({ book, calls, accepting, line, roster, operators, settings, now });
  const earlier = createEarlierContacts({ store, people, onKnown: deskChanged, log: options.log });
  const shared = { ...options, book, line, room, roster, people, targets, accepting, offers, listeners };
  const announcer = createAnnouncer({ ...shared, desks: () => desks });
  const desks: DeskViews = createDeskViews({
    callbackCounts: options.board.counts,
    ...shared,
    earlier,
    viewOf: (conversation: Conversation) => announcer.viewOf(conversation),
  });

  return {
    ...shared,
    announcer,
    desks,
    forget(id) {
      earlier.forget(id);
      listeners.ended(id);
      book.forget(id);
    },
  };
}
