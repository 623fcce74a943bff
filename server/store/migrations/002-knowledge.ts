import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What editors need: who they are, what was asked without finding, and how useful the answers were. */
export const knowledge: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('operators')
      .addColumn('roles', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
    await createQuestions(db);
    await createFeedback(db);
  },
};

async function createQuestions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('questions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('q', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('read', 'text', (column) => column.notNull())
    .addColumn('contact', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('questionsByTime').on('questions').column('at').execute();
}

/** Counts only: with a day and no time, so that no opinion can be told from another. */
async function createFeedback(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback')
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('feedbackByArticle', ['article', 'language', 'day', 'verdict'])
    .execute();
}
