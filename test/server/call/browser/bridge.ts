import { createServer } from 'node:http';
import type { Server as HttpServer, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import type { ConversationState } from '../../../../protocol/conversation.ts';
import type { CitizenToServer, OperatorToServer, ServerToParticipant } from '../../../../protocol/events.ts';
import { NAMESPACES } from '../../../../protocol/events.ts';
import type { Side } from '../../../../protocol/message.ts';
import { createCallDesk } from '../../../../server/call/call-desk.ts';
import type { Media } from '../../../../server/call/media.ts';
import { recordingLog } from '../kit.ts';

/**
 * The wire's call events over Socket.IO, straight to a call desk: what a whole server does around it is left out.
 * Accepting a conversation opens its call; everybody hears of every call.
 */
export async function startBridge(media: Media, files: ReadonlyMap<string, string>) {
  const http = createServer((request, response) => servePage(request.url ?? '/', files, response));
  const io = new Server(http, { serveClient: false });
  const desk = createCallDesk({
    media,
    now: Date.now,
    log: recordingLog().log,
    onChange(conversationId) {
      const state = stateOf(conversationId);
      for (const namespace of Object.values(NAMESPACES)) io.of(namespace).emit('conversation:changed', state);
    },
  });

  function stateOf(id: string): ConversationState {
    const operator = { id: 'an-operator', name: 'Operatore' };
    return {
      id,
      service: 'lis',
      language: 'it',
      citizenName: null,
      citizenConnected: true,
      startedAt: 0,
      context: { searches: [], articles: [] },
      phase: { name: 'live', since: 0, operator, operatorConnected: true, hold: null },
      call: desk.stateOf(id),
      lastSeq: 0,
      read: { citizen: 0, operator: 0 },
    };
  }

  function serve(socket: Socket<CitizenToServer & OperatorToServer, ServerToParticipant>, side: Side): void {
    const peer = { connectionId: socket.id, side };
    socket.on('conversation:accept', ({ conversationId }, acknowledge) => {
      void desk.open(conversationId).then(() => {
        acknowledge({ ok: true, conversation: stateOf(conversationId), messages: [] });
      });
    });
    socket.on('call:join', (request, acknowledge) => void desk.join(peer, request).then(acknowledge));
    socket.on('call:transport', (request, acknowledge) => void desk.transport(peer, request).then(acknowledge));
    socket.on('call:connect', (request, acknowledge) => void desk.connect(peer, request).then(acknowledge));
    socket.on('call:restart-ice', (request, acknowledge) => void desk.restartIce(peer, request).then(acknowledge));
    socket.on('call:produce', (request, acknowledge) => void desk.produce(peer, request).then(acknowledge));
    socket.on('call:consume', (request, acknowledge) => void desk.consume(peer, request).then(acknowledge));
    socket.on(
      'call:start-consumer',
      (request, acknowledge) => void desk.startConsumer(peer, request).then(acknowledge),
    );
    socket.on('call:pause', (request, acknowledge) => void desk.pause(peer, request).then(acknowledge));
    socket.on('disconnect', () => desk.leave(socket.id));
  }

  io.of(NAMESPACES.citizen).on('connection', (socket) => serve(socket, 'citizen'));
  io.of(NAMESPACES.operator).on('connection', (socket) => serve(socket, 'operator'));
  return {
    origin: await listen(http),
    desk,
    async close() {
      await desk.close();
      await io.close();
    },
  };
}

/** On a free port of the loopback; answers with the origin. */
export async function listen(http: HttpServer): Promise<string> {
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

const PAGE = `<!doctype html><html lang="it"><meta charset="utf-8"><title>call</title><link rel="icon" href="data:,">
<button>call</button><video autoplay playsinline muted></video><script type="module" src="/page.js"></script></html>`;

export function servePage(url: string, files: ReadonlyMap<string, string>, response: ServerResponse): void {
  const { pathname } = new URL(url, 'http://localhost');
  const script = files.get(pathname.slice(1));
  if (script !== undefined) response.setHeader('content-type', 'text/javascript').end(script);
  else if (pathname === '/') response.setHeader('content-type', 'text/html').end(PAGE);
  else response.writeHead(404).end();
}
