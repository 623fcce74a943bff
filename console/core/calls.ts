import type { ConversationState } from '../../protocol/conversation.ts';
import type { CallClient } from '../../widget/core/call-client.ts';
import { createObservable, type Observable, type Unsubscribe } from '../../widget/core/observable.ts';
import type { Drawer } from '../../widget/core/storage.ts';

/**
 * The calls of my conversations. A call is entered by a deliberate step only (accepting a citizen who waits for a call,
 * or the button): an operator's camera never goes on because somebody else asked. After a reload of this very tab the
 * same call is entered again by itself.
 */
export interface Calls<Track> extends Observable<ReadonlyMap<string, CallClient<Track>>> {
  /** Keeps up with what the server says of a conversation. */
  follow(state: ConversationState): void;
  /** Goes into the call of this conversation, now or as soon as there is one. */
  enter(conversationId: string): void;
  /** The conversation is no longer ours. */
  drop(conversationId: string): void;
  /** Idempotent. */
  close(): void;
}

export interface CallsOptions<Track> {
  create(): CallClient<Track>;
  /** Lives as long as the tab. */
  drawer: Drawer;
}

const ENTERED = 'call';

export function createCalls<Track>({ create, drawer }: CallsOptions<Track>): Calls<Track> {
  const clients = new Map<string, CallClient<Track>>();
  const releases = new Map<string, Unsubscribe>();
  const states = new Map<string, ConversationState>();
  /** Conversations whose call may be entered as soon as it is there. */
  const wanted = new Set<string>();
  const list = createObservable<ReadonlyMap<string, CallClient<Track>>>(new Map());
  const publish = (): void => list.set(new Map(clients));

  function open(id: string): CallClient<Track> {
    const client = create();
    clients.set(id, client);
    releases.set(id, client.subscribe(publish));
    return client;
  }

  function shut(id: string): void {
    releases.get(id)?.();
    clients.get(id)?.close();
    releases.delete(id);
    if (clients.delete(id)) publish();
  }

  function follow(state: ConversationState): void {
    states.set(state.id, state);
    const { call } = state;
    if (call === null) return shut(state.id);
    if (!clients.has(state.id) && !wanted.has(state.id) && drawer.get(ENTERED) !== call.id) return;
    wanted.delete(state.id);
    drawer.set(ENTERED, call.id);
    (clients.get(state.id) ?? open(state.id)).follow(state);
    publish();
  }

  return {
    get value() {
      return list.value;
    },
    subscribe: (listener) => list.subscribe(listener),
    follow,
    enter(conversationId) {
      wanted.add(conversationId);
      const state = states.get(conversationId);
      if (state) follow(state);
    },
    drop(conversationId) {
      states.delete(conversationId);
      wanted.delete(conversationId);
      shut(conversationId);
    },
    close() {
      for (const id of clients.keys()) shut(id);
    },
  };
}
