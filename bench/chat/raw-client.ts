import { once } from 'node:events';
import { WebSocket } from 'ws';

/**
 * Socket.IO spoken by hand over a WebSocket, so that the load costs the same whatever answers it. One connection, one
 * namespace, acknowledgements only: events that come in are counted, not read.
 */
export interface RawClient {
  /** Sends the event; `done` runs when it is acknowledged. */
  send(event: string, payload: string, done: Acknowledged): void;
  /** Events that came in without having been asked for. */
  received(): number;
  close(): void;
}

/** @param answer the acknowledgement's arguments, as JSON */
export type Acknowledged = (answer: string) => void;

export interface RawClientOptions {
  port: number;
  namespace: string;
  cookie?: string;
}

const CONNECT = '40';
const EVENT = '42';
const ACKNOWLEDGEMENT = '43';
const REFUSED = '44';
const PING = '2';
const PONG = '3';

export async function connectRaw({ port, namespace, cookie }: RawClientOptions): Promise<RawClient> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
    perMessageDeflate: false,
    ...(cookie !== undefined && { headers: { cookie } }),
  });
  // The default namespace is not named.
  const place = namespace === '/' ? '' : `${namespace},`;
  const waiting = new Map<number, Acknowledged>();
  let nextId = 0;
  let received = 0;

  function acknowledge(frame: string): void {
    const begin = ACKNOWLEDGEMENT.length + place.length;
    const bracket = frame.indexOf('[', begin);
    const id = Number(frame.slice(begin, bracket));
    const done = waiting.get(id);
    waiting.delete(id);
    done?.(frame.slice(bracket));
  }

  const opened = new Promise<void>((resolve, reject) => {
    socket.on('message', (data: Buffer) => {
      const frame = data.toString();
      if (frame === PING) socket.send(PONG);
      else if (frame.startsWith(ACKNOWLEDGEMENT)) acknowledge(frame);
      else if (frame.startsWith(EVENT)) received++;
      else if (frame.startsWith(CONNECT)) resolve();
      else if (frame.startsWith(REFUSED)) reject(new Error(frame));
    });
    socket.on('error', reject);
  });
  await Promise.race([once(socket, 'open'), opened]);
  socket.send(`${CONNECT}${place}{"protocol":1}`);
  await opened;

  return {
    send(event, payload, done) {
      const id = nextId++;
      waiting.set(id, done);
      socket.send(`${EVENT}${place}${id}["${event}",${payload}]`);
    },
    received: () => received,
    close: () => socket.terminate(),
  };
}

/** For the set-up, where nothing is measured. @throws when the answer is a refusal */
export async function request<Reply>(client: RawClient, event: string, payload: object): Promise<Reply> {
  const json = await new Promise<string>((resolve) => client.send(event, JSON.stringify(payload), resolve));
  const [answer] = JSON.parse(json) as [Reply & { ok: boolean }];
  if (!answer.ok) throw new Error(`${event}: ${json}`);
  return answer;
}
