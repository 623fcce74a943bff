import express, { Router } from 'express';
import { changeAccount, newAccount } from '../../protocol/account.ts';
import type { ManagedAccounts } from '../identity/managed-accounts.ts';
import type { Sessions } from '../identity/sessions.ts';
import { answer, refuse } from './errors.ts';
import type { Origins } from './origins.ts';
import { supervisorOf, supervisorsOnly } from './supervisors.ts';

export interface AccountsApi {
  sessions: Sessions;
  origins: Origins;
  accounts: ManagedAccounts;
}

const BODY_LIMIT = '8kb';

/** Supervisors keep the accounts of those who answer. */
export function accountsApi({ sessions, origins, accounts }: AccountsApi): Router {
  return Router()
    .use(supervisorsOnly({ sessions, origins }), express.json({ limit: BODY_LIMIT }))
    .get('/', async (_request, response) => {
      response.json({ ok: true, accounts: await accounts.list() });
    })
    .post('/', async (request, response) => {
      const parsed = newAccount.safeParse(request.body);
      if (!parsed.success) return refuse(response, 'invalid');
      answer(response, await accounts.add(parsed.data));
    })
    .patch('/:id', async (request, response) => {
      const parsed = changeAccount.safeParse(request.body);
      if (!parsed.success) return refuse(response, 'invalid');
      answer(response, await accounts.change(supervisorOf(response), request.params.id, parsed.data));
    })
    .post('/:id/password', async (request, response) => {
      answer(response, await accounts.reset(supervisorOf(response), request.params.id));
    });
}
