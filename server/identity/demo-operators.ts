import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { role } from '../../protocol/account.ts';
import { language } from '../../protocol/conversation.ts';
import type { Store } from '../store/store.ts';
import { hashPassword } from './passwords.ts';

const credentials = z.object({
  username: z.string(),
  name: z.string(),
  skills: z.array(z.enum(['chat', 'lis'])),
  roles: z.array(z.enum(role.options)).default([]),
  languages: z.array(z.enum(language.options)).default(['it', 'en']),
  offices: z.array(z.string()).default([]),
  password: z.string(),
});
/** Who brings accounts may leave out what most have alike. */
export type Credentials = z.input<typeof credentials>;

const DEMO_OPERATORS: Omit<Credentials, 'password'>[] = [
  { username: 'chat1', name: 'Operatore chat 1', skills: ['chat'] },
  { username: 'chat2', name: 'Operatore chat 2', skills: ['chat'], offices: ['tributi'] },
  { username: 'lis1', name: 'Operatore LIS', skills: ['chat', 'lis'] },
  { username: 'redazione', name: 'Redazione', skills: [], roles: ['editor'] },
  { username: 'responsabile', name: 'Responsabile', skills: [], roles: ['supervisor'] },
];

/** Its presence marks a folder as made by demo mode. */
export function demoFile(dataDir: string): string {
  return join(dataDir, 'demo-operators.json');
}

/** The operators one can try the desk with: made once per data folder, with passwords of its own. */
export async function demoOperators(store: Store, dataDir: string): Promise<Credentials[]> {
  const file = demoFile(dataDir);
  const kept = existsSync(file) ? z.array(credentials).parse(JSON.parse(await readFile(file, 'utf8'))) : [];
  const known = await Promise.all(DEMO_OPERATORS.map(({ username }) => store.operatorByUsername(username)));
  const passwords = new Map(kept.map(({ username, password }) => [username, password]));
  if (known.every(Boolean) && DEMO_OPERATORS.every(({ username }) => passwords.has(username))) return kept;
  // One that is new in this version joins the others, whose passwords stay.
  const made = DEMO_OPERATORS.map((operator) => ({
    ...operator,
    password: passwords.get(operator.username) ?? randomBytes(6).toString('hex'),
  }));
  await putOperators(store, made);
  await writeFile(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}

export async function putOperators(store: Store, operators: readonly Credentials[]): Promise<void> {
  const records = await Promise.all(
    operators.map(async ({ username, name, skills, roles = [], languages = ['it', 'en'], offices = [], password }) => ({
      id: `demo-${username}`,
      username,
      name,
      skills,
      roles,
      languages,
      offices,
      passwordHash: await hashPassword(password),
      active: true,
    })),
  );
  await store.write(async (writer) => {
    for (const record of records) await writer.putOperator(record);
  });
}
