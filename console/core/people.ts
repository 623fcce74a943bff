import type { infer as Infer } from 'zod/mini';
import type { changeAccount, changePassword, ManagedAccount, newAccount } from '../../protocol/account.ts';
import type { Office } from '../../protocol/office.ts';
import type { Answer } from '../../widget/core/wire.ts';

export type NewAccount = Infer<typeof newAccount>;
export type AccountChange = Infer<typeof changeAccount>;
export type Passwords = Infer<typeof changePassword>;

/** The port to `/api/accounts` and `/api/offices`. Never throws: what did not come back is `no-answer`. */
export interface PeopleApi {
  accounts(): Promise<Answer<{ accounts: ManagedAccount[] }>>;
  /** The password is shown once: nobody can ask for it again. */
  addAccount(account: NewAccount): Promise<Answer<{ account: ManagedAccount; password: string }>>;
  changeAccount(id: string, change: AccountChange): Promise<Answer<{ account: ManagedAccount }>>;
  resetPassword(id: string): Promise<Answer<{ password: string }>>;
  offices(): Promise<Answer<{ offices: Office[]; writable: boolean }>>;
  putOffices(offices: Office[]): Promise<Answer<{ offices: Office[] }>>;
}

/** Writes one office into the list that is there now: what others changed meanwhile stays. */
export async function putOffice(
  api: Pick<PeopleApi, 'offices' | 'putOffices'>,
  office: Office,
): Promise<Answer<{ offices: Office[] }>> {
  const answer = await api.offices();
  if (!answer.ok) return answer;
  const known = answer.offices.some(({ id }) => id === office.id);
  const offices = known
    ? answer.offices.map((before) => (before.id === office.id ? office : before))
    : [...answer.offices, office];
  return api.putOffices(offices);
}

/** Takes one office out of the list that is there now. */
export async function dropOffice(
  api: Pick<PeopleApi, 'offices' | 'putOffices'>,
  id: string,
): Promise<Answer<{ offices: Office[] }>> {
  const answer = await api.offices();
  return answer.ok ? api.putOffices(answer.offices.filter((office) => office.id !== id)) : answer;
}
