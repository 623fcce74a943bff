import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { createKyselyStore } from './kysely-store.ts';
import { migrate } from './migrations/index.ts';
import type { Tables } from './schema.ts';
import { constraintOf, NodeSqliteDialect } from './sqlite-dialect.ts';
import { asOpenError, holdLock, makeWritable, openForReading, openForWriting } from './sqlite-file.ts';
import type { Store } from './store.ts';

/**
 * Opens the store in a file, which is made, with its folder, where it is missing. One desk at a time may have it
 * open: a second one would know nothing of what the first one holds in memory.
 *
 * @param options.besideDesk for a command that works on what no desk holds in memory: accounts
 * @throws StoreOpenError with a code and the remedy
 */
export async function createSqliteStore(file: string, { besideDesk = false } = {}): Promise<Store> {
  const resources = new DisposableStack();
  try {
    makeWritable(file);
    if (!besideDesk) resources.use(holdLock(file));
    const writing = kyselyOver(resources.use(openForWriting(file)));
    await migrate(writing);
    const reading = kyselyOver(resources.use(openForReading(file)));
    const close = async (): Promise<void> => {
      await Promise.all([reading.destroy(), writing.destroy()]);
      resources.dispose();
    };
    return createKyselyStore({ writing, reading, constraintOf, close });
  } catch (error) {
    resources.dispose();
    throw asOpenError(file, error);
  }
}

function kyselyOver(database: DatabaseSync): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
}
