import type { CompiledQuery, Kysely, QueryResult, Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** Where a query runs: on any connection, or on that of a transaction. */
export type Run = <Row>(query: CompiledQuery<Row>) => Promise<QueryResult<Row>>;

export function runOn(db: Kysely<Tables>): Run {
  return (query) => db.executeQuery(query);
}

/**
 * Commits what `work` ran, or, when it rejects, nothing of it. The connection is taken once for all: asking a
 * transaction for it at every query takes longer than most of our queries.
 */
export async function inTransaction(db: Kysely<Tables>, work: (run: Run) => Promise<void>): Promise<void> {
  await db
    .transaction()
    .execute((transaction: Transaction<Tables>) =>
      transaction.getExecutor().provideConnection((connection) => work((query) => connection.executeQuery(query))),
    );
}
