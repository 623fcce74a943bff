import { io, type Socket } from 'socket.io-client';
import { expect } from 'vitest';
import { PROTOCOL_VERSION } from '../../../protocol/codes.ts';
import type { StartedConversation } from '../../../protocol/conversation.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import { cookieOf, must, type CitizenSocket } from '../realtime/harness.ts';
import { freePort, startServer, temporaryFolder, type Environment, type ServerProcess } from './server-process.ts';

/** The real server on one folder of data and one port, to be killed, with clients of both kinds. */
export interface KillableServer extends AsyncDisposable {
  server: ServerProcess;
  dataDir: string;
  /** SIGKILL, and a new process on the same data. Everybody has to connect anew. */
  killAndStart(): Promise<void>;
  citizen(): Promise<CitizenSocket>;
  back(token: string): Promise<StartedConversation & { socket: CitizenSocket }>;
  operator(username: string): Promise<{ socket: Socket; desk: DeskState }>;
}

/** @param settings environment on top of the usual */
export async function openServer(settings: Environment = {}): Promise<KillableServer> {
  const folder = await temporaryFolder();
  const environment = { SPORTELLO_DATA: folder.path, PORT: String(await freePort()), ...settings };
  let server = await startServer(environment);
  const sockets: Socket[] = [];
  // The accounts' passwords are printed at every start, and sessions outlive the process.
  const cookies = new Map<string, string>();

  async function connect(namespace: string, extraHeaders: Record<string, string> = {}): Promise<Socket> {
    const auth = { protocol: PROTOCOL_VERSION };
    const socket = io(server.url + namespace, { auth, extraHeaders, forceNew: true, reconnection: false });
    sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return socket;
  }

  async function cookieFor(username: string): Promise<string> {
    const known = cookies.get(username);
    if (known !== undefined) return known;
    const password = new RegExp(`${username}\\s+(\\S+)`).exec(server.output())?.[1];
    const signedIn = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const cookie = cookieOf(signedIn);
    cookies.set(username, cookie);
    return cookie;
  }

  return {
    get server() {
      return server;
    },
    dataDir: folder.path,
    async killAndStart() {
      expect(await server.end('SIGKILL')).toBeNull();
      for (const socket of sockets.splice(0)) socket.disconnect();
      server = await startServer(environment);
    },
    citizen: async () => (await connect('/citizen')) as CitizenSocket,
    async back(token) {
      const socket = (await connect('/citizen')) as CitizenSocket;
      const resumed = await must<StartedConversation>(socket, 'conversation:resume', { token, lastSeq: 0 });
      return { ...resumed, socket };
    },
    async operator(username) {
      const socket = await connect('/operator', { cookie: await cookieFor(username) });
      return { socket, ...(await must<{ desk: DeskState }>(socket, 'desk:enter', {})) };
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.disconnect();
      await server.end('SIGKILL');
      await folder[Symbol.asyncDispose]();
    },
  };
}
