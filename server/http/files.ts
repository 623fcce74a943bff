import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import express, { type RequestHandler, type Response } from 'express';

const ROOT = join(import.meta.dirname, '../..');
const YEAR_S = 365 * 24 * 60 * 60;

/** The built widget, for pages of any origin: it is public code, and a host needs it whatever its own policy. */
export function widgetFiles(): RequestHandler[] {
  return [serve('dist/widget', (response, path) => forAnyOrigin(response, path, join('widget', 'chunks')))];
}

/** The built console, and its hashed assets. */
export function consoleFiles(): RequestHandler {
  return serve('dist/console', (response, path) => cache(response, path, join('console', 'assets')));
}

/** A municipality's page that embeds the widget, with the look it borrows. */
export function demoFiles(): { page: RequestHandler; look: RequestHandler } {
  const look = dirname(createRequire(import.meta.url).resolve('bootstrap-italia/package.json'));
  return { page: serve('demo', noCache), look: express.static(join(look, 'dist'), { setHeaders: noCache }) };
}

function serve(folder: string, setHeaders: (response: Response, path: string) => void): RequestHandler {
  return express.static(join(ROOT, folder), { setHeaders, cacheControl: false });
}

function forAnyOrigin(response: Response, path: string, hashed: string): void {
  response.set('Access-Control-Allow-Origin', '*');
  response.set('Cross-Origin-Resource-Policy', 'cross-origin');
  cache(response, path, hashed);
}

/** What has its content's hash in its name never changes; the rest is asked for again and answered by its ETag. */
function cache(response: Response, path: string, hashed: string): void {
  if (dirname(path).endsWith(hashed)) response.set('Cache-Control', `public, max-age=${YEAR_S}, immutable`);
  else response.set('Cache-Control', 'public, max-age=300');
}

function noCache(response: Response): void {
  response.set('Cache-Control', 'no-cache');
}
