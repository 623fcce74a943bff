import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { listen, servePage } from '../../test/server/call/browser/bridge.ts';
import { bundlePage } from '../../test/server/call/browser/bundle.ts';

/** Introduces two pages of direct-video-page.ts to each other: what one says, the others hear. */
export async function startDirectVideo() {
  const files = await bundlePage(new URL('direct-video-page.ts', import.meta.url));
  const http = createServer((request, response) => servePage(request.url ?? '/', files, response));
  const io = new Server(http, { serveClient: false });
  io.on('connection', (socket) => {
    socket.on('signal', (signal: unknown) => socket.broadcast.emit('signal', signal));
  });
  return { origin: await listen(http), close: () => io.close() };
}
