import type { Clock } from '../../widget/core/clock.ts';
import type { Drawer } from '../../widget/core/storage.ts';
import type { OperatorWire } from '../../widget/core/wire.ts';
import { createCallbacks, type Callbacks } from './callbacks.ts';
import { createContactDesk, type ContactDesk } from './contact-desk.ts';
import type { Reminder } from './due.ts';
import { createListening, type Listening } from './listening.ts';
import { startReminding } from './reminding.ts';

/** What the pages beside the desk stand on. It goes on while none of them is on screen. */
export interface DeskPages {
  readonly callbacks: Callbacks;
  readonly contacts: ContactDesk;
  /** Begins to read along; whoever begins ends it. */
  listen(conversationId: string): Listening;
  /** Idempotent. */
  close(): void;
}

export interface DeskPagesOptions {
  wire: OperatorWire;
  clock: Clock;
  drawer: Drawer;
  newId: () => string;
  /** My id. */
  me: string;
  remind(reminder: Reminder): void;
  onSessionEnded(): void;
}

export function createDeskPages(options: DeskPagesOptions): DeskPages {
  const { wire, clock } = options;
  const callbacks = createCallbacks(options);
  const contacts = createContactDesk({ ...options, now: () => clock.now() });
  const stop = startReminding({ ...options, callbacks, tell: options.remind });
  return {
    callbacks,
    contacts,
    listen: (conversationId) => createListening(wire, conversationId),
    close() {
      stop();
      callbacks.close();
      contacts.close();
    },
  };
}
