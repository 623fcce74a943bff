import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import type { Constraint } from './kysely-writer.ts';

/** Kysely's SQLite dialect over the module built into Node. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;

  /** @param database belongs to whoever opened it, who also closes it after the dialect's last use */
  constructor(database: DatabaseSync) {
    super({ database: withPreparedStatements(database) });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new NodeSqliteDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

class NodeSqliteDriver extends SqliteDriver {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: withPreparedStatements(database) });
    this.#database = database;
  }

  /**
   * Takes the write lock at once. A transaction that reads first and writes later would be refused without any waiting
   * when another process wrote in between.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite rolls back by itself when the disk is full; asking again would hide that error behind another one. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** SQLite does run schema changes in transactions: a migration that is cut short leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** More than the application has queries, so each is prepared once. */
const PREPARED_STATEMENTS = 200;

function withPreparedStatements(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => prepared.clear(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      const [oldest] = prepared.keys();
      if (oldest !== undefined && prepared.size >= PREPARED_STATEMENTS) prepared.delete(oldest);
      const statement = prepareStatement(database, sql);
      prepared.set(sql, statement);
      return statement;
    },
  };
}

function prepareStatement(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}

/** @see https://www.sqlite.org/rescode.html */
const CONSTRAINTS: Readonly<Record<number, Constraint>> = { 787: 'foreign-key', 1555: 'unique', 2067: 'unique' };

/** Which constraint a failed statement ran into, if that was its trouble. */
export function constraintOf(error: unknown): Constraint | undefined {
  return error instanceof Error && 'errcode' in error ? CONSTRAINTS[Number(error.errcode)] : undefined;
}
