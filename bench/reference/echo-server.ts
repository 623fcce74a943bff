import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { serveAsChild } from '../chat/child.ts';

/** Socket.IO with nothing behind it: every event is answered with what it brought. What our chat is measured beside. */
const http = createServer();
const io = new Server(http, { serveClient: false, transports: ['websocket'] });
io.on('connection', (socket) => {
  socket.onAny((_event: string, payload: unknown, acknowledge: (answer: unknown) => void) => acknowledge(payload));
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
