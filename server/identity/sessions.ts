import type { Account } from '../../protocol/account.ts';
import type { OperatorRecord, Store } from '../store/store.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** A working day with its overtime; then one signs in again. */
export const SESSION_LIFE_MS = 12 * 60 * 60_000;

/** Who an operator is, by a secret that lives in a cookie and is stored hashed. */
export interface Sessions {
  /** @returns null when the user name or the password is wrong; both take the same time to find out */
  signIn(username: string, password: string): Promise<{ secret: string; account: Account } | null>;
  /** @returns null when the session has ended or the account was deactivated */
  accountOf(secret: string): Promise<Account | null>;
  signOut(secret: string): Promise<void>;
}

export function createSessions({ store, now }: { store: Store; now: () => number }): Sessions {
  // Compared against when nobody has the user name, so that guessing names takes as long as guessing passwords.
  const nobodys = hashPassword(newSecret());

  return {
    async signIn(username, password) {
      const operator = await store.operatorByUsername(username.toLowerCase());
      const matches = await verifyPassword(password, operator?.passwordHash ?? (await nobodys));
      if (!operator?.active || !matches) return null;
      const secret = newSecret();
      const createdAt = now();
      await store.write(async (writer) => {
        await writer.removeSessionsExpiredBefore(createdAt);
        await writer.addSession({
          tokenHash: hashSecret(secret),
          operatorId: operator.id,
          createdAt,
          expiresAt: createdAt + SESSION_LIFE_MS,
        });
      });
      return { secret, account: accountFrom(operator) };
    },

    async accountOf(secret) {
      const session = await store.session(hashSecret(secret));
      if (!session || session.expiresAt <= now()) return null;
      const operator = await store.operator(session.operatorId);
      return operator?.active ? accountFrom(operator) : null;
    },

    async signOut(secret) {
      await store.write((writer) => writer.removeSession(hashSecret(secret)));
    },
  };
}

function accountFrom({ id, name, skills, roles, languages, offices }: OperatorRecord): Account {
  return { id, name, skills, roles, languages, offices };
}
