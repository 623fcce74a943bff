import type { RequestHandler, Response } from 'express';
import type { Account } from '../../protocol/account.ts';
import { secretIn } from '../identity/session-cookie.ts';
import type { Sessions } from '../identity/sessions.ts';
import { refuse } from './errors.ts';
import type { Origins } from './origins.ts';

/** Lets through who leads the desk, from our own pages; `supervisorOf` then says who it is. */
export function supervisorsOnly({ sessions, origins }: { sessions: Sessions; origins: Origins }): RequestHandler {
  return async (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    if (!origins.isOwn(request)) return refuse(response, 'forbidden');
    const secret = secretIn(request.headers.cookie);
    const account = secret === undefined ? null : await sessions.accountOf(secret);
    if (!account) return refuse(response, 'not-signed-in');
    if (!account.roles.includes('supervisor')) return refuse(response, 'forbidden');
    response.locals['account'] = account;
    next();
  };
}

export function supervisorOf({ locals }: Response): Account {
  return locals['account'] as Account;
}
