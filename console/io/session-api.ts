import type { Account } from '../../protocol/account.ts';
import type { SessionApi } from '../core/session.ts';
import { askJson } from './ask-json.ts';

/** `/api/session` over fetch; the session itself is an HttpOnly cookie that this page never sees. */
export function createSessionApi(base: URL): SessionApi {
  const url = new URL('api/session', base);
  return {
    current: () => askJson<{ account: Account }>(url, 'GET'),
    signIn: (credentials) => askJson<{ account: Account }>(url, 'POST', credentials),
    signOut: () => askJson(url, 'DELETE'),
    changePassword: (passwords) => askJson(new URL('api/session/password', base), 'POST', passwords),
  };
}
