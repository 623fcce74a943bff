import type { Conversation } from '../../widget/core/conversation.ts';
import { createObservable, type Observable } from '../../widget/core/observable.ts';
import { readList, writeList, type Drawer } from '../../widget/core/storage.ts';
import { citizenOf, type Citizen } from './notices.ts';

/** What was written to a citizen who went to somebody else before it could leave. */
export interface Leftover extends Citizen {
  /** As written, the draft last. */
  texts: string[];
}

/** Words that cannot be sent any more. They are kept through a reload until their writer takes them away. */
export interface Leftovers extends Observable<readonly Leftover[]> {
  /** Keeps what has not left of a conversation that is ours no longer; nothing when all has. */
  keep(conversation: Conversation): void;
  drop(conversationId: string): void;
  /** Forgets them all: whoever sits here next must find nothing. */
  clear(): void;
}

const KEY = 'leftovers';

export function createLeftovers(drawer: Drawer): Leftovers {
  const list = createObservable<readonly Leftover[]>(readList<Leftover>(drawer, KEY));

  function put(next: readonly Leftover[]): void {
    writeList(drawer, KEY, next);
    list.set(next);
  }

  const without = (id: string): Leftover[] => list.value.filter(({ conversationId }) => conversationId !== id);

  return {
    get value() {
      return list.value;
    },
    subscribe: (listener) => list.subscribe(listener),
    keep({ id, value, draft }) {
      const texts = [...value.outbox.map(({ text }) => text), draft.trim()].filter((text) => text !== '');
      const before = list.value.find(({ conversationId }) => conversationId === id)?.texts ?? [];
      if (texts.length > 0) put([...without(id), { ...citizenOf(value.state), texts: [...before, ...texts] }]);
    },
    drop: (id) => put(without(id)),
    clear: () => put([]),
  };
}
