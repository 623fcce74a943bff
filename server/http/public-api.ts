import { Router } from 'express';
import type { Knowledge } from '../../protocol/article.ts';
import type { Language } from '../../protocol/conversation.ts';
import type { DeskStatus } from '../../protocol/status.ts';

export interface PublicApi {
  status(): DeskStatus;
  /** undefined for a language there is nothing in. */
  knowledge(lang: string): Knowledge | undefined;
}

/** What a widget asks before it opens any connection. */
export function publicApi({ status, knowledge }: PublicApi): Router {
  const prepared = new Map<Language, { version: string; body: string }>();

  function prepare(found: Knowledge): string {
    const kept = prepared.get(found.lang);
    if (kept?.version === found.version) return kept.body;
    const body = JSON.stringify(found);
    prepared.set(found.lang, { version: found.version, body });
    return body;
  }

  return Router()
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
