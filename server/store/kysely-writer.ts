import type { Compilable, Kysely, QueryResult } from 'kysely';
import type { Append } from './append-message.ts';
import { createReader } from './kysely-reader.ts';
import { contactColumns, contactRow, conversationColumns, conversationRow, operatorRow } from './rows.ts';
import type { Tables } from './schema.ts';
import { StoreError, type Writer } from './store.ts';

/** What a statement can run into; each dialect recognises it in its own errors. */
export type Constraint = 'unique' | 'foreign-key';
export type ConstraintOf = (error: unknown) => Constraint | undefined;

/** Writes through a transaction, whose end is its own. */
export function createWriter(db: Kysely<Tables>, append: Append, constraintOf: ConstraintOf): Writer {
  async function run(query: Compilable): Promise<QueryResult<unknown>> {
    try {
      return await db.executeQuery(query);
    } catch (error) {
      throw asStoreError(error, constraintOf(error));
    }
  }

  async function update(what: string, query: Compilable): Promise<void> {
    const { numAffectedRows } = await run(query);
    if (numAffectedRows === 0n) throw new StoreError('not-found', `no ${what}`);
  }

  return {
    ...createReader(db),
    appendMessage: (conversationId, draft) => append(db, conversationId, draft),
    async addConversation(record) {
      await run(db.insertInto('conversations').values(conversationRow(record)));
    },
    // Setting the id to what it is makes a change without any field a valid statement.
    async updateConversation(id, change) {
      const columns = { ...conversationColumns(change), id };
      await update(`conversation ${id}`, db.updateTable('conversations').set(columns).where('id', '=', id));
    },
    async addContact(record) {
      await run(db.insertInto('contacts').values(contactRow(record)));
    },
    async updateContact(id, change) {
      const columns = { ...contactColumns(change), id };
      await update(`contact ${id}`, db.updateTable('contacts').set(columns).where('id', '=', id));
    },
    async putOperator(record) {
      const { id, ...rest } = operatorRow(record);
      const insert = db.insertInto('operators').values({ id, ...rest });
      await run(insert.onConflict((conflict) => conflict.column('id').doUpdateSet(rest)));
    },
    async addSession(record) {
      await run(db.insertInto('sessions').values(record));
    },
    async removeSession(tokenHash) {
      await run(db.deleteFrom('sessions').where('tokenHash', '=', tokenHash));
    },
    async removeSessionsExpiredBefore(at) {
      await run(db.deleteFrom('sessions').where('expiresAt', '<', at));
    },
  };
}

function asStoreError(error: unknown, constraint: Constraint | undefined): unknown {
  switch (constraint) {
    case 'unique':
      return new StoreError('conflict', 'something with this name or id is already there', { cause: error });
    case 'foreign-key':
      return new StoreError('not-found', 'refers to something that is not there', { cause: error });
    case undefined:
      return error;
    default:
      return unreachable(constraint);
  }
}

function unreachable(value: never): never {
  throw new Error(`unexpected constraint ${String(value)}`);
}
