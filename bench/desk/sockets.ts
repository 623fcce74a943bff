import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION, type Acknowledgement } from '../../protocol/codes.ts';

/** A connection as a browser has it, once it stands. */
export async function connect(port: number, namespace: string, cookie = ''): Promise<Socket> {
  const socket = io(`http://127.0.0.1:${port}${namespace}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { cookie },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

/** @throws when there is no answer within ten seconds */
export async function ask<Value extends object>(
  socket: Socket,
  event: string,
  request: object,
): Promise<Acknowledgement<Value>> {
  return (await socket.timeout(10_000).emitWithAck(event, request)) as Acknowledgement<Value>;
}

/** @throws also when it is refused */
export async function must<Value extends object>(socket: Socket, event: string, request: object): Promise<Value> {
  const answer = await ask<Value>(socket, event, request);
  if (!answer.ok) throw new Error(`${event} was refused: ${answer.code}`);
  return answer;
}

/** @returns the cookie of the session */
export async function signIn(port: number, credentials: { username: string; password: string }): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!response.ok || cookie === undefined) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  return cookie;
}
