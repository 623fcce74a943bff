import type { Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import type { Tables } from '../schema.ts';
import { StoreOpenError } from '../store-open-error.ts';
import { init } from './001-init.ts';
import { knowledge } from './002-knowledge.ts';
import { desk } from './003-desk.ts';
import { runningNumbers } from './004-running-numbers.ts';

/** In the order of their names. One that was released is never changed again; a new one comes after it. */
const MIGRATIONS: Record<string, Migration> = {
  '001-init': init,
  '002-knowledge': knowledge,
  '003-desk': desk,
  '004-running-numbers': runningNumbers,
};

/** The version of the data that this program reads and writes. */
export const DATA_VERSION = Object.keys(MIGRATIONS).at(-1) ?? 'none';

/**
 * Brings the data to this program's version, all of it or nothing.
 *
 * @throws StoreOpenError `newer-data` when a later version of the program has been at work on them
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await refuseNewer(transaction);
    const provider = { getMigrations: () => Promise.resolve(MIGRATIONS) };
    const { error } = await new Migrator({ db: transaction, provider }).migrateToLatest();
    if (error !== undefined) throw new Error('a migration failed; the data are as they were', { cause: error });
  });
}

async function refuseNewer(db: Kysely<Tables>): Promise<void> {
  const unknown = (await namesOfMigrationsDone(db)).filter((name) => !(name in MIGRATIONS));
  if (unknown.length === 0) return;
  throw new StoreOpenError(
    'newer-data',
    `the data were written by a later version (${unknown.join(', ')}); this one knows them up to ${DATA_VERSION}`,
    'Start the version that wrote them, or restore a backup made before the update.',
  );
}

async function namesOfMigrationsDone(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === DEFAULT_MIGRATION_TABLE)) return [];
  const migrations = db.$extendTables<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>();
  const rows = await migrations.selectFrom(DEFAULT_MIGRATION_TABLE).select('name').orderBy('name').execute();
  return rows.map((row) => row.name);
}
