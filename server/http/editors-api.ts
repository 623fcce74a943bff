import { Router } from 'express';
import type { EditorsOverview } from '../../protocol/editors.ts';
import { secretIn } from '../identity/session-cookie.ts';
import type { Sessions } from '../identity/sessions.ts';
import { refuse } from './errors.ts';
import type { Origins } from './origins.ts';

export interface EditorsApi {
  sessions: Sessions;
  origins: Origins;
  overview(): Promise<EditorsOverview>;
}

/** For those who write the articles, and for who leads the desk. */
export function editorsApi({ sessions, origins, overview }: EditorsApi): Router {
  return Router().get('/overview', async (request, response) => {
    response.set('Cache-Control', 'no-store');
    if (!origins.isOwn(request)) return refuse(response, 'forbidden');
    const secret = secretIn(request.headers.cookie);
    const account = secret === undefined ? null : await sessions.accountOf(secret);
    if (!account) return refuse(response, 'not-signed-in');
    if (account.roles.length === 0) return refuse(response, 'forbidden');
    response.json({ ok: true, overview: await overview() });
  });
}
