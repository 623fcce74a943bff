import express, { Router, type Request, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { changePassword, signIn } from '../../protocol/account.ts';
import type { ManagedAccounts } from '../identity/managed-accounts.ts';
import { secretIn, sessionCookie } from '../identity/session-cookie.ts';
import type { Sessions } from '../identity/sessions.ts';
import type { Limits } from '../realtime/limits.ts';
import { addressOf } from './address.ts';
import { answer, refuse } from './errors.ts';
import type { Origins } from './origins.ts';

export interface SessionApi {
  sessions: Sessions;
  accounts: Pick<ManagedAccounts, 'changeOwn'>;
  origins: Origins;
  limits: Limits['signIn'];
  trustedProxies: number;
  /** Whether the cookie may travel over https only. */
  secure: boolean;
  /** The session has ended: whatever hangs on it ends too. */
  onSignOut(secret: string): void;
}

const BODY_LIMIT = '4kb';

/** Operators sign in and out. JSON only, and only from our own page: no other site can send either with the cookie. */
export function sessionApi(options: SessionApi): Router {
  const { sessions, accounts, origins, limits, trustedProxies, secure, onSignOut } = options;
  const address = (request: Request): string => addressOf(request, trustedProxies);
  const byAddress = throttle(limits.perAddress, limits.windowMs, address);
  const byName = throttle(limits.perName, limits.windowMs, (request) => `${address(request)} ${nameIn(request)}`);
  const bySession = throttle(limits.perName, limits.windowMs, ({ headers }) => secretIn(headers.cookie) ?? '');

  return Router()
    .use((request, response, next) => {
      response.set('Cache-Control', 'no-store');
      if (!origins.isOwn(request)) return refuse(response, 'forbidden');
      next();
    })
    .get('/', async (request, response) => {
      const secret = secretIn(request.headers.cookie);
      const account = secret === undefined ? null : await sessions.accountOf(secret);
      // Being nobody is an answer, not a failure: browsers report every 401 as an error of the page.
      response.json(account ? { ok: true, account } : { ok: false, code: 'not-signed-in' });
    })
    .post('/', express.json({ limit: BODY_LIMIT }), byAddress, byName, async (request, response) => {
      const parsed = signIn.safeParse(request.body);
      if (!parsed.success) return refuse(response, 'invalid');
      const signedIn = await sessions.signIn(parsed.data.username, parsed.data.password);
      if (!signedIn) return refuse(response, 'wrong-credentials');
      response.set('Set-Cookie', sessionCookie(signedIn.secret, { secure }));
      answer(response, { ok: true, account: signedIn.account });
    })
    .post('/password', express.json({ limit: BODY_LIMIT }), bySession, async (request, response) => {
      const secret = secretIn(request.headers.cookie) ?? '';
      const account = await sessions.accountOf(secret);
      if (!account) return refuse(response, 'not-signed-in');
      const parsed = changePassword.safeParse(request.body);
      if (!parsed.success) return refuse(response, 'invalid');
      answer(response, await accounts.changeOwn(account, secret, parsed.data));
    })
    .delete('/', async (request, response) => {
      const secret = secretIn(request.headers.cookie);
      if (secret !== undefined) {
        await sessions.signOut(secret);
        onSignOut(secret);
      }
      response.set('Set-Cookie', sessionCookie(null, { secure }));
      answer(response, { ok: true });
    });
}

/** Counts failures only, so that a shared office computer is not locked by people who know their password. */
function throttle(limit: number, windowMs: number, keyGenerator: (request: Request) => string): RequestHandler {
  return rateLimit({
    limit,
    windowMs,
    keyGenerator,
    skipSuccessfulRequests: true,
    standardHeaders: false,
    legacyHeaders: false,
    validate: { trustProxy: false, xForwardedForHeader: false },
    handler: (request, response) => {
      const { resetTime } = (request as Request & { rateLimit?: { resetTime?: Date } }).rateLimit ?? {};
      refuse(response, 'too-many', Math.max(0, (resetTime?.getTime() ?? Date.now() + windowMs) - Date.now()));
    },
  });
}

function nameIn({ body }: Request): string {
  const parsed = signIn.safeParse(body);
  return parsed.success ? parsed.data.username.toLowerCase() : '';
}
