import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallState, ConsumerOptions, JoinedCall, TransportOptions } from '../../../protocol/call.ts';
import { PROTOCOL_VERSION } from '../../../protocol/codes.ts';
import type { ConversationState, StartedConversation } from '../../../protocol/conversation.ts';
import { startServer } from '../../e2e/server.ts';
import type { RunningServer } from '../../e2e/server.ts';
import { ask, must, next } from '../realtime/harness.ts';
import { dtlsParameters, isRunning, rtpParameters } from './kit.ts';

/** The call's events against the whole server, in a process of its own: who belongs to what is decided there. */
let server: RunningServer;
const sockets: Socket[] = [];

beforeAll(async () => {
  server = await startServer();
}, 40_000);
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await server?.close();
});

async function connect(namespace: '/citizen' | '/operator', cookie = ''): Promise<Socket> {
  const options = { transports: ['websocket'], forceNew: true, auth: { protocol: PROTOCOL_VERSION } };
  const socket = io(server.url + namespace, { ...options, extraHeaders: { cookie } });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => void socket.once('connect', resolve).once('connect_error', reject));
  return socket;
}

async function startConversation(citizen: Socket, service: 'chat' | 'lis'): Promise<string> {
  const context = { searches: [], articles: [] };
  const request = { startId: crypto.randomUUID(), service, language: 'it', context };
  return (await must<StartedConversation>(citizen, 'conversation:start', request)).conversation.id;
}

async function signIn(): Promise<Socket> {
  const { username, password } = server.account('lis1');
  const answer = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const operator = await connect('/operator', answer.headers.get('set-cookie')?.split(';')[0]);
  await must(operator, 'desk:enter', {});
  await must(operator, 'presence:set', { presence: 'available' });
  return operator;
}

const nextCall = (socket: Socket, fits: (call: CallState | null) => boolean): Promise<ConversationState> =>
  next<ConversationState>(socket, 'conversation:changed', ({ call }) => fits(call));

const isReady = (epoch: number) => (call: CallState | null) => call?.ready === true && call.epoch === epoch;

async function enter(socket: Socket, conversationId: string) {
  const { call, routerRtpCapabilities } = await must<JoinedCall>(socket, 'call:join', { conversationId });
  const at = { conversationId, epoch: call.epoch };
  const open = async (direction: 'send' | 'receive') =>
    (await must<{ transport: TransportOptions }>(socket, 'call:transport', { ...at, direction })).transport.id;
  return { at, routerRtpCapabilities, send: await open('send'), receive: await open('receive') };
}

test('CA-39 a call over the wire: accepted, sent and received, repaired, ended', async () => {
  const citizen = await connect('/citizen');
  const conversationId = await startConversation(citizen, 'lis');
  const operator = await signIn();
  const opened = nextCall(citizen, isReady(1));
  await must(operator, 'conversation:accept', { conversationId });
  await opened;

  const theirs = await enter(citizen, conversationId);
  const ours = await enter(operator, conversationId);
  await must(citizen, 'call:connect', { ...theirs.at, transportId: theirs.send, dtlsParameters });
  const offered = nextCall(operator, (call) => call?.streams.length === 1);
  const camera = { ...theirs.at, transportId: theirs.send, source: 'camera', rtpParameters: rtpParameters() };
  const { producerId } = await must<{ producerId: string }>(citizen, 'call:produce', camera);
  expect((await offered).call?.streams).toEqual([{ producerId, from: 'citizen', source: 'camera', paused: false }]);
  const { consumer } = await must<{ consumer: ConsumerOptions }>(operator, 'call:consume', {
    ...ours.at,
    transportId: ours.receive,
    producerId,
    rtpCapabilities: ours.routerRtpCapabilities,
  });
  await must(operator, 'call:start-consumer', { ...ours.at, consumerId: consumer.id });
  await must(citizen, 'call:pause', { ...theirs.at, producerId, paused: true });

  const again = [citizen, operator].map((socket) => nextCall(socket, isReady(2)));
  for (const pid of server.workers()) process.kill(pid, 'SIGKILL');
  await Promise.all(again);
  expect(await ask(citizen, 'call:produce', camera)).toEqual({ ok: false, code: 'wrong-phase' });
  const anew = await enter(citizen, conversationId);
  expect(anew.at.epoch).toBe(2);

  const gone = nextCall(operator, (call) => call === null);
  await must(citizen, 'call:end', { conversationId });
  await gone;
  expect(await ask(citizen, 'call:join', { conversationId })).toMatchObject({ ok: false });
});

test('CA-34 a call is joined by those whose conversation it is, and nobody else', async () => {
  const citizen = await connect('/citizen');
  const stranger = await connect('/citizen');
  const nobody = await connect('/citizen');
  const conversationId = await startConversation(citizen, 'lis');
  await startConversation(stranger, 'chat');
  const operator = await signIn();
  const opened = nextCall(citizen, isReady(1));
  await must(operator, 'conversation:accept', { conversationId });
  await opened;
  const { at, send } = await enter(citizen, conversationId);
  for (const socket of [stranger, nobody]) {
    const answers = await Promise.all([
      ask(socket, 'call:join', { conversationId }),
      ask(socket, 'call:transport', { ...at, direction: 'send' }),
      ask(socket, 'call:connect', { ...at, transportId: send, dtlsParameters }),
      ask(socket, 'call:restart-ice', { ...at, transportId: send }),
      ask(socket, 'call:end', { conversationId }),
    ]);
    for (const answer of answers) expect(['forbidden', 'no-conversation']).toContain(answer.ok ? 'ok' : answer.code);
  }
  await must(operator, 'call:join', { conversationId });
  await must(citizen, 'call:end', { conversationId });
});

test('CA-38 whose connection breaks takes the picture along', async () => {
  const citizen = await connect('/citizen');
  const conversationId = await startConversation(citizen, 'lis');
  const operator = await signIn();
  const opened = nextCall(citizen, isReady(1));
  await must(operator, 'conversation:accept', { conversationId });
  await opened;
  const { at, send } = await enter(citizen, conversationId);
  await must(citizen, 'call:produce', { ...at, transportId: send, source: 'camera', rtpParameters: rtpParameters() });
  const gone = nextCall(operator, (call) => call?.streams.length === 0);
  citizen.disconnect();
  await gone;
});

test('CA-41 the server stops, and no media worker is left', async () => {
  const workers = server.workers();
  expect(workers.length).toBeGreaterThan(0);
  await server.close();
  expect(workers.filter(isRunning)).toEqual([]);
  // The one that was killed above: stopping is no death, and nobody is told of a repair.
  expect(server.log().match(/media worker died/g)).toHaveLength(1);
});
