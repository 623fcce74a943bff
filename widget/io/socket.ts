import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION, type Code } from '../../protocol/codes.ts';
import type { NAMESPACES } from '../../protocol/events.ts';
import type { CitizenWire, Connection, NoAnswer, OperatorWire } from '../core/wire.ts';

/** How long a request may take before it counts as unanswered. */
const ANSWER_TIMEOUT_MS = 10_000;
/** After a refusal that passes by itself (the server is starting, too many connections). */
const RETRY_REFUSED_MS = 3_000;

type Namespace = (typeof NAMESPACES)[keyof typeof NAMESPACES];

export interface WireOptions {
  /** The server's base address, with the path it lives under if it is not the root. */
  url: string | URL;
  namespace: Namespace;
}

/** The wire on Socket.IO: connects at once, and again after every break until it is closed. */
export function createWire(options: WireOptions & { namespace: '/citizen' }): CitizenWire;
export function createWire(options: WireOptions & { namespace: '/operator' }): OperatorWire;
export function createWire({ url, namespace }: WireOptions): object {
  const base = new URL(url);
  const socket: Socket = io(base.origin + namespace, {
    path: `${base.pathname.replace(/\/$/, '')}/socket.io`,
    auth: { protocol: PROTOCOL_VERSION },
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    // An operator is known by a cookie; a citizen has none and needs none.
    withCredentials: namespace === '/operator',
    // A page may hold more than one wire to the same server; each must close by itself.
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  });
  const listeners = new Set<(connection: Connection) => void>();
  let connection: Connection = { name: 'connecting' };
  let retry: ReturnType<typeof setTimeout> | undefined;

  function move(next: Connection): void {
    if (connection.name === 'closed') return;
    connection = next;
    for (const listener of listeners) listener(next);
  }

  function lost(): Connection {
    return { name: navigator.onLine ? 'lost' : 'offline' };
  }

  function reconnectSoon(): void {
    clearTimeout(retry);
    retry = setTimeout(() => socket.connect(), RETRY_REFUSED_MS);
  }

  /** The network is back or the page is looked at again: do not sit out the rest of the pause. */
  function hurry(): void {
    if (document.visibilityState === 'hidden' || connection.name === 'refused' || socket.connected) return;
    socket.disconnect().connect();
  }

  function note(): void {
    if (!socket.connected && connection.name !== 'refused') move(lost());
  }

  socket.on('connect', () => move({ name: 'connected' }));
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    move(lost());
    // Socket.IO does not come back by itself after the server closed the connection on purpose.
    if (!socket.active) reconnectSoon();
  });
  socket.on('connect_error', (error) => {
    const code = refusalOf(error);
    if (code && !passesByItself(code)) return move({ name: 'refused', code });
    move(lost());
    if (!socket.active) reconnectSoon();
  });
  addEventListener('online', hurry);
  addEventListener('offline', note);
  document.addEventListener('visibilitychange', hurry);

  return {
    get connection() {
      return connection;
    },
    async request(event: string, payload: object): Promise<object> {
      const silence: NoAnswer = { ok: false, code: 'no-answer' };
      if (!socket.connected) return silence;
      try {
        const answer: unknown = await socket.timeout(ANSWER_TIMEOUT_MS).emitWithAck(event, payload);
        return typeof answer === 'object' && answer !== null ? answer : silence;
      } catch {
        return silence;
      }
    },
    on(event: string, listener: (value: unknown) => void) {
      socket.on(event, listener);
      return () => socket.off(event, listener);
    },
    onConnection(listener: (connection: Connection) => void) {
      const entry = (next: Connection): void => listener(next);
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    close() {
      clearTimeout(retry);
      removeEventListener('online', hurry);
      removeEventListener('offline', note);
      document.removeEventListener('visibilitychange', hurry);
      socket.disconnect();
      move({ name: 'closed' });
      listeners.clear();
    },
  };
}

/** The server refuses a handshake with an error whose `data` carries one of the protocol's codes. */
function refusalOf(error: Error & { data?: { code?: Code } }): Code | undefined {
  return error.data?.code;
}

function passesByItself(code: Code): boolean {
  return code === 'unavailable' || code === 'too-many' || code === 'internal';
}
