import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { ask, connect } from './sockets.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';

/** What everybody in the load shares: the watches, the pace, and the bare server beside ours. */
export interface Hall {
  port: number;
  pace: Pace;
  watches: Record<Watched, Stopwatch>;
  /** Things done so often. */
  counts: Map<string, number>;
  count(what: string): void;
  /** Somebody through whom the bare server gets the same messages. */
  twin(): Promise<Socket>;
  /** The same bytes to both servers, in turn one first and the other: neither has the machine to itself. */
  send(to: Socket, twin: Socket, conversationId: string): Promise<void>;
  close(): void;
}

export type Watched =
  /** From the citizen's standing in the line until an operator is asked. */
  | 'offer'
  /** From the operator's press until the conversation is on their desk. */
  | 'accept'
  /** From sending until the other one has it; and until the sender knows that it is kept. */
  | 'message'
  | 'acknowledged'
  /** From passing it on until somebody of the office is asked. */
  | 'transfer'
  /** Over the bare server, as `message`. */
  | 'bare';

/** Milliseconds. */
export interface Pace {
  /** Between a citizen's messages. */
  pauseMs: number;
  /** After so many of them the operator does something else than answering. */
  lines: number;
}

const TEXT = 'Buongiorno, vorrei sapere come si chiede il rimborso del bollo pagato due volte. Grazie.';

export async function openHall(port: number, barePort: number, pace: Pace, desks: number): Promise<Hall> {
  const names: Watched[] = ['offer', 'accept', 'message', 'acknowledged', 'transfer', 'bare'];
  const watches = Object.fromEntries(names.map((name) => [name, createStopwatch()])) as Hall['watches'];
  const counts = new Map<string, number>();
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  let turn = 0;

  // The bare server passes each talker's messages on to one of those who sit at its desks.
  const listening: Socket[] = [];
  for (let desk = 0; desk < desks; desk += 1) {
    const socket = await connect(barePort, '/desk');
    listening.push(socket);
    socket.on('message:new', ({ clientId }: { clientId: string }) => watches.bare.end(clientId));
  }

  async function sendOurs(to: Socket, message: { clientId: string }): Promise<void> {
    watches.message.begin(message.clientId);
    watches.acknowledged.begin(message.clientId);
    const answer = await ask(to, 'message:send', message);
    if (!answer.ok) {
      // Closed or passed on in this very moment: the sender is told, and nothing of it is on its way.
      watches.message.drop(message.clientId);
      watches.acknowledged.drop(message.clientId);
      return count(`message: ${answer.code}`);
    }
    watches.acknowledged.end(message.clientId);
  }

  async function sendBare(twin: Socket, message: { clientId: string }): Promise<void> {
    watches.bare.begin(message.clientId);
    await twin.timeout(10_000).emitWithAck('message:send', message);
  }

  return {
    port,
    pace,
    watches,
    counts,
    count,
    twin: () => connect(barePort, '/relay'),
    async send(to, twin, conversationId) {
      const message = { conversationId, clientId: randomUUID(), text: TEXT };
      const both = [() => sendOurs(to, message), () => sendBare(twin, message)];
      if ((turn += 1) % 2 === 0) both.reverse();
      await Promise.all(both.map((send) => send()));
    },
    close() {
      for (const socket of listening) socket.disconnect();
    },
  };
}
