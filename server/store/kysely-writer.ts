import type { Compilable, Kysely, QueryResult } from 'kysely';
import type { Append } from './append-message.ts';
import { createConsultationWriter } from './kysely-consultations.ts';
import { createPromiseWriter } from './kysely-promise-writer.ts';
import { createReader } from './kysely-reader.ts';
import { contactColumns, contactRow, conversationColumns, conversationRow, operatorRow, questionRow } from './rows.ts';
import type { Run } from './run.ts';
import type { Tables } from './schema.ts';
import { StoreError, type Writer } from './store.ts';

/** What a statement can run into; each dialect recognises it in its own errors. */
export type Constraint = 'unique' | 'foreign-key';
export type ConstraintOf = (error: unknown) => Constraint | undefined;

export interface WriterParts {
  /** Compiles the queries. */
  db: Kysely<Tables>;
  append: Append;
  constraintOf: ConstraintOf;
}

/** @param run in a transaction, which ends without the writer's doing */
export function createWriter({ db, append, constraintOf }: WriterParts, run: Run): Writer {
  async function change<Row>(query: Compilable<Row>): Promise<QueryResult<Row>> {
    try {
      return await run(query.compile());
    } catch (error) {
      throw asStoreError(error, constraintOf(error));
    }
  }

  async function update(what: string, query: Compilable): Promise<void> {
    const { numAffectedRows } = await change(query);
    if (numAffectedRows === 0n) throw new StoreError('not-found', `no ${what}`);
  }

  return {
    ...createReader(db, run),
    ...createPromiseWriter(db, { change, update }),
    ...createConsultationWriter(db, { change, update }),
    appendMessage: (conversationId, draft) => append(run, conversationId, draft),
    async addConversation(record) {
      await change(db.insertInto('conversations').values(conversationRow(record)));
    },
    // Setting the id to what it is makes a change without any field a valid statement.
    async updateConversation(id, change) {
      const columns = { ...conversationColumns(change), id };
      await update(`conversation ${id}`, db.updateTable('conversations').set(columns).where('id', '=', id));
    },
    async addContact(record) {
      await change(db.insertInto('contacts').values(contactRow(record)));
    },
    async updateContact(id, change) {
      const columns = { ...contactColumns(change), id };
      await update(`contact ${id}`, db.updateTable('contacts').set(columns).where('id', '=', id));
    },
    async putOperator(record) {
      const { id, ...rest } = operatorRow(record);
      const insert = db.insertInto('operators').values({ id, ...rest });
      await change(insert.onConflict((conflict) => conflict.column('id').doUpdateSet(rest)));
    },
    async addSession(record) {
      await change(db.insertInto('sessions').values(record));
    },
    async removeSession(tokenHash) {
      await change(db.deleteFrom('sessions').where('tokenHash', '=', tokenHash));
    },
    async removeSessionsOf(operatorId, except = '') {
      const sessions = db.deleteFrom('sessions').where('operatorId', '=', operatorId);
      await change(sessions.where('tokenHash', '!=', except));
    },
    async removeSessionsExpiredBefore(at) {
      await change(db.deleteFrom('sessions').where('expiresAt', '<', at));
    },
    async addQuestion(record) {
      await change(db.insertInto('questions').values(questionRow(record)));
    },
    async removeQuestionsBefore(at) {
      await change(db.deleteFrom('questions').where('at', '<', at));
    },
    async countFeedback(record) {
      const insert = db.insertInto('feedback').values({ ...record, count: 1 });
      await change(
        insert.onConflict((conflict) =>
          conflict
            .columns(['article', 'language', 'day', 'verdict'])
            .doUpdateSet((eb) => ({ count: eb('feedback.count', '+', 1) })),
        ),
      );
    },
    async removeFeedbackBefore(day) {
      await change(db.deleteFrom('feedback').where('day', '<', day));
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
