import type { Compilable, Kysely } from 'kysely';
import type { PromiseReader } from './promise-store.ts';
import { callbackRecord } from './rows.ts';
import type { Run } from './run.ts';
import type { Tables } from './schema.ts';

/** Reads what promises are kept with; see `createReader`. */
export function createPromiseReader(db: Kysely<Tables>, run: Run): PromiseReader {
  const callbacks = () => db.selectFrom('callbacks').selectAll();
  const attachments = () => db.selectFrom('attachments').selectAll();
  const waiting = () => db.selectFrom('mails').where('state', '=', 'waiting');

  async function all<Row>(query: Compilable<Row>): Promise<Row[]> {
    const { rows } = await run(query.compile());
    return rows.map((row) => ({ ...row }));
  }

  /** No dialect but SQLite takes an empty list. */
  async function those<Row>(ids: readonly string[], query: Compilable<Row>): Promise<Row[]> {
    return ids.length === 0 ? [] : all(query);
  }

  return {
    callback: async (id) => (await all(callbacks().where('id', '=', id))).map(callbackRecord)[0],
    callbackByStartId: async (startId) =>
      (await all(callbacks().where('startId', '=', startId))).map(callbackRecord)[0],
    openCallbacks: async () =>
      (await all(callbacks().where('closedAt', 'is', null).orderBy('dueAt').orderBy('number'))).map(callbackRecord),
    closedCallbacks: async (limit) => {
      const closed = callbacks()
        .where('closedAt', 'is not', null)
        .orderBy('closedAt', 'desc')
        .orderBy('number', 'desc');
      return (await all(closed.limit(limit))).map(callbackRecord);
    },
    dueTimes: async () => {
      const open = db.selectFrom('callbacks').select('dueAt').where('closedAt', 'is', null);
      return (await all(open.orderBy('dueAt'))).map(({ dueAt }) => dueAt);
    },
    hasOpenCallback: async (conversationId) => {
      const open = callbacks().where('conversationId', '=', conversationId).where('closedAt', 'is', null);
      return (await all(open.limit(1))).length > 0;
    },
    attemptsOf: (ids) =>
      those(ids, db.selectFrom('attempts').selectAll().where('callbackId', 'in', ids).orderBy('at').orderBy('id')),
    attachment: async (id) => (await all(attachments().where('id', '=', id)))[0],
    attachmentsOf: (ids) => those(ids, attachments().where('callbackId', 'in', ids).orderBy('createdAt').orderBy('id')),
    unclaimedAttachments: (at) =>
      all(
        attachments()
          .where('createdAt', '<', at)
          .where('conversationId', 'is', null)
          .where('callbackId', 'is', null)
          .orderBy('createdAt'),
      ),
    attachmentFiles: async () => (await all(db.selectFrom('attachments').select('file'))).map(({ file }) => file),
    attachmentBytes: async () => {
      const sum = db.selectFrom('attachments').select(({ fn }) => fn.sum<number | string | null>('bytes').as('bytes'));
      // PostgreSQL gives a sum as a text.
      return Number((await all(sum))[0]?.bytes ?? 0);
    },
    mails: (ids) => those(ids, db.selectFrom('mails').selectAll().where('id', 'in', ids)),
    mailsDue: (at, limit) =>
      all(waiting().selectAll().where('nextAt', '<=', at).orderBy('nextAt').orderBy('id').limit(limit)),
    nextMailAt: async () => (await all(waiting().select('nextAt').orderBy('nextAt').limit(1)))[0]?.nextAt,
  };
}
