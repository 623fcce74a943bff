import { randomUUID } from 'node:crypto';
import type { Role } from '../../protocol/account.ts';
import type { Code } from '../../protocol/codes.ts';
import type { Language, Service } from '../../protocol/conversation.ts';
import { StoreError, type OperatorRecord, type Store, type Writer } from '../store/store.ts';
import { isWeak, MIN_PASSWORD } from './password-rule.ts';
import { hashPassword } from './passwords.ts';

/** What the person who keeps the accounts has to put right: the message says so, the code is the protocol's. */
export class AccountError extends Error {
  override name = 'AccountError';
  readonly code: Code;

  constructor(code: Code, message: string) {
    super(message);
    this.code = code;
  }
}

export interface NewOperator {
  username: string;
  /** As shown to citizens. */
  name: string;
  skills: Service[];
  roles?: Role[];
  languages?: Language[];
  /** Ids of offices. */
  offices?: string[];
  password: string;
}

export type OperatorChange = Partial<
  Pick<OperatorRecord, 'name' | 'skills' | 'roles' | 'languages' | 'offices' | 'active'>
>;

/** @throws AccountError */
export async function addOperator(store: Store, operator: NewOperator): Promise<OperatorRecord> {
  const { username, skills, roles = [], languages = ['it', 'en'], offices = [], password } = operator;
  if (!/^[a-z0-9][a-z0-9._-]{1,59}$/.test(username)) {
    const rule = '2 to 60 of the characters a-z 0-9 . _ - and begins with a letter or digit';
    throw new AccountError('invalid', `a user name has ${rule}`);
  }
  const name = checkedName(operator.name);
  const passwordHash = await hashNew(password, [username, name]);
  const id = randomUUID();
  const record = { id, username, name, skills, roles, languages, offices, passwordHash, active: true };
  try {
    await store.write((writer) => writer.putOperator(record));
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'conflict')) throw error;
    throw new AccountError('already-taken', `there is an operator ${username} already`);
  }
  return record;
}

/**
 * The account stays for the statistics when it is deactivated; its sessions are over, also once it is active again.
 *
 * @returns the account as it is now
 * @throws AccountError
 */
export async function changeOperator(store: Store, id: string, change: OperatorChange): Promise<OperatorRecord> {
  const checked = change.name === undefined ? change : { ...change, name: checkedName(change.name) };
  return store.write(async (writer) => {
    const before = await writer.operator(id);
    if (!before) throw new AccountError('not-found', 'there is no such operator');
    const after = { ...before, ...checked };
    await refuseWithoutSupervisor(writer, before, after);
    await writer.putOperator(after);
    if (!after.active) await writer.removeSessionsOf(id);
    return after;
  });
}

/**
 * Whoever was signed in with the old one is signed out.
 *
 * @param keep hash of the session that goes on: that of who changes their own
 * @throws AccountError
 */
export async function setPassword(store: Store, id: string, password: string, keep?: string): Promise<void> {
  const operator = await store.operator(id);
  if (!operator) throw new AccountError('not-found', 'there is no such operator');
  const passwordHash = await hashNew(password, [operator.username, operator.name]);
  await store.write(async (writer) => {
    const now = await writer.operator(id);
    if (now) await writer.putOperator({ ...now, passwordHash });
    await writer.removeSessionsOf(id, keep);
  });
}

/** In the same transaction as the change: two who take it from each other at once would leave nobody. */
async function refuseWithoutSupervisor(writer: Writer, before: OperatorRecord, after: OperatorRecord): Promise<void> {
  if (!isSupervisor(before) || isSupervisor(after)) return;
  const others = (await writer.operators()).filter((other) => other.id !== after.id && isSupervisor(other));
  if (others.length > 0) return;
  throw new AccountError('forbidden', `${before.username} is the only supervisor left: make another one first`);
}

export function isSupervisor({ active, roles }: Pick<OperatorRecord, 'active' | 'roles'>): boolean {
  return active && roles.includes('supervisor');
}

function checkedName(name: string): string {
  if (name.trim() === '') throw new AccountError('invalid', 'give the name that citizens will see: --name "…"');
  return name.trim();
}

async function hashNew(password: string, own: readonly string[]): Promise<string> {
  if (!isWeak(password, own)) return hashPassword(password);
  const rule = `a password has at least ${MIN_PASSWORD} characters (200 at most)`;
  throw new AccountError('weak-password', `${rule}, and none that are easily guessed: three unusual words will do`);
}
