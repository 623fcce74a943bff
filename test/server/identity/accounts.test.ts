import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseFile } from '../../../server/config.ts';
import { addOperator } from '../../../server/identity/accounts.ts';
import { createSessions, SESSION_LIFE_MS } from '../../../server/identity/sessions.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';

const COMMAND = join(import.meta.dirname, '../../../server/commands/operators.ts');
const PASSWORD = 'una frase lunga';

let dataDir: string;
/** As the server has it open. */
let store: Store;
let now = Date.now();

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sportello-'));
  store = await createSqliteStore(databaseFile(dataDir));
});
afterAll(async () => {
  await store.close();
  await rm(dataDir, { recursive: true });
});

/** Runs the command as a person would, the password coming through standard input. */
async function operators(
  parameters: string[],
  password = '',
  { cwd, ...settings }: Record<string, string> = {},
): Promise<{ exit: number; out: string; error: string }> {
  const env = { ...process.env, SPORTELLO_DATA: dataDir, ...settings };
  const child = spawn(process.execPath, [COMMAND, ...parameters], { env, ...(cwd !== undefined && { cwd }) });
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
  child.stdin.end(`${password}\n`);
  const [out, error, exit] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { exit, out, error };
}

test('OP-24 an operator is added beside a running server, signs in, gets another password, and is deactivated', async () => {
  const sessions = createSessions({ store, now: () => now });
  const added = await operators(['add', 'maria', '--name', 'Maria R.', '--skills', 'chat,lis'], PASSWORD);
  expect(added).toEqual({ exit: 0, out: 'maria can sign in now.\n', error: '' });
  const signedIn = await sessions.signIn('Maria', PASSWORD);
  expect(signedIn?.account).toMatchObject({ name: 'Maria R.', skills: ['chat', 'lis'] });

  expect((await operators(['password', 'maria'], 'una frase diversa')).exit).toBe(0);
  expect(await sessions.signIn('maria', PASSWORD)).toBeNull();
  expect(await sessions.signIn('maria', 'una frase diversa')).not.toBeNull();

  expect((await operators(['list'])).out).toBe('maria\tMaria R.\tchat,lis\tactive\n');
  expect((await operators(['deactivate', 'maria'])).exit).toBe(0);
  expect((await operators(['list'])).out).toBe('maria\tMaria R.\tchat,lis\tdeactivated\n');
  expect(await sessions.signIn('maria', 'una frase diversa')).toBeNull();
  // The session that was open ends with the account.
  expect(await sessions.accountOf(signedIn?.secret ?? '')).toBeNull();
});

test.each([
  ['a short password', ['add', 'luca', '--name', 'Luca'], 'corta', 'a password has 12'],
  ['a user name with spaces', ['add', 'lu ca', '--name', 'Luca'], PASSWORD, 'a user name has'],
  ['no name', ['add', 'luca'], PASSWORD, '--name'],
  ['an unknown skill', ['add', 'luca', '--name', 'Luca', '--skills', 'fax'], PASSWORD, 'there is no skill fax'],
  ['an operator who is not there', ['deactivate', 'luca'], '', 'there is no operator luca'],
  ['nothing to do', [], '', 'npm run operators'],
])('OP-24 %s is refused with a reason', async (_name, parameters, password, reason) => {
  const { exit, out, error } = await operators(parameters, password);
  expect(exit).toBe(1);
  expect(out).toBe('');
  expect(error).toContain(reason);
  expect(error).not.toContain('    at ');
});

test.each([
  ['an option that is none', ['list', '--jsn'], '--jsn'],
  ['an option without its value', ['add', 'luca', '--name'], '--name'],
])('OP-24 %s is answered with what to type, and no trace of the program', async (_name, parameters, reason) => {
  const { exit, error } = await operators(parameters);
  expect(exit).toBe(1);
  expect(error).toContain(reason);
  expect(error).toContain('npm run operators -- add');
  expect(error).not.toContain('    at ');
});

test('OP-24 --help says what to type', async () => {
  const { exit, out, error } = await operators(['--help']);
  expect({ exit, error }).toEqual({ exit: 0, error: '' });
  expect(out).toContain('npm run operators -- add');
});

test('OP-24 in production it touches no folder but the one that is set', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'sportello-'));
  const { exit, out, error } = await operators(['list'], '', { cwd, SPORTELLO_MODE: 'production', SPORTELLO_DATA: '' });
  expect({ exit, out, left: await readdir(cwd) }).toEqual({ exit: 1, out: '', left: [] });
  expect(error).toContain('SPORTELLO_DATA: ');
  await rm(cwd, { recursive: true });
});

test('SE-7 a session ends after twelve hours, and when signing out', async () => {
  const sessions = createSessions({ store, now: () => now });
  await addOperator(store, { username: 'nora', name: 'Nora', skills: ['chat'], password: PASSWORD });
  const [one, two] = [await sessions.signIn('nora', PASSWORD), await sessions.signIn('nora', PASSWORD)];
  await sessions.signOut(two?.secret ?? '');
  expect(await sessions.accountOf(two?.secret ?? '')).toBeNull();
  now += SESSION_LIFE_MS - 1;
  expect(await sessions.accountOf(one?.secret ?? '')).toMatchObject({ name: 'Nora' });
  now += 1;
  expect(await sessions.accountOf(one?.secret ?? '')).toBeNull();
});

test('SE-6 an unknown user name takes as long as a wrong password', async () => {
  const sessions = createSessions({ store, now: () => now });
  await addOperator(store, { username: 'olga', name: 'Olga', skills: ['chat'], password: PASSWORD });
  await sessions.signIn('olga', PASSWORD);
  const timed = async (username: string): Promise<number> => {
    const begun = performance.now();
    expect(await sessions.signIn(username, 'wrong wrong wrong')).toBeNull();
    return performance.now() - begun;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    known.push(await timed('olga'));
    unknown.push(await timed(`nobody-${round}`));
  }
  // Looking nobody up and answering at once would take a hundredth of it.
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
});
