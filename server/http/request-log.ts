import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';

/** One line a request: its id, method, path and status. No query, no header, no address: those may be personal. */
export function requestLog(logger: Logger): HttpLogger {
  return pinoHttp({
    logger,
    genReqId: () => randomUUID(),
    customLogLevel: (request, response) => {
      if (response.statusCode >= 500) return 'error';
      return pathOf(request).startsWith('/api/') ? 'info' : 'debug';
    },
    wrapSerializers: false,
    serializers: {
      req: (request: IncomingMessage & { id: string }) => ({
        id: request.id,
        method: request.method,
        path: pathOf(request),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
}

/** An office's link is a secret: whoever reads the log is not to answer in its name. */
function pathOf(request: IncomingMessage & { originalUrl?: string }): string {
  const path = (request.originalUrl ?? request.url ?? '').split('?')[0] ?? '';
  return path.replace(/^(\/consultation\/)(?!style\.css$).+/i, '$1…');
}
