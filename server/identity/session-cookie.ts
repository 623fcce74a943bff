import { parseCookie, stringifySetCookie } from 'cookie';
import { SESSION_LIFE_MS } from './sessions.ts';

const NAME = 'sportello-session';

/** The secret in a request's `Cookie` header, if any. */
export function secretIn(header: string | undefined): string | undefined {
  return parseCookie(header ?? '')[NAME];
}

/** The `Set-Cookie` that hands a session out, or takes it back when the secret is null. */
export function sessionCookie(secret: string | null, { secure }: { secure: boolean }): string {
  return stringifySetCookie({
    name: NAME,
    value: secret ?? '',
    maxAge: secret === null ? 0 : SESSION_LIFE_MS / 1000,
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
  });
}
