import { createMessageDesk, type MessageDesk } from './core/message-desk.ts';
import { browserClock, newId, openDrawer } from './io/browser.ts';
import { postMessage } from './io/messages.ts';

/** The message a citizen leaves, kept in this tab while it is written. */
export function composeMessages(server: URL): MessageDesk {
  const desk = createMessageDesk({
    post: (message) => postMessage(server, message),
    clock: browserClock,
    newId,
    own: openDrawer('sessionStorage'),
  });
  addEventListener('online', desk.hurry);
  return {
    ...desk,
    get value() {
      return desk.value;
    },
    close() {
      removeEventListener('online', desk.hurry);
      desk.close();
    },
  };
}
