import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { serveAsChild } from '../chat/child.ts';

/**
 * Socket.IO with nothing behind it, which our chat is measured beside. In the main namespace every event is answered
 * with what it brought. In `/relay` it is also passed on, as a chat does, to somebody connected to `/desk`: the first
 * talker's to the first, the second's to the second, and so on around.
 */
const http = createServer();
const io = new Server(http, { serveClient: false, transports: ['websocket'] });
const desks = io.of('/desk');
let deskCount = 0;
let talkerCount = 0;

type Acknowledge = (answer: unknown) => void;

io.on('connection', (socket) => {
  socket.onAny((_event: string, payload: unknown, acknowledge: Acknowledge) => acknowledge(payload));
});

desks.on('connection', (socket) => void socket.join(String(deskCount++)));

io.of('/relay').on('connection', (socket) => {
  const room = String(talkerCount++ % deskCount);
  socket.onAny((_event: string, payload: unknown, acknowledge: Acknowledge) => {
    acknowledge(payload);
    desks.to(room).emit('message:new', payload);
  });
});

serveAsChild({
  listen: () =>
    new Promise<{ port: number }>((resolve) => {
      http.listen(0, '127.0.0.1', 4096, () => resolve(portOf(http.address())));
    }),
  close: () => io.close(),
});

function portOf(address: ReturnType<typeof http.address>): { port: number } {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return { port: address.port };
}
