import type { ConversationState, ConversationView } from '../../protocol/conversation.ts';
import { unreadCount } from '../../widget/core/conversation-state.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import { createObservable, type Observable, type Unsubscribe } from '../../widget/core/observable.ts';

/** The clients of the conversations on this desk. The value changes identity whenever any of them changes. */
export interface Mine extends Observable<ReadonlyMap<string, Conversation>> {
  get(conversationId: string | null): Conversation | undefined;
  /** The one just accepted, with its messages. */
  add(view: ConversationView): void;
  /** Opens those that have no client yet and closes those that are no longer ours. */
  keep(order: readonly string[], states: readonly ConversationState[]): void;
  close(): void;
}

export interface MineOptions {
  open(view: ConversationView): Conversation;
  /** A conversation is new here, or has moved. */
  onChange(client: Conversation): void;
  /** A conversation is no longer ours; its client is closed, and can still be read. */
  onGone(client: Conversation): void;
}

export function createMine({ open, onChange, onGone }: MineOptions): Mine {
  const clients = new Map<string, Conversation>();
  const releases = new Map<string, Unsubscribe>();
  const list = createObservable<ReadonlyMap<string, Conversation>>(new Map());

  function changed(client: Conversation): void {
    list.set(new Map(clients));
    onChange(client);
  }

  function add(view: ConversationView): Conversation {
    const { id } = view.conversation;
    const known = clients.get(id);
    if (known !== undefined) return known;
    const client = open(view);
    clients.set(id, client);
    releases.set(
      id,
      client.subscribe(() => changed(client)),
    );
    changed(client);
    return client;
  }

  function remove(id: string): void {
    const client = clients.get(id);
    releases.get(id)?.();
    client?.close();
    releases.delete(id);
    clients.delete(id);
    list.set(new Map(clients));
    if (client) onGone(client);
  }

  return {
    get value() {
      return list.value;
    },
    subscribe: (listener) => list.subscribe(listener),
    get: (id) => (id === null ? undefined : clients.get(id)),
    add,
    keep(order, states) {
      for (const id of [...clients.keys()].filter((candidate) => !order.includes(candidate))) remove(id);
      for (const conversation of states.filter(({ id }) => !clients.has(id))) {
        // The desk tells the state only: what was said before comes with the first refresh.
        void add({ conversation, messages: [] }).refresh();
      }
    },
    close() {
      for (const id of clients.keys()) remove(id);
    },
  };
}

/** Messages I have not seen, over all conversations. */
export function totalUnread(mine: ReadonlyMap<string, Conversation>): number {
  return [...mine.values()].reduce((sum, { value }) => sum + unreadCount(value), 0);
}
