import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { PROTOCOL_VERSION, type Acknowledgement } from '../../../protocol/codes.ts';
import type { StartedConversation } from '../../../protocol/conversation.ts';
import type { CitizenToServer, OperatorToServer, ServerToCitizen, ServerToOperator } from '../../../protocol/events.ts';
import { createApp, type App, type Overrides } from '../../../server/app.ts';
import type { Media } from '../../../server/call/media.ts';
import { DESK_DEFAULTS, readConfig, type Config, type DeskConfig } from '../../../server/config.ts';

export type CitizenSocket = Socket<ServerToCitizen, CitizenToServer>;
export type OperatorSocket = Socket<ServerToOperator, OperatorToServer>;

/** A desk on a real port, with a real database file, and real clients to talk to it. */
export interface TestDesk {
  url: string;
  dataDir: string;
  /** @throws what the client got as `connect_error` */
  connect(namespace: '/citizen' | '/operator', options?: ClientOptions): Promise<Socket>;
  citizen(options?: ClientOptions): Promise<CitizenSocket>;
  /** Signs in over HTTP first, and enters the desk unless told otherwise. */
  operator(username: string, options?: ClientOptions & { enter?: boolean }): Promise<OperatorSocket>;
  signIn(username: string, password?: string): Promise<Response>;
  /** Stops the server and starts another one on the same data. Clients are to connect anew. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

interface ClientOptions {
  transports?: ('websocket' | 'polling')[];
  headers?: Record<string, string>;
  auth?: Record<string, unknown>;
}

export interface DeskOptions extends Overrides {
  desk?: Partial<DeskConfig>;
  config?: Partial<Config>;
}

export const PASSWORD = 'a password for tests';

/** Two who chat, one who also signs. */
const OPERATORS = [
  { username: 'ada', name: 'Ada', skills: ['chat'] as 'chat'[], password: PASSWORD },
  { username: 'bruno', name: 'Bruno', skills: ['chat'] as 'chat'[], password: PASSWORD },
  { username: 'livia', name: 'Livia', skills: ['chat', 'lis'] as ('chat' | 'lis')[], password: PASSWORD },
];

/** What a server without a media worker has. */
const noMedia: Media = {
  available: () => false,
  openRoom: () => Promise.reject(new Error('no media here')),
  close: () => Promise.resolve(),
};

export async function startDesk({ desk, config, ...overrides }: DeskOptions = {}): Promise<TestDesk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sportello-'));
  const clients = new Set<Socket>();
  const settings: Config = {
    ...readConfig({ PORT: '0', SPORTELLO_DATA: dataDir }),
    desk: { ...DESK_DEFAULTS, ...desk },
    settings: { file: join(dataDir, 'sportello.config.yaml'), required: false },
    ...config,
  };

  async function start(): Promise<{ app: App; url: string }> {
    const log = pino({ level: 'silent' });
    const app = createApp(settings, { media: noMedia, log, operators: OPERATORS, ...overrides });
    return { app, url: (await app.listen()).url };
  }

  let running = await start();

  async function connect<Client extends Socket>(namespace: string, options: ClientOptions = {}): Promise<Client> {
    const client = io(running.url + namespace, {
      transports: options.transports ?? ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: options.auth ?? { protocol: PROTOCOL_VERSION },
      extraHeaders: options.headers ?? {},
    }) as unknown as Client;
    clients.add(client);
    await new Promise<void>((resolve, reject) => {
      client.once('connect', resolve as never);
      client.once('connect_error', reject as never);
    });
    return client;
  }

  function signIn(username: string, password = PASSWORD): Promise<Response> {
    return fetch(`${running.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
  }

  return {
    get url() {
      return running.url;
    },
    dataDir,
    signIn,
    connect: (namespace, options) => connect(namespace, options),
    citizen: (options = {}) => connect<CitizenSocket>('/citizen', options),
    async operator(username, { enter = true, headers = {}, ...options } = {}) {
      const cookie = cookieOf(await signIn(username));
      const client = await connect<OperatorSocket>('/operator', { ...options, headers: { cookie, ...headers } });
      if (enter) await ask(client, 'desk:enter', {});
      return client;
    },
    async restart() {
      await running.app.close();
      running = await start();
    },
    async close() {
      for (const client of clients) client.disconnect();
      await running.app.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

export function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

interface Emitter {
  timeout(ms: number): { emitWithAck(event: string, ...parameters: unknown[]): Promise<unknown> };
}

/** Asks, whatever the types say: what is wrong must be refused by the server. */
export async function ask<Value extends object = Record<string, unknown>>(
  client: object,
  event: string,
  ...payload: unknown[]
): Promise<Acknowledgement<Value>> {
  return (await (client as Emitter).timeout(5_000).emitWithAck(event, ...payload)) as Acknowledgement<Value>;
}

/** Asks for what must not be refused. */
export async function must<Value extends object>(client: object, event: string, payload: object): Promise<Value> {
  const answer = await ask<Value>(client, event, payload);
  if (!answer.ok) throw new Error(`${event} was refused: ${answer.code}`);
  return answer;
}

export function begin(client: CitizenSocket, change: object = {}): Promise<StartedConversation> {
  const request = {
    startId: crypto.randomUUID(),
    service: 'chat',
    language: 'it',
    context: { searches: [], articles: [] },
  };
  return must<StartedConversation>(client, 'conversation:start', { ...request, ...change });
}

interface Listener {
  on(event: string, listener: (payload: never) => void): void;
  off(event: string, listener: (payload: never) => void): void;
}

/** The next notification that fits, from now on. */
export function next<Payload>(client: object, event: string, fits: (payload: Payload) => boolean = () => true) {
  const source = client as Listener;
  return new Promise<Payload>((resolve, reject) => {
    const timer = setTimeout(() => {
      source.off(event, listener);
      reject(new Error(`no ${event} that fits came within 5 s`));
    }, 5_000);
    function listener(payload: Payload): void {
      if (!fits(payload)) return;
      clearTimeout(timer);
      source.off(event, listener);
      resolve(payload);
    }
    source.on(event, listener);
  });
}

/** Everything of one kind, as it comes in. */
export function collect<Payload>(client: object, event: string): Payload[] {
  const heard: Payload[] = [];
  (client as Listener).on(event, (payload: Payload) => void heard.push(payload));
  return heard;
}
