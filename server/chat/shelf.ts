import { deskOf, isWaiting, type Conversation } from './conversation-model.ts';

/** The conversations in memory, found without looking at all of them: who waits, and what each operator has. */
export interface Shelf {
  get(id: string): Conversation | undefined;
  all(): Iterable<Conversation>;
  waiting(): Conversation[];
  onDeskOf(operatorId: string): Conversation[];
  /** Those about which somebody is being asked. */
  consulting(): Conversation[];
  /** Adds it, or puts it in the place of what it was before. */
  put(conversation: Conversation): void;
  remove(id: string): void;
}

export function createShelf(): Shelf {
  const conversations = new Map<string, Conversation>();
  const waiting = new Set<string>();
  const consulting = new Set<string>();
  const desks = new Map<string, Set<string>>();

  function those(ids: Iterable<string>): Conversation[] {
    return [...ids].flatMap((id) => conversations.get(id) ?? []);
  }

  /** Where it stands already it keeps its place. */
  function move(id: string, from: string | null, to: string | null): void {
    if (from === to) return;
    const left = from === null ? undefined : desks.get(from);
    left?.delete(id);
    if (from !== null && left?.size === 0) desks.delete(from);
    if (to !== null) desks.set(to, (desks.get(to) ?? new Set()).add(id));
  }

  function label(id: string, conversation: Conversation | undefined): void {
    const before = conversations.get(id);
    mark(waiting, id, conversation !== undefined && isWaiting(conversation));
    mark(consulting, id, Boolean(conversation?.consultation));
    move(id, before ? deskOf(before) : null, conversation ? deskOf(conversation) : null);
  }

  return {
    get: (id) => conversations.get(id),
    all: () => conversations.values(),
    waiting: () => those(waiting),
    onDeskOf: (operatorId) => those(desks.get(operatorId) ?? []),
    consulting: () => those(consulting),
    put(conversation) {
      label(conversation.id, conversation);
      conversations.set(conversation.id, conversation);
    },
    remove(id) {
      label(id, undefined);
      conversations.delete(id);
    },
  };
}

function mark(marked: Set<string>, id: string, is: boolean): void {
  if (is) marked.add(id);
  else marked.delete(id);
}
