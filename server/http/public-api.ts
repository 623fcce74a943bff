import express, { Router, type RequestHandler } from 'express';
import type { Knowledge } from '../../protocol/article.ts';
import type { Language } from '../../protocol/conversation.ts';
import type { DeskStatus } from '../../protocol/status.ts';

export interface PublicApi {
  status(): DeskStatus;
  /** undefined for a language there is nothing in. */
  knowledge(lang: string): Knowledge | undefined;
  /** Folder of the videos in sign language; it need not exist. */
  lisDir: string;
}

/** What a widget asks before it opens any connection. */
export function publicApi({ status, knowledge, lisDir }: PublicApi): Router {
  const prepared = new Map<Language, { version: string; body: string }>();

  function prepare(found: Knowledge): string {
    const kept = prepared.get(found.lang);
    if (kept?.version === found.version) return kept.body;
    const body = JSON.stringify(found);
    prepared.set(found.lang, { version: found.version, body });
    return body;
  }

  return Router()
    .use('/lis', lisFiles(lisDir))
    .get('/status', (_request, response) => {
      response.set('Cache-Control', 'no-store').json(status());
    })
    .get('/knowledge/:lang', (request, response, next) => {
      const found = knowledge(request.params.lang);
      if (!found) return next();
      response.set({ 'Cache-Control': 'no-cache', ETag: `"${found.version}"` });
      response.type('json').send(prepare(found));
    });
}

const YEAR_S = 365 * 24 * 60 * 60;

/** Videos and their captions, and nothing else that may lie there. Their addresses change with their content. */
function lisFiles(dir: string): RequestHandler[] {
  return [
    (request, _response, next) => next(/^\/[a-z0-9-]+\.(mp4|webm|vtt)$/.test(request.path) ? undefined : 'router'),
    express.static(dir, {
      cacheControl: false,
      index: false,
      redirect: false,
      setHeaders: (response) => response.set('Cache-Control', `public, max-age=${YEAR_S}, immutable`),
    }),
  ];
}
