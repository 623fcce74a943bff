import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseFile } from '../../../server/config.ts';
import { addOperator, changeOperator, isSupervisor } from '../../../server/identity/accounts.ts';
import { createSessions, SESSION_LIFE_MS } from '../../../server/identity/sessions.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';

const COMMAND = join(import.meta.dirname, '../../../server/commands/operator.ts');
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
async function operator(
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
  const added = await operator(['add', 'maria', '--name', 'Maria R.', '--skills', 'chat,lis'], PASSWORD);
  expect(added).toEqual({ exit: 0, out: 'maria can sign in now.\n', error: '' });
  const signedIn = await sessions.signIn('Maria', PASSWORD);
  expect(signedIn?.account).toMatchObject({ name: 'Maria R.', skills: ['chat', 'lis'] });

  expect((await operator(['password', 'maria'], 'una frase diversa')).exit).toBe(0);
  expect(await sessions.signIn('maria', PASSWORD)).toBeNull();
  expect(await sessions.signIn('maria', 'una frase diversa')).not.toBeNull();

  expect((await operator(['list'])).out).toBe('maria\tMaria R.\tchat,lis\tit,en\t\tactive\n');
  expect((await operator(['deactivate', 'maria'])).exit).toBe(0);
  expect((await operator(['list'])).out).toBe('maria\tMaria R.\tchat,lis\tit,en\t\tdeactivated\n');
  expect(await sessions.signIn('maria', 'una frase diversa')).toBeNull();
  // The session that was open ends with the account.
  expect(await sessions.accountOf(signedIn?.secret ?? '')).toBeNull();
});

test.each([
  ['a short password', ['add', 'luca', '--name', 'Luca'], 'corta', 'a password has at least 12'],
  ['a password that everybody tries', ['add', 'luca', '--name', 'Luca'], 'Benvenuto2026!', 'easily guessed'],
  ['one made of the own name', ['add', 'gianluca', '--name', 'Gianluca V.'], 'gianlucagianluca', 'easily guessed'],
  ['a user name with spaces', ['add', 'lu ca', '--name', 'Luca'], PASSWORD, 'a user name has'],
  ['no name', ['add', 'luca'], PASSWORD, '--name'],
  ['an unknown skill', ['add', 'luca', '--name', 'Luca', '--skills', 'fax'], PASSWORD, 'there is no skill fax'],
  ['an unknown language', ['add', 'luca', '--name', 'Luca', '--languages', 'fr'], PASSWORD, 'there is no language fr'],
  [
    'an office that cannot be one',
    ['add', 'luca', '--name', 'Luca', '--offices', 'Ufficio 1'],
    PASSWORD,
    'is no office',
  ],
  ['a change of nothing', ['change', 'luca'], '', 'what is to change?'],
  ['a second user name', ['add', 'luca', 'verdi', '--name', 'Luca'], PASSWORD, 'npm run operator'],
  ['an operator who is not there', ['deactivate', 'luca'], '', 'there is no operator luca'],
  ['nothing to do', [], '', 'npm run operator'],
])('OP-24 %s is refused with a reason', async (_name, parameters, password, reason) => {
  const { exit, out, error } = await operator(parameters, password);
  expect(exit).toBe(1);
  expect(out).toBe('');
  expect(error).toContain(reason);
  expect(error).not.toContain('    at ');
});

test.each([
  ['an option that is none', ['list', '--jsn'], '--jsn'],
  ['an option without its value', ['add', 'luca', '--name'], '--name'],
])('OP-24 %s is answered with what to type, and no trace of the program', async (_name, parameters, reason) => {
  const { exit, error } = await operator(parameters);
  expect(exit).toBe(1);
  expect(error).toContain(reason);
  expect(error).toContain('npm run operator -- add');
  expect(error).not.toContain('    at ');
});

test('OP-38 what somebody answers, in which languages and for which offices is told when adding them, and changed later', async () => {
  const sessions = createSessions({ store, now: () => now });
  const roles = ['--skills', '', '--roles', 'supervisor', '--languages', 'it', '--offices', 'tributi,urp'];
  expect((await operator(['add', 'anna', '--name', 'Anna B.', ...roles], PASSWORD)).exit).toBe(0);
  const secret = (await sessions.signIn('anna', PASSWORD))?.secret ?? '';
  expect(await sessions.accountOf(secret)).toMatchObject({
    name: 'Anna B.',
    skills: [],
    roles: ['supervisor'],
    languages: ['it'],
    offices: ['tributi', 'urp'],
  });
  expect((await operator(['change', 'anna', '--skills', 'chat,chat', '--offices', '', '--name', 'Anna'])).exit).toBe(0);
  // The session goes on, with what is true now.
  expect(await sessions.accountOf(secret)).toMatchObject({
    name: 'Anna',
    skills: ['chat'],
    roles: ['supervisor'],
    offices: [],
  });
});

test('OP-38 a deactivated account can be activated again, and its old sessions stay over', async () => {
  const sessions = createSessions({ store, now: () => now });
  await addOperator(store, { username: 'rita', name: 'Rita', skills: ['chat'], password: PASSWORD });
  const secret = (await sessions.signIn('rita', PASSWORD))?.secret ?? '';
  expect((await operator(['deactivate', 'rita'])).exit).toBe(0);
  // A password alone does not let anybody in again.
  expect((await operator(['password', 'rita'], 'una frase diversa')).exit).toBe(0);
  expect(await sessions.signIn('rita', 'una frase diversa')).toBeNull();
  expect((await operator(['activate', 'rita'])).exit).toBe(0);
  expect(await sessions.accountOf(secret)).toBeNull();
  expect(await sessions.signIn('rita', 'una frase diversa')).not.toBeNull();
});

test('OP-39 the only supervisor left stays one, from the command line too', async () => {
  const supervisors = (await store.operators()).filter(isSupervisor);
  expect(supervisors.map(({ username }) => username)).toEqual(['anna']);
  for (const parameters of [
    ['deactivate', 'anna'],
    ['change', 'anna', '--roles', 'editor'],
  ]) {
    const { exit, error } = await operator(parameters);
    expect({ exit, error }).toEqual({ exit: 1, error: 'anna is the only supervisor left: make another one first\n' });
  }
  // Two at once, each taking it from the other: one of them stays.
  const other = await addOperator(store, {
    username: 'bice',
    name: 'Bice',
    skills: [],
    roles: ['supervisor'],
    password: PASSWORD,
  });
  const both = [other.id, supervisors[0]!.id].map((id) => changeOperator(store, id, { active: false }));
  const results = await Promise.allSettled(both);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await store.operators()).filter(isSupervisor)).toHaveLength(1);
});

test('OP-24 --help says what to type', async () => {
  const { exit, out, error } = await operator(['--help']);
  expect({ exit, error }).toEqual({ exit: 0, error: '' });
  expect(out).toContain('npm run operator -- add');
});

test('OP-24 in production it touches no folder but the one that is set', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'sportello-'));
  const { exit, out, error } = await operator(['list'], '', { cwd, SPORTELLO_MODE: 'production', SPORTELLO_DATA: '' });
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
