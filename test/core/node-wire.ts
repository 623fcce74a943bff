import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION } from '../../protocol/codes.ts';
import type { CitizenWire, Connection } from '../../widget/core/wire.ts';

/** A citizen's wire where there is no browser, over a real socket, with a hand on the plug. */
export interface NodeWire extends CitizenWire {
  /** The line breaks without a word, and comes back only with `plug`. */
  unplug(): void;
  plug(): void;
}

export function createNodeWire(url: string): NodeWire {
  const socket: Socket = io(`${url}/citizen`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION },
  });
  const listeners = new Set<(connection: Connection) => void>();
  let connection: Connection = { name: 'connecting' };

  function move(next: Connection): void {
    connection = next;
    for (const listener of listeners) listener(next);
  }

  socket.on('connect', () => move({ name: 'connected' }));
  socket.on('disconnect', () => move({ name: 'lost' }));

  const wire = {
    get connection() {
      return connection;
    },
    async request(event: string, payload: object): Promise<object> {
      if (!socket.connected) return { ok: false, code: 'no-answer' };
      try {
        return (await socket.timeout(5_000).emitWithAck(event, payload)) as object;
      } catch {
        return { ok: false, code: 'no-answer' };
      }
    },
    on(event: string, listener: (value: unknown) => void) {
      socket.on(event, listener);
      return () => socket.off(event, listener);
    },
    onConnection(listener: (connection: Connection) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    unplug: () => void socket.io.engine.close(),
    plug: () => void socket.connect(),
    close() {
      socket.disconnect();
      move({ name: 'closed' });
      listeners.clear();
    },
  };
  return wire as unknown as NodeWire;
}
