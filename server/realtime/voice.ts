import type { Namespace } from 'socket.io';
import type { Voice } from '../chat/voice.ts';

/** The rooms in which somebody's connections hear what is theirs. */
export const roomOf = {
  conversation: (id: string): string => `conversation:${id}`,
  operator: (id: string): string => `operator:${id}`,
};

/** Everyone of a room, except one connection. */
export function createVoice(citizens: Namespace, operators: Namespace): Voice {
  function send(namespace: Namespace, room: string, event: string, payload: unknown, except?: string): void {
    const audience = namespace.to(room);
    (except === undefined ? audience : audience.except(except)).emit(event, payload);
  }

  return {
    toCitizen: (id, event, payload, except) => send(citizens, roomOf.conversation(id), event, payload, except),
    toOperator: (id, event, payload, except) => send(operators, roomOf.operator(id), event, payload, except),
  };
}
