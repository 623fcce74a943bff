import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const WITH_CAMERA = 'camera=(self), microphone=(self)';
export const WITHOUT_CAMERA = 'camera=(), microphone=()';

/** The municipality's own site: the demo page, on an origin that is not Sportello's, under a strict policy. */
export interface HostPage {
  url: string;
  /** Idempotent. */
  close(): Promise<void>;
}

/**
 * @param server where Sportello runs: the only foreign origin that the page's policy lets in
 * @param permissions what the page lets its scripts ask for
 */
export async function startHostPage(server: string, permissions = WITH_CAMERA): Promise<HostPage> {
  const headers = { ...securityHeaders(server), 'Permissions-Policy': permissions };
  const http = createServer((request, response) => {
    void answer(response, new URL(request.url ?? '/', 'http://host').pathname, server, headers);
  });
  await new Promise<void>((resolve) => http.listen(0, 'localhost', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

/** The lines that the README asks a host to add, on top of a policy that allows nothing else. */
function securityHeaders(server: string): Record<string, string> {
  const socket = server.replace(/^http/, 'ws');
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src 'self' ${server}`,
      `connect-src 'self' ${server} ${socket}`,
      "style-src 'self'",
      "img-src 'self' data:",
      `media-src ${server} blob:`,
      // Bootstrap Italia's own style sheet carries a font of icons inside it.
      "font-src 'self' data:",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

async function answer(
  response: ServerResponse,
  path: string,
  server: string,
  headers: Record<string, string>,
): Promise<void> {
  const file = fileFor(path);
  const body = await readFile(file).catch(() => null);
  if (!body) return void response.writeHead(404).end();
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { ...headers, 'Content-Type': type });
  response.end(extname(file) === '.html' ? embed(body.toString(), server) : body);
}

function fileFor(path: string): string {
  const safe = normalize(decodeURIComponent(path)).replace(/^(\.\.[/\\])+/, '');
  if (safe.startsWith('/bootstrap-italia/')) {
    return join(ROOT, 'node_modules/bootstrap-italia/dist', safe.slice('/bootstrap-italia/'.length));
  }
  return join(ROOT, 'demo', safe === '/' ? 'index.html' : safe);
}

/** The script comes from Sportello's own origin, as a host would write it. */
function embed(html: string, server: string): string {
  return html.replace(/(<script[^>]*\ssrc=")(?:\.?\/)?(widget\/)/, `$1${server}/$2`);
}
