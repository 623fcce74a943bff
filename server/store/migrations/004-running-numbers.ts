import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The last number given in each year: callbacks are deleted one day, and their numbers must not come again. */
export const runningNumbers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('runningNumbers')
      .addColumn('year', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('last', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('conversationsByClosing').on('conversations').column('closedAt').execute();
    await db.schema.createIndex('attachmentsByConversation').on('attachments').column('conversationId').execute();
  },
};
