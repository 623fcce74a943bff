/**
 * `npm run operators -- <what>`: the accounts of those who answer. Works beside a running server. Passwords are typed
 * without echo, or come as the first line of standard input.
 */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { role } from '../../protocol/account.ts';
import { service } from '../../protocol/conversation.ts';
import { databaseFile, dataDirIn } from '../config.ts';
import { AccountError, addOperator, deactivateOperator, setPassword } from '../identity/accounts.ts';
import { StoreOpenError } from '../store/store-open-error.ts';
import { createSqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';

const USAGE = `npm run operators -- add USERNAME --name "Shown to citizens" --skills chat,lis [--roles editor,supervisor]
npm run operators -- list
npm run operators -- password USERNAME
npm run operators -- deactivate USERNAME`;

const { values, positionals } = parseArgs({
  options: {
    name: { type: 'string', default: '' },
    skills: { type: 'string', default: 'chat' },
    roles: { type: 'string', default: '' },
  },
  allowPositionals: true,
});

try {
  const store = await createSqliteStore(databaseFile(dataDirIn(process.env)), { besideDesk: true });
  try {
    await run(store, positionals);
  } finally {
    await store.close();
  }
} catch (error) {
  if (!(error instanceof AccountError) && !(error instanceof StoreOpenError)) throw error;
  console.error(error instanceof StoreOpenError ? `${error.message}. ${error.remedy}` : error.message);
  process.exitCode = 1;
}

async function run(store: Store, [what, username]: string[]): Promise<void> {
  if (what === 'list') return list(store);
  if (username === undefined) throw new AccountError(USAGE);
  switch (what) {
    case 'add':
      return addOperator(store, {
        username,
        name: values.name,
        skills: wordsIn(values.skills, service, 'skill'),
        roles: wordsIn(values.roles, role, 'role'),
        password: await readPassword(),
      });
    case 'password':
      return setPassword(store, username, await readPassword());
    case 'deactivate':
      return deactivateOperator(store, username);
    default:
      throw new AccountError(USAGE);
  }
}

async function list(store: Store): Promise<void> {
  for (const { username, name, skills, roles, active } of await store.operators()) {
    console.log([username, name, [...skills, ...roles].join(','), active ? 'active' : 'deactivated'].join('\t'));
  }
}

/** An empty list is one: an editor need not answer anybody. */
function wordsIn<Word extends string>(list: string, { options }: { options: Word[] }, what: string): Word[] {
  const words = list.split(',').map((word) => word.trim());
  return words.filter(Boolean).map((word) => {
    const known = options.find((option) => option === word);
    if (known === undefined) throw new AccountError(`there is no ${what} ${word}: use ${options.join(', ')}`);
    return known;
  });
}

async function readPassword(): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return (await text(stdin)).split(/\r?\n/)[0] ?? '';
  // The terminal echoes what the interface writes back, and that goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: stdin, output: nowhere, terminal: true });
  stderr.write('Password: ');
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    stderr.write('\n');
  }
}
