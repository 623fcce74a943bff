import type { Account } from '../../protocol/account.ts';
import type { Answer } from '../../widget/core/wire.ts';
import type { SessionApi } from '../core/session.ts';

/** `/api/session` over fetch; the session itself is an HttpOnly cookie that this page never sees. */
export function createSessionApi(base: URL): SessionApi {
  const url = new URL('api/session', base);

  async function ask<Value extends object>(method: string, body?: object): Promise<Answer<Value>> {
    try {
      const response = await fetch(url, {
        method,
        credentials: 'same-origin',
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      return (await response.json()) as Answer<Value>;
    } catch {
      return { ok: false, code: 'no-answer' };
    }
  }

  return {
    current: () => ask<{ account: Account }>('GET'),
    signIn: (credentials) => ask<{ account: Account }>('POST', credentials),
    signOut: () => ask('DELETE'),
  };
}
