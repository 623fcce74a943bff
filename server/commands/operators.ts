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
import { ConfigError, databaseFile, dataDirIn } from '../config.ts';
import { AccountError, addOperator, deactivateOperator, setPassword } from '../identity/accounts.ts';
import { StoreOpenError } from '../store/store-open-error.ts';
import { createSqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { isArgumentError } from './argument-error.ts';

const USAGE = `npm run operators -- add USERNAME --name "Shown to citizens" --skills chat,lis [--roles editor,supervisor]
npm run operators -- list
npm run operators -- password USERNAME
npm run operators -- deactivate USERNAME`;

const OPTIONS = {
  name: { type: 'string', default: '' },
  skills: { type: 'string', default: 'chat' },
  roles: { type: 'string', default: '' },
  help: { type: 'boolean', default: false },
} as const;

type Options = ReturnType<typeof parse>['values'];

try {
  const { values, positionals } = parse();
  if (values.help) console.log(USAGE);
  else await withStore((store) => run(store, positionals, values));
} catch (error) {
  const words = wordsFor(error);
  if (words === null) throw error;
  console.error(words);
  process.exitCode = 1;
}

function parse() {
  return parseArgs({ options: OPTIONS, allowPositionals: true });
}

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await createSqliteStore(databaseFile(dataDirIn(process.env)), { besideDesk: true });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** What the person who typed it can put right; null for what only a developer can. */
function wordsFor(error: unknown): string | null {
  if (error instanceof StoreOpenError) return `${error.message}. ${error.remedy}`;
  if (error instanceof AccountError || error instanceof ConfigError) return error.message;
  return isArgumentError(error) ? `${error.message}\n\n${USAGE}` : null;
}

async function run(store: Store, [what, username]: string[], { name, skills, roles }: Options): Promise<void> {
  if (what === 'list') return list(store);
  if (username === undefined) throw new AccountError(USAGE);
  switch (what) {
    case 'add':
      await addOperator(store, {
        username,
        name,
        skills: wordsIn(skills, service, 'skill'),
        roles: wordsIn(roles, role, 'role'),
        password: await readPassword(),
      });
      return console.log(`${username} can sign in now.`);
    case 'password':
      await setPassword(store, username, await readPassword());
      return console.log(`${username} has a new password.`);
    case 'deactivate':
      await deactivateOperator(store, username);
      return console.log(`${username} is deactivated.`);
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
