/**
 * `npm run operator -- <what>`: the accounts of those who answer. Works beside a running server. Passwords are typed
 * without echo, or come as the first line of standard input.
 */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { role } from '../../protocol/account.ts';
import { language, service } from '../../protocol/conversation.ts';
import { officeId } from '../../protocol/office.ts';
import { ConfigError, databaseFile, dataDirIn } from '../config.ts';
import { AccountError, addOperator, changeOperator, setPassword, type OperatorChange } from '../identity/accounts.ts';
import { StoreOpenError } from '../store/store-open-error.ts';
import { createSqliteStore } from '../store/sqlite-store.ts';
import type { OperatorRecord, Store } from '../store/store.ts';
import { isArgumentError } from './argument-error.ts';

const USAGE = `npm run operator -- add USERNAME --name "Shown to citizens" [OPTIONS]
npm run operator -- list
npm run operator -- change USERNAME [--name "…"] [OPTIONS]
npm run operator -- password USERNAME
npm run operator -- deactivate USERNAME
npm run operator -- activate USERNAME

Options, each a list with commas; "" is none:
  --skills chat,lis          what they answer; chat when added without
  --roles editor,supervisor  what they may do besides; none when added without
  --languages it,en          what they answer in; both when added without
  --offices urp,tributi      the offices they belong to, as in sportello.config.yaml; none when added without`;

const OPTIONS = {
  name: { type: 'string' },
  skills: { type: 'string' },
  roles: { type: 'string' },
  languages: { type: 'string' },
  offices: { type: 'string' },
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

async function run(store: Store, [what, username, ...more]: string[], options: Options): Promise<void> {
  if (what === 'list') return list(store);
  if (username === undefined || more.length > 0) throw new AccountError('invalid', USAGE);
  const change = changeIn(options);
  switch (what) {
    case 'add':
      await addOperator(store, { username, name: '', skills: ['chat'], ...change, password: await readPassword() });
      return console.log(`${username} can sign in now.`);
    case 'change':
      if (Object.keys(change).length === 0) throw new AccountError('invalid', `what is to change?\n\n${USAGE}`);
      await changeOperator(store, await idOf(store, username), change);
      return console.log(`${username} is changed; who is signed in has it within a minute.`);
    case 'password':
      await setPassword(store, await idOf(store, username), await readPassword());
      return console.log(`${username} has a new password.`);
    case 'deactivate':
      await changeOperator(store, await idOf(store, username), { active: false });
      return console.log(`${username} is deactivated.`);
    case 'activate':
      await changeOperator(store, await idOf(store, username), { active: true });
      return console.log(`${username} can sign in again.`);
    default:
      throw new AccountError('invalid', USAGE);
  }
}

async function idOf(store: Store, username: string): Promise<string> {
  const operator = await store.operatorByUsername(username);
  if (!operator) throw new AccountError('not-found', `there is no operator ${username}`);
  return operator.id;
}

async function list(store: Store): Promise<void> {
  for (const operator of await store.operators()) console.log(lineOf(operator));
}

function lineOf({ username, name, skills, roles, languages, offices, active }: OperatorRecord): string {
  const does = [...skills, ...roles].join(',');
  return [username, name, does, languages.join(','), offices.join(','), active ? 'active' : 'deactivated'].join('\t');
}

/** Only what was typed. */
function changeIn({ name, skills, roles, languages, offices }: Options): OperatorChange {
  return {
    ...(name !== undefined && { name }),
    ...(skills !== undefined && { skills: wordsIn(skills, service, 'skill') }),
    ...(roles !== undefined && { roles: wordsIn(roles, role, 'role') }),
    ...(languages !== undefined && { languages: wordsIn(languages, language, 'language') }),
    ...(offices !== undefined && { offices: officesIn(offices) }),
  };
}

/** An empty list is one: an editor need not answer anybody. */
function wordsIn<Word extends string>(list: string, { options }: { options: Word[] }, what: string): Word[] {
  return split(list).map((word) => {
    const known = options.find((option) => option === word);
    if (known === undefined)
      throw new AccountError('invalid', `there is no ${what} ${word}: use ${options.join(', ')}`);
    return known;
  });
}

function officesIn(list: string): string[] {
  return split(list).map((word) => {
    if (officeId.safeParse(word).success) return word;
    throw new AccountError('invalid', `${word} is no office: use its id, such as tributi`);
  });
}

function split(list: string): string[] {
  const words = list.split(',').map((word) => word.trim());
  return [...new Set(words.filter(Boolean))];
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
