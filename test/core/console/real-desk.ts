import { io, type Socket } from 'socket.io-client';
import { createMemoryDrawer, type Drawer } from '../../../widget/core/storage.ts';
import { createConversation } from '../../../widget/core/conversation.ts';
import type { Connection, OperatorWire } from '../../../widget/core/wire.ts';
import { PROTOCOL_VERSION, type Code } from '../../../protocol/codes.ts';
import type { Account } from '../../../protocol/account.ts';
import { createCaseNotes } from '../../../console/core/case-notes.ts';
import { createCalls } from '../../../console/core/calls.ts';
import { createDesk, type Desk } from '../../../console/core/desk.ts';
import { createLastingWire, type LastingWire } from '../../../console/core/lasting-wire.ts';
import { createLeftovers } from '../../../console/core/leftovers.ts';
import { createSideTalk, sideKeys } from '../../../console/core/side-talk.ts';
import type { Notice } from '../../../console/core/notices.ts';
import { cookieOf, PASSWORD, type TestDesk } from '../../server/realtime/harness.ts';

const clock = {
  now: () => Date.now(),
  after(ms: number, run: () => void) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** An operator's desk as the console has it, on a real connection to a real server. */
export interface RealDesk {
  desk: Desk<object>;
  wire: LastingWire;
  drawer: Drawer;
  notices: Notice[];
  /** How often the session was found to have ended. */
  ended(): number;
  /** Cuts the connection, as a dead network does; it comes back only with `mend`. */
  cut(): void;
  mend(): void;
  /** Another session in the place of the one that ended. */
  signInAgain(): Promise<void>;
  signOut(): Promise<void>;
}

export async function openDesk(server: TestDesk, username: string): Promise<RealDesk> {
  const signIn = async (): Promise<string> => cookieOf(await server.signIn(username, PASSWORD));
  let cookie = await signIn();
  const { account: me } = (await (await fetch(`${server.url}/api/session`, { headers: { cookie } })).json()) as {
    account: Account;
  };
  let socket: Socket | undefined;
  let ended = 0;
  const notices: Notice[] = [];
  const drawer = createMemoryDrawer();
  const wire = createLastingWire(() => {
    socket = connect(server.url, cookie);
    return wireOn(socket);
  });
  const desk = createDesk<object>({
    wire,
    clock,
    calls: createCalls<object>({ create: () => Promise.reject(new Error('no calls here')) as never, drawer }),
    leftovers: createLeftovers(drawer),
    notes: createCaseNotes({ wire, clock, drawer }),
    openSideTalk: (consultation, fetchView) =>
      createSideTalk({ consultation, me, wire, clock, newId: () => crypto.randomUUID(), drawer, fetchView }),
    forgetSideTalk: ({ id }) => Object.values(sideKeys(id)).forEach((key) => drawer.remove(key)),
    selected: null,
    openConversation: (view, catchUp) =>
      createConversation({
        wire,
        me: 'operator',
        view,
        clock,
        newId: () => crypto.randomUUID(),
        drawer,
        catchUp: (lastSeq) => catchUp(view.conversation.id, lastSeq),
      }),
    forget(id) {
      drawer.remove(`draft:${id}`);
      drawer.remove(`outbox:${id}`);
    },
    onNotice: (notice) => notices.push(notice),
    onSessionEnded: () => (ended += 1),
  });
  await until('the desk is there', () => desk.value.desk !== null);
  return {
    desk,
    wire,
    drawer,
    notices,
    ended: () => ended,
    cut: () => socket?.io.engine.close(),
    mend: () => socket?.connect(),
    async signInAgain() {
      cookie = await signIn();
      wire.renew();
    },
    async signOut() {
      await fetch(`${server.url}/api/session`, { method: 'DELETE', headers: { cookie } });
    },
  };
}

export async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`did not happen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function connect(url: string, cookie: string): Socket {
  return io(`${url}/operator`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { cookie },
  });
}

/** The wire's port on a socket of this process. */
function wireOn(socket: Socket): OperatorWire {
  let connection: Connection = { name: 'connecting' };
  const listeners = new Set<(connection: Connection) => void>();
  const move = (next: Connection): void => {
    connection = next;
    for (const listener of listeners) listener(next);
  };
  socket.on('connect', () => move({ name: 'connected' }));
  socket.on('disconnect', () => move({ name: 'lost' }));
  socket.on('connect_error', (error: Error & { data?: { code?: Code } }) => {
    move(error.data?.code ? { name: 'refused', code: error.data.code } : { name: 'lost' });
  });
  return {
    get connection() {
      return connection;
    },
    async request(event: string, payload: object) {
      if (!socket.connected) return { ok: false, code: 'no-answer' };
      const silence = { ok: false, code: 'no-answer' } as const;
      return (await socket
        .timeout(5_000)
        .emitWithAck(event, payload)
        .catch(() => silence)) as never;
    },
    on(event: string, listener: (...values: never[]) => void) {
      const heard = (...values: unknown[]): void => listener(...(values as never[]));
      socket.on(event, heard);
      return () => socket.off(event, heard);
    },
    onConnection(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => void socket.disconnect(),
  };
}
