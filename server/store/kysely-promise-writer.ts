import type { Compilable, Kysely, QueryResult } from 'kysely';
import type { PromiseWriter } from './promise-store.ts';
import { callbackRow } from './rows.ts';
import type { Tables } from './schema.ts';

/** How `createWriter` runs what changes something. */
export interface Changes {
  /** @throws StoreError for what runs into a constraint */
  change<Row>(query: Compilable<Row>): Promise<QueryResult<Row>>;
  /** @throws StoreError `not-found` when it changes nothing */
  update(what: string, query: Compilable): Promise<void>;
}

export function createPromiseWriter(db: Kysely<Tables>, { change, update }: Changes): PromiseWriter {
  return {
    async addCallback(draft, year) {
      const numbers = db.insertInto('runningNumbers').values({ year, last: 1 });
      const next = numbers
        .onConflict((conflict) =>
          conflict.column('year').doUpdateSet((eb) => ({ last: eb('runningNumbers.last', '+', 1) })),
        )
        .returning('last');
      const { rows } = await change(next);
      const number = `${year}-${String(rows[0]?.last).padStart(6, '0')}`;
      const record = { ...draft, number };
      await change(db.insertInto('callbacks').values(callbackRow(record)));
      return record;
    },
    async updateCallback(id, columns) {
      await update(
        `callback ${id}`,
        db
          .updateTable('callbacks')
          .set({ ...columns, id })
          .where('id', '=', id),
      );
    },
    async addAttempt(record) {
      await change(db.insertInto('attempts').values(record));
    },
    async addAttachment(record) {
      await change(db.insertInto('attachments').values(record));
    },
    async claimAttachment(id, keyHash, by) {
      const [column, owner] =
        'callbackId' in by
          ? (['callbackId', by.callbackId] as const)
          : (['conversationId', by.conversationId] as const);
      const other = column === 'callbackId' ? 'conversationId' : 'callbackId';
      const claim = db
        .updateTable('attachments')
        .set({ [column]: owner })
        .where('id', '=', id)
        .where('keyHash', '=', keyHash)
        .where(other, 'is', null)
        // What sends its claim again has it already.
        .where((eb) => eb.or([eb(column, 'is', null), eb(column, '=', owner)]))
        .returningAll();
      const { rows } = await change(claim);
      return rows[0] && { ...rows[0] };
    },
    async removeAttachments(ids) {
      if (ids.length === 0) return 0;
      const unclaimed = db
        .deleteFrom('attachments')
        .where('conversationId', 'is', null)
        .where('callbackId', 'is', null);
      const { numAffectedRows } = await change(unclaimed.where('id', 'in', ids));
      return Number(numAffectedRows ?? 0n);
    },
    async addMail(record) {
      await change(db.insertInto('mails').values(record));
    },
    async updateMail(id, columns) {
      await update(
        `mail ${id}`,
        db
          .updateTable('mails')
          .set({ ...columns, id })
          .where('id', '=', id),
      );
    },
    async removeTextsBefore(at) {
      const promised = db.selectFrom('callbacks').select('conversationId').where('closedAt', 'is', null);
      const unfinished = promised.where('conversationId', 'is not', null);
      await change(db.deleteFrom('callbacks').where('closedAt', '<', at));
      await change(db.deleteFrom('conversations').where('closedAt', '<', at).where('id', 'not in', unfinished));
      await change(db.deleteFrom('mails').where('createdAt', '<', at).where('state', '!=', 'waiting'));
      const told = db.updateTable('contacts').set({ note: null, comment: null }).where('closedAt', '<', at);
      await change(told.where((eb) => eb.or([eb('note', 'is not', null), eb('comment', 'is not', null)])));
    },
  };
}
