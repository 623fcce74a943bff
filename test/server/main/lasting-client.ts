import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION, type Acknowledgement } from '../../../protocol/codes.ts';
import type { ConversationView, StartedConversation } from '../../../protocol/conversation.ts';
import type { Message } from '../../../protocol/message.ts';
import { begin, cookieOf, must, type CitizenSocket } from '../realtime/harness.ts';
import type { ServerProcess } from './server-process.ts';

/** One side of a conversation that reconnects, catches up, and sends again until it is acknowledged. */
export interface LastingClient {
  conversationId: string;
  send(clientId: string, text: string): Promise<void>;
  /** All that was ever heard: notifications, acknowledgements and what was caught up with, by sequence number. */
  heard(): Message[];
  /** All that the server has. */
  history(): Promise<Message[]>;
  close(): void;
}

type CatchUp = (lastSeq: number) => Promise<ConversationView>;

export async function citizenClient(url: string): Promise<LastingClient> {
  const socket = connect(`${url}/citizen`);
  await connected(socket);
  const started = await begin(socket as CitizenSocket);
  const catchUp: CatchUp = (lastSeq) =>
    must<StartedConversation>(socket, 'conversation:resume', { token: started.token, lastSeq });
  return lastingClient(socket, started, 'citizen', catchUp);
}

/** Signs in with a demo operator's printed password, and accepts the conversation. */
export async function operatorClient(server: ServerProcess, conversationId: string): Promise<LastingClient> {
  const password = /chat1\s+(\S+)/.exec(server.output())?.[1];
  const signedIn = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'chat1', password }),
  });
  const socket = connect(`${server.url}/operator`, { cookie: cookieOf(signedIn) });
  await connected(socket);
  await must(socket, 'desk:enter', {});
  const view = await must<ConversationView>(socket, 'conversation:accept', { conversationId });
  const catchUp: CatchUp = async (lastSeq) => {
    await must(socket, 'desk:enter', {});
    return must<ConversationView>(socket, 'conversation:sync', { conversationId, lastSeq });
  };
  return lastingClient(socket, view, 'operator', catchUp);
}

function connect(url: string, extraHeaders: Record<string, string> = {}): Socket {
  const auth = { protocol: PROTOCOL_VERSION };
  return io(url, { auth, extraHeaders, forceNew: true, reconnectionDelay: 50, reconnectionDelayMax: 100 });
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('connect', () => resolve()));
}

function lastingClient(socket: Socket, view: ConversationView, me: Message['from'], catchUp: CatchUp): LastingClient {
  const conversationId = view.conversation.id;
  const messages = new Map(view.messages.map((message) => [message.seq, message]));
  let ready = Promise.resolve();

  const keep = (message: Message): void => void messages.set(message.seq, message);

  function lastContiguous(): number {
    let seq = 0;
    while (messages.has(seq + 1)) seq += 1;
    return seq;
  }

  async function recover(): Promise<void> {
    const caughtUp = await catchUp(lastContiguous()).catch(() => undefined);
    caughtUp?.messages.forEach(keep);
  }

  socket.on('message:new', keep);
  socket.on('connect', () => (ready = recover()));

  async function attempt(clientId: string, text: string): Promise<boolean> {
    if (!socket.connected) await connected(socket);
    await ready;
    const request = { conversationId, clientId, text };
    const answer = (await socket
      .timeout(2_000)
      .emitWithAck('message:send', request)
      .catch(() => ({ ok: false, code: 'internal' }))) as Acknowledgement<{ seq: number; at: number }>;
    if (!answer.ok) return false;
    keep({ conversationId, seq: answer.seq, at: answer.at, from: me, kind: 'text', clientId, text });
    return true;
  }

  return {
    conversationId,
    async send(clientId, text) {
      while (!(await attempt(clientId, text))) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    heard: () => [...messages.values()].toSorted((a, b) => a.seq - b.seq),
    async history() {
      if (!socket.connected) await connected(socket);
      await ready;
      return (await catchUp(0)).messages;
    },
    close: () => void socket.disconnect(),
  };
}
