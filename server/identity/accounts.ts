import { randomUUID } from 'node:crypto';
import type { Role } from '../../protocol/account.ts';
import type { Language, Service } from '../../protocol/conversation.ts';
import type { OperatorRecord, Store } from '../store/store.ts';
import { hashPassword } from './passwords.ts';

const MIN_PASSWORD = 12;
/** As much as the sign-in form takes. */
const MAX_PASSWORD = 200;

/** What the person who keeps the accounts has to put right; the message says so. */
export class AccountError extends Error {
  override name = 'AccountError';
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

/** @throws AccountError */
export async function addOperator(store: Store, operator: NewOperator): Promise<void> {
  const { username, name, skills, roles = [], languages = ['it', 'en'], offices = [], password } = operator;
  if (!/^[a-z0-9][a-z0-9._-]{1,59}$/.test(username)) {
    throw new AccountError('a user name has 2 to 60 of the characters a-z 0-9 . _ - and begins with a letter or digit');
  }
  if (await store.operatorByUsername(username)) throw new AccountError(`there is an operator ${username} already`);
  if (name.trim() === '') throw new AccountError('give the name that citizens will see: --name "…"');
  const passwordHash = await hashNew(password);
  const account = { username, name: name.trim(), skills, roles, languages, offices };
  await put(store, { id: randomUUID(), ...account, passwordHash, active: true });
}

/** The account stays for the statistics; its sessions end within a minute. @throws AccountError */
export async function deactivateOperator(store: Store, username: string): Promise<void> {
  await put(store, { ...(await known(store, username)), active: false });
}

/** Makes a deactivated account active again. @throws AccountError */
export async function setPassword(store: Store, username: string, password: string): Promise<void> {
  const operator = await known(store, username);
  await put(store, { ...operator, passwordHash: await hashNew(password), active: true });
}

async function known(store: Store, username: string): Promise<OperatorRecord> {
  const operator = await store.operatorByUsername(username);
  if (!operator) throw new AccountError(`there is no operator ${username}`);
  return operator;
}

async function hashNew(password: string): Promise<string> {
  if (password.length < MIN_PASSWORD || password.length > MAX_PASSWORD) {
    throw new AccountError(`a password has ${MIN_PASSWORD} to ${MAX_PASSWORD} characters`);
  }
  return hashPassword(password);
}

async function put(store: Store, operator: OperatorRecord): Promise<void> {
  await store.write((writer) => writer.putOperator(operator));
}
