import type { ConversationView } from '../../protocol/conversation.ts';
import type { Side } from '../../protocol/message.ts';
import type { Clock } from './clock.ts';
import type { ConversationModel } from './conversation-state.ts';
import type { Observable } from './observable.ts';
import type { Drawer } from './storage.ts';
import type { Answer, ConversationWire } from './wire.ts';

export interface ConversationOptions {
  wire: ConversationWire;
  me: Side;
  /** What start, resume or accept was answered with. */
  view: ConversationView;
  clock: Clock;
  /** A new identifier that fits the protocol's `id`. */
  newId: () => string;
  /** Keeps the draft and what is not yet sent through a reload. */
  drawer: Drawer;
  /**
   * How to come back after a gap. By default `conversation:sync`; a citizen's new connection first has to show its
   * token, an operator's has to enter the desk.
   */
  catchUp?: (lastSeq: number) => Promise<Answer<ConversationView>>;
}

/** One conversation as one side sees it, kept whole over a line that breaks. Used by the widget and by the console. */
export interface Conversation extends Observable<ConversationModel> {
  readonly id: string;
  /** What is typed and not sent. Kept through a reload. */
  draft: string;
  /** Shown at once as pending, sent in order, again after every break, until the server has it. Blank text is nothing. */
  send(text: string): void;
  /** Tries a refused text again. */
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Call at every keystroke with true; it falls back to false by itself, and when a message goes out. */
  setTyping(typing: boolean): void;
  /** The person is looking at everything that has arrived. */
  see(): void;
  /** Fetches what may have been missed: after a sleep, when a tab comes to the front. */
  refresh(): Promise<void>;
  /** Lets go of timers and listeners; the wire belongs to whoever made it. Idempotent. */
  close(): void;
}

export function createConversation(options: ConversationOptions): Conversation {
  throw new Error(`not yet: ${options.me}`);
}

export type { ConversationModel };
