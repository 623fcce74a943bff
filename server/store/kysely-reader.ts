import type { Kysely } from 'kysely';
import { contactRecord, conversationRecord, messageOf, operatorRecord, sessionRecord } from './rows.ts';
import type { Tables } from './schema.ts';
import type { Reader } from './store.ts';

/** Reads through `db`: what is committed, or, given a transaction, what it has written so far. */
export function createReader(db: Kysely<Tables>): Reader {
  const conversations = () => db.selectFrom('conversations').selectAll();
  const operators = () => db.selectFrom('operators').selectAll();

  return {
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
  };
}

interface Query<Row> {
  execute(): Promise<Row[]>;
}

async function all<Row, Value>(query: Query<Row>, read: (row: Row) => Value): Promise<Value[]> {
  const rows = await query.execute();
  return rows.map(read);
}

async function first<Row, Value>(query: Query<Row>, read: (row: Row) => Value): Promise<Value | undefined> {
  const [row] = await query.execute();
  return row === undefined ? undefined : read(row);
}
