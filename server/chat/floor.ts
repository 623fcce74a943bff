import type { Logger } from 'pino';
import type { Refusal } from '../../protocol/codes.ts';
import type { CallDesk } from '../call/call-desk.ts';
import type { CallbackBoard } from '../callbacks/callback-board.ts';
import type { DeskConfig } from '../config.ts';
import type { DeskSettings } from '../desk/settings.ts';
import type { Post } from '../mail/post.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actors.ts';
import type { Announcer } from './announcer.ts';
import type { Attendance } from './attendance.ts';
import type { Book } from './book.ts';
import { operatorOf, type Conversation } from './conversation-model.ts';
import type { DeskViews } from './desk-views.ts';
import type { Listeners } from './listeners.ts';
import type { Accepting } from './load.ts';
import type { OfferRunner } from './offer-runner.ts';
import type { People, Roster } from './roster.ts';
import type { Targets } from './targets.ts';
import type { Voice } from './voice.ts';
import type { WaitingLine } from './waiting-line.ts';
import type { WaitingRoom } from './waiting-room.ts';

/** What is going on at the desk, shared by everything that acts on it. */
export interface Floor {
  store: Store;
  book: Book;
  line: WaitingLine;
  /** The operators who have entered the desk. */
  roster: Roster;
  people: People;
  targets: Targets;
  citizens: Attendance;
  operators: Attendance;
  calls: CallDesk;
  accepting: Accepting;
  offers: OfferRunner;
  room: WaitingRoom;
  listeners: Listeners;
  voice: Voice;
  announcer: Announcer;
  desks: DeskViews;
  /** Soon, and once for many changes: offers, every operator's desk, and every waiting citizen who is told otherwise. */
  deskChanged: () => void;
  /** Lets go of one that is over. */
  forget: (conversationId: string) => void;
  post: Post;
  board: Pick<CallbackBoard, 'counts' | 'changed'>;
  publicUrl: () => string;
  config: DeskConfig;
  /** As they are now: asked for anew each time. */
  settings: () => DeskSettings;
  now: () => number;
  log: Logger;
}

/** The conversation, if the one who asks belongs to it. */
export function belonging(floor: Floor, actor: Actor, id: string): { ok: true; conversation: Conversation } | Refusal {
  const conversation = floor.book.get(id);
  if (actor.side === 'citizen') {
    // Nobody learns from the answer whether somebody else's conversation exists.
    if (actor.conversationId === null) return { ok: false, code: 'no-conversation' };
    if (actor.conversationId !== id) return { ok: false, code: 'forbidden' };
    return conversation ? { ok: true, conversation } : { ok: false, code: 'no-conversation' };
  }
  if (!conversation) return { ok: false, code: 'not-found' };
  if (operatorOf(conversation)?.id !== actor.account.id) return { ok: false, code: 'forbidden' };
  return { ok: true, conversation };
}
