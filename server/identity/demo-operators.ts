import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Store } from '../store/store.ts';
import { hashPassword } from './passwords.ts';

const credentials = z.object({
  username: z.string(),
  name: z.string(),
  skills: z.array(z.enum(['chat', 'lis'])),
  password: z.string(),
});
export type Credentials = z.infer<typeof credentials>;

const DEMO_OPERATORS: Omit<Credentials, 'password'>[] = [
  { username: 'chat1', name: 'Operatore chat 1', skills: ['chat'] },
  { username: 'chat2', name: 'Operatore chat 2', skills: ['chat'] },
  { username: 'lis1', name: 'Operatore LIS', skills: ['chat', 'lis'] },
];

/** Its presence marks a folder as made by demo mode. */
export function demoFile(dataDir: string): string {
  return join(dataDir, 'demo-operators.json');
}

/** The operators one can try the desk with: made once per data folder, with passwords of its own. */
export async function demoOperators(store: Store, dataDir: string): Promise<Credentials[]> {
  const file = demoFile(dataDir);
  if (existsSync(file)) {
    const kept = z.array(credentials).parse(JSON.parse(await readFile(file, 'utf8')));
    const known = await Promise.all(kept.map(({ username }) => store.operatorByUsername(username)));
    if (known.every(Boolean)) return kept;
  }
  const made = DEMO_OPERATORS.map((operator) => ({ ...operator, password: randomBytes(6).toString('hex') }));
  await putOperators(store, made);
  await writeFile(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}

export async function putOperators(store: Store, operators: readonly Credentials[]): Promise<void> {
  const records = await Promise.all(
    operators.map(async ({ username, name, skills, password }) => ({
      id: `demo-${username}`,
      username,
      name,
      skills,
      passwordHash: await hashPassword(password),
      active: true,
    })),
  );
  await store.write(async (writer) => {
    for (const record of records) await writer.putOperator(record);
  });
}
