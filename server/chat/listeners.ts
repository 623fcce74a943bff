/** Supervisors who read along, by conversation. In memory, and only as long as they are connected. */
export interface Listeners {
  add(conversationId: string, operatorId: string, connectionId: string): void;
  /** With all their connections. */
  remove(conversationId: string, operatorId: string): boolean;
  /** @returns whether that ended any listening */
  connectionGone(connectionId: string): boolean;
  /** Nobody listens to what is over. */
  ended(conversationId: string): void;
  of(conversationId: string): string[];
}

export function createListeners(): Listeners {
  /** Conversation -> connection -> operator. */
  const listening = new Map<string, Map<string, string>>();

  function drop(conversationId: string, connectionId: string): boolean {
    const connections = listening.get(conversationId);
    const dropped = connections?.delete(connectionId) ?? false;
    if (connections?.size === 0) listening.delete(conversationId);
    return dropped;
  }

  return {
    add(conversationId, operatorId, connectionId) {
      const connections = listening.get(conversationId) ?? new Map<string, string>();
      listening.set(conversationId, connections.set(connectionId, operatorId));
    },
    remove(conversationId, operatorId) {
      const theirs = [...(listening.get(conversationId) ?? [])].filter(([, id]) => id === operatorId);
      return theirs.map(([connectionId]) => drop(conversationId, connectionId)).includes(true);
    },
    connectionGone: (connectionId) => [...listening.keys()].map((id) => drop(id, connectionId)).includes(true),
    ended: (conversationId) => void listening.delete(conversationId),
    of: (conversationId) => [...new Set(listening.get(conversationId)?.values() ?? [])],
  };
}
