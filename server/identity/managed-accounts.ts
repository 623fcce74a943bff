import type { infer as Infer } from 'zod/mini';
import type { Account, changeAccount, changePassword, ManagedAccount, newAccount } from '../../protocol/account.ts';
import type { Acknowledgement, Refusal } from '../../protocol/codes.ts';
import type { OperatorRecord, Store } from '../store/store.ts';
import { AccountError, addOperator, changeOperator, setPassword } from './accounts.ts';
import { newPassword } from './new-password.ts';
import { verifyPassword } from './passwords.ts';
import { hashSecret } from './secrets.ts';

/** The accounts as supervisors keep them, and the password as its owner does. Refusals are codes of the protocol. */
export interface ManagedAccounts {
  list(): Promise<ManagedAccount[]>;
  add(account: Infer<typeof newAccount>): Promise<Acknowledgement<{ account: ManagedAccount; password: string }>>;
  change(
    by: Account,
    id: string,
    change: Infer<typeof changeAccount>,
  ): Promise<Acknowledgement<{ account: ManagedAccount }>>;
  /** A new password, shown once; whoever was signed in with the old one is signed out. */
  reset(by: Account, id: string): Promise<Acknowledgement<{ password: string }>>;
  /** @param secret of the session that goes on; the account's others end */
  changeOwn(by: Account, secret: string, passwords: Infer<typeof changePassword>): Promise<Acknowledgement>;
}

export interface ManagedAccountsOptions {
  store: Store;
  /** Ids of the offices there are. */
  offices: () => readonly string[];
  /** Those who are signed in have to hear of it: the account is new, is another, or its sessions are over. */
  onChange: (account: Account) => void;
}

export function createManagedAccounts({ store, offices, onChange }: ManagedAccountsOptions): ManagedAccounts {
  /** An office that is gone from the file may stay where it was. */
  function known(wanted: readonly string[], before: readonly string[] = []): boolean {
    const there = new Set([...offices(), ...before]);
    return wanted.every((id) => there.has(id));
  }

  function told(record: OperatorRecord): { ok: true; account: ManagedAccount } {
    const account = managed(record);
    onChange(account);
    return { ok: true, account };
  }

  return {
    list: async () => (await store.operators()).map(managed),

    add: (request) =>
      answered(async () => {
        if (!known(request.offices)) return refused('invalid');
        const password = newPassword();
        return { ...told(await addOperator(store, { ...request, password })), password };
      }),

    change: (by, id, change) =>
      answered(async () => {
        if (by.id === id && change.active === false) return refused('oneself');
        const before = await store.operator(id);
        if (!known(change.offices ?? [], before?.offices)) return refused('invalid');
        return told(await changeOperator(store, id, given(change)));
      }),

    reset: (by, id) =>
      answered(async () => {
        // Who is asked for the old one must not get round it.
        if (by.id === id) return refused('oneself');
        const password = newPassword();
        await setPassword(store, id, password);
        return { ...(await retold(id)), password };
      }),

    changeOwn: (by, secret, { current, next }) =>
      answered(async () => {
        const operator = await store.operator(by.id);
        if (!operator || !(await verifyPassword(current, operator.passwordHash))) return refused('wrong-credentials');
        await setPassword(store, by.id, next, hashSecret(secret));
        return retold(by.id);
      }),
  };

  async function retold(id: string): Promise<{ ok: true }> {
    const record = await store.operator(id);
    if (record) onChange(managed(record));
    return { ok: true };
  }
}

function refused(code: Refusal['code']): Refusal {
  return { ok: false, code };
}

async function answered<Value extends object>(
  work: () => Promise<Acknowledgement<Value>>,
): Promise<Acknowledgement<Value>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AccountError) return refused(error.code);
    throw error;
  }
}

function managed({ passwordHash: _hash, ...account }: OperatorRecord): ManagedAccount {
  return account;
}

/** Without the fields that were not sent. */
function given<Value extends object>(change: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Value]: Exclude<Value[Key], undefined> };
}
