import type { Server as HttpServer } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import { Server, type Namespace, type Socket } from 'socket.io';
import { hasDesk } from '../../protocol/account.ts';
import { PROTOCOL_VERSION, type Code } from '../../protocol/codes.ts';
import { citizenRequests, NAMESPACES, operatorRequests } from '../../protocol/events.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { CallbackActions } from '../callbacks/callback-actions.ts';
import type { Citizen, Operator } from '../chat/actors.ts';
import type { ChatDesk } from '../chat/chat-desk.ts';
import type { Voice } from '../chat/voice.ts';
import { addressOf } from '../http/address.ts';
import type { Origins } from '../http/origins.ts';
import { secretIn } from '../identity/session-cookie.ts';
import type { Sessions } from '../identity/sessions.ts';
import type { MailTranscript } from '../mail/transcripts.ts';
import { bind } from './bind.ts';
import { createBudgets } from './budget.ts';
import { citizenHandlers } from './citizen-events.ts';
import type { Limits } from './limits.ts';
import { operatorHandlers } from './operator-events.ts';
import { createVoice, roomOf } from './voice.ts';

/** The sockets: who may connect, and to what. */
export interface Gateway {
  voice: Voice;
  /** Connections are let in from now on; before, they are told to come back. */
  open(desks: Desks): void;
  /** The session's connections are closed. */
  dropSession(secret: string): void;
  /** Looks at every operator's session now: those that are over are closed, accounts that are others are taken over. */
  recheckSessions(): Promise<void>;
  /** Closes every connection and the HTTP server below. Idempotent. */
  close(): Promise<void>;
}

/** What everything that comes in is for. */
export interface Desks {
  chat: ChatDesk;
  callbacks: CallbackActions;
  mailTranscript: MailTranscript;
}

export interface GatewayOptions {
  http: HttpServer;
  sessions: Sessions;
  origins: Origins;
  limits: Limits;
  trustedProxies: number;
  /** How often the sessions of connected operators are looked at again. */
  sessionCheckMs: number;
  log: Logger;
}

/** Above the limit of an event, so that one that is too large gets its code and not a cut line. */
const FRAME_BYTES = 4 * LIMITS.eventBytes;
/** A dead connection is noticed within 20 s: nobody is at the desk who is not. */
const PING = { pingInterval: 10_000, pingTimeout: 10_000 };

export function createGateway(options: GatewayOptions): Gateway {
  const { http, sessions, origins, limits, trustedProxies, sessionCheckMs, log } = options;
  const io = new Server(http, {
    ...PING,
    maxHttpBufferSize: FRAME_BYTES,
    serveClient: false,
    cors: { origin: (origin, done) => done(null, origin !== undefined && origins.mayEmbed(origin)) },
    allowRequest: (request, done) => done(null, origins.allows(request)),
  });
  const citizens: Namespace = io.of(NAMESPACES.citizen);
  const operators: Namespace = io.of(NAMESPACES.operator);
  const starts = createBudgets(limits.starts);
  let desks: Desks | null = null;
  let closing: Promise<void> | undefined;

  const refuseAll = (): Code | null => (closing ? 'unavailable' : null);
  const bindOptions = { rate: limits.events, refuseAll, log };

  for (const namespace of [citizens, operators]) {
    namespace.use((socket, next) => {
      if (!desks || closing) return next(refusal('unavailable'));
      next(speaksOurVersion(socket) ? undefined : refusal('version-mismatch'));
    });
  }

  /** @returns a code, or null when the socket has its account */
  async function identify(socket: Socket): Promise<Code | null> {
    const secret = secretIn(socket.request.headers.cookie);
    if (!origins.isOwn(socket.request) || secret === undefined) return 'not-signed-in';
    try {
      const account = await sessions.accountOf(secret);
      if (!account) return 'not-signed-in';
      if (!hasDesk(account)) return 'forbidden';
      const operator: Operator = { side: 'operator', connectionId: socket.id, account };
      socket.data = { operator, secret } satisfies SignedIn;
      return null;
    } catch (error) {
      log.error({ err: error }, 'a session could not be looked up');
      return 'internal';
    }
  }

  operators.use(async (socket, next) => {
    const code = await identify(socket);
    next(code === null ? undefined : refusal(code));
  });

  citizens.on('connection', (socket) => {
    if (!desks) return;
    const { chat: here, mailTranscript } = desks;
    const citizen = citizenOf(socket, (id) => here.citizenGone(id, socket.id));
    const address = addressOf(socket.request, trustedProxies);
    const handlers = citizenHandlers(here, mailTranscript, citizen, () => starts.take(address));
    bind(socket, { ...bindOptions, requests: citizenRequests, handlers });
    socket.on('disconnect', () => {
      if (citizen.conversationId !== null) here.citizenGone(citizen.conversationId, socket.id);
    });
  });

  operators.on('connection', (socket: Socket) => {
    if (!desks) return;
    const { chat: here, callbacks } = desks;
    const { operator } = signedIn(socket);
    const { id } = operator.account;
    const handlers = operatorHandlers(here, callbacks, operator);
    void socket.join(roomOf.operator(id));
    bind(socket, { ...bindOptions, requests: operatorRequests, handlers });
    socket.on('disconnect', () => here.operatorGone(id, socket.id));
  });

  async function recheckAll(): Promise<void> {
    for (const socket of operators.sockets.values()) {
      const { operator, secret } = signedIn(socket);
      const account = await sessions.accountOf(secret);
      if (!account || !hasDesk(account)) socket.disconnect(true);
      else if (!isDeepStrictEqual(account, operator.account)) {
        operator.account = account;
        desks?.chat.accountChanged(account);
      }
    }
  }

  async function recheckSessions(): Promise<void> {
    try {
      await recheckAll();
    } catch (error) {
      log.error({ err: error }, 'sessions could not be looked up');
    }
  }

  const rechecking = setInterval(() => void recheckSessions(), sessionCheckMs).unref();

  return {
    voice: createVoice(citizens, operators),
    open(opened) {
      desks = opened;
    },
    dropSession(secret) {
      for (const socket of operators.sockets.values()) {
        if (signedIn(socket).secret === secret) socket.disconnect(true);
      }
    },
    recheckSessions,
    close() {
      clearInterval(rechecking);
      closing ??= io.close();
      return closing;
    },
  };
}

interface SignedIn {
  operator: Operator;
  secret: string;
}

/** Only what `identify` let through is connected. */
function signedIn({ data }: Socket): SignedIn {
  return data as SignedIn;
}

/** A connection belongs to one conversation at a time: the one it started or resumed last. */
function citizenOf(socket: Socket, leave: (conversationId: string) => void): Citizen {
  const citizen: Citizen = {
    side: 'citizen',
    connectionId: socket.id,
    conversationId: null,
    attach(conversationId) {
      const before = citizen.conversationId;
      if (!socket.connected) return false;
      if (before === conversationId) return true;
      if (before !== null) {
        void socket.leave(roomOf.conversation(before));
        leave(before);
      }
      citizen.conversationId = conversationId;
      void socket.join(roomOf.conversation(conversationId));
      return true;
    },
  };
  return citizen;
}

function speaksOurVersion({ handshake }: Socket): boolean {
  return handshake.auth['protocol'] === PROTOCOL_VERSION;
}

/** Reaches the client as the `data` of its `connect_error`. */
function refusal(code: Code): Error {
  return Object.assign(new Error(code), { data: { code } });
}
