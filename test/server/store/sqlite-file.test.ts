import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import { StoreOpenError, type StoreOpenCode } from '../../../server/store/store-open-error.ts';
import { addConversation, addOperator, text, textsOf } from './records.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function refusal(file: string): Promise<StoreOpenError> {
  const error: unknown = await createSqliteStore(file).then(
    (store) => store.close(),
    (cause: unknown) => cause,
  );
  if (error instanceof StoreOpenError) return error;
  throw new Error('the store was opened', { cause: error });
}

async function expectRefusal(file: string, code: StoreOpenCode, remedy: RegExp): Promise<void> {
  const error = await refusal(file);
  expect(error.code).toBe(code);
  expect(error.message).toContain(code === 'newer-data' ? 'later version' : file);
  expect(error.remedy).toMatch(remedy);
}

/** Runs a statement without any store, and lists the tables. */
function tablesOf(file: string, statement = ''): unknown[] {
  const database = new DatabaseSync(file);
  database.exec(statement);
  const names = database.prepare("select name from sqlite_master where type = 'table'").all();
  database.close();
  return names.map((row) => row['name']);
}

test('OP-30 the folder is made where it is missing, for this user alone', async () => {
  const file = join(folder, 'deep', 'data', 'sportello.db');
  const store = await createSqliteStore(file);
  expect(statSync(join(folder, 'deep', 'data')).mode & 0o777).toBe(0o700);
  for (const part of ['', '-wal', '.lock']) expect(statSync(file + part).mode & 0o777, part).toBe(0o600);
  await store.close();
});

test('OP-22 a folder that cannot be written is refused with the remedy', async () => {
  writeFileSync(join(folder, 'a-file'), '');
  await expectRefusal(join(folder, 'a-file', 'sportello.db'), 'not-writable', /SPORTELLO_DATA/);
  await expectRefusal('/proc/sportello/sportello.db', 'not-writable', /Let this user write in the folder/);
  mkdirSync(join(folder, 'a-folder'));
  await expectRefusal(join(folder, 'a-folder'), 'not-writable', /SPORTELLO_DATA/);
});

test('OP-31 a file that holds something else is refused and left as it is', async () => {
  const file = join(folder, 'sportello.db');
  writeFileSync(file, 'these are somebody’s notes, and no database\n'.repeat(100));
  const before = statSync(file);
  await expectRefusal(file, 'not-a-database', /restore a backup/);
  expect(statSync(file)).toMatchObject({ size: before.size, mtimeMs: before.mtimeMs });
});

test('OP-31 data that a later version wrote are refused', async () => {
  const file = join(folder, 'sportello.db');
  const store = await createSqliteStore(file);
  await store.close();
  tablesOf(file, `insert into kysely_migration values ('999-later', '${new Date().toISOString()}')`);
  await expectRefusal(file, 'newer-data', /Start the version that wrote them/);
  expect((await refusal(file)).message).toContain('999-later');
});

test('OP-32 bringing data up to date happens wholly or not at all', async () => {
  const file = join(folder, 'sportello.db');
  tablesOf(file, 'create table contacts (somebody text)');
  await expect(createSqliteStore(file)).rejects.toThrow('a migration failed; the data are as they were');
  expect(tablesOf(file)).toEqual(['contacts']);
});

test('OP-31 data that another server works on are refused, and free again when it has stopped', async () => {
  const file = join(folder, 'sportello.db');
  const store = await createSqliteStore(file);
  await expectRefusal(file, 'in-use', /Stop the other server/);
  const { id } = await addConversation(store);
  await store.write((writer) => writer.appendMessage(id, text('ancora qui')));
  await store.close();
  const next = await createSqliteStore(file);
  expect(await textsOf(next, id)).toEqual(['ancora qui']);
  await next.close();
});

test('OP-24 a command may work on the data beside the server, and each sees what the other wrote', async () => {
  const file = join(folder, 'sportello.db');
  const desk = await createSqliteStore(file);
  const command = await createSqliteStore(file, { besideDesk: true });
  const operator = await addOperator(command);
  expect(await desk.operator(operator.id)).toEqual(operator);
  const { id } = await addConversation(desk, { operatorId: operator.id });
  expect(await command.conversation(id)).toMatchObject({ operatorId: operator.id });
  await command.close();
  await desk.close();
});
