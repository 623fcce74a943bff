import type { PeopleApi } from '../core/people.ts';
import { askJson } from './ask-json.ts';

/** `/api/accounts` and `/api/offices` over fetch, with the session's cookie. */
export function createPeopleApi(base: URL): PeopleApi {
  const accounts = new URL('api/accounts', base);
  const offices = new URL('api/offices', base);
  const of = (id: string, more = ''): URL => new URL(`api/accounts/${encodeURIComponent(id)}${more}`, base);
  return {
    accounts: () => askJson(accounts, 'GET'),
    addAccount: (account) => askJson(accounts, 'POST', account),
    changeAccount: (id, change) => askJson(of(id), 'PATCH', change),
    resetPassword: (id) => askJson(of(id, '/password'), 'POST'),
    offices: () => askJson(offices, 'GET'),
    putOffices: (list) => askJson(offices, 'PUT', { offices: list }),
  };
}
