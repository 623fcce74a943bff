import type { Compilable, Kysely } from 'kysely';
import { contactRecord, conversationRecord, messageOf, operatorRecord, questionRecord, sessionRecord } from './rows.ts';
import { createConsultationReader } from './kysely-consultations.ts';
import { createPromiseReader } from './kysely-promise-reader.ts';
import type { Run } from './run.ts';
import type { Tables } from './schema.ts';
import type { Reader } from './store.ts';

/**
 * @param db compiles the queries
 * @param run what is committed, or, in a transaction, what it has written so far
 */
export function createReader(db: Kysely<Tables>, run: Run): Reader {
  const conversations = () => db.selectFrom('conversations').selectAll();
  const operators = () => db.selectFrom('operators').selectAll();

  async function all<Row, Value>(query: Compilable<Row>, read: (row: Row) => Value): Promise<Value[]> {
    const { rows } = await run(query.compile());
    return rows.map(read);
  }

  async function first<Row, Value>(query: Compilable<Row>, read: (row: Row) => Value): Promise<Value | undefined> {
    const [record] = await all(query, read);
    return record;
  }

  return {
    ...createPromiseReader(db, run),
    ...createConsultationReader(db, run),
    conversation: (id) => first(conversations().where('id', '=', id), conversationRecord),
    conversationByStartId: (startId) => first(conversations().where('startId', '=', startId), conversationRecord),
    conversationByTokenHash: (hash) => first(conversations().where('tokenHash', '=', hash), conversationRecord),
    openConversations: () =>
      all(
        conversations().where('phase', 'in', ['waiting', 'live']).orderBy('startedAt').orderBy('id'),
        conversationRecord,
      ),
    messagesAfter: (conversationId, afterSeq) =>
      all(
        db
          .selectFrom('messages')
          .selectAll()
          .where('conversationId', '=', conversationId)
          .where('seq', '>', afterSeq)
          .orderBy('seq'),
        messageOf,
      ),
    contact: (id) => first(db.selectFrom('contacts').selectAll().where('id', '=', id), contactRecord),
    operator: (id) => first(operators().where('id', '=', id), operatorRecord),
    operatorByUsername: (username) => first(operators().where('username', '=', username), operatorRecord),
    operators: () => all(operators().orderBy('username'), operatorRecord),
    session: (hash) => first(db.selectFrom('sessions').selectAll().where('tokenHash', '=', hash), sessionRecord),
    questionsSince: (at) =>
      all(db.selectFrom('questions').selectAll().where('at', '>=', at).orderBy('at').orderBy('id'), questionRecord),
    feedbackSince: (day) =>
      all(
        db
          .selectFrom('feedback')
          .select(['article', 'language', 'verdict'])
          .select(({ fn }) => fn.sum<number | string>('count').as('count'))
          .where('day', '>=', day)
          .groupBy(['article', 'language', 'verdict'])
          .orderBy('article')
          .orderBy('language')
          .orderBy('verdict'),
        // PostgreSQL gives a sum as a text.
        (row) => ({ ...row, count: Number(row.count) }),
      ),
  };
}
