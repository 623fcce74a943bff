import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** `text` for words and identifiers, `bigint` for times, `integer` for numbers and flags: alike in every dialect. */
export const init: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createOperators(db);
    await createConversations(db);
    await createMessages(db);
    await createContacts(db);
  },
};

async function createOperators(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('operators')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('username', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('skills', 'text', (column) => column.notNull())
    .addColumn('passwordHash', 'text', (column) => column.notNull())
    .addColumn('active', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('sessions')
    .addColumn('tokenHash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('operatorId', 'text', (column) => column.notNull().references('operators.id').onDelete('cascade'))
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('expiresAt', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sessionsByOperator').on('sessions').column('operatorId').execute();
  await db.schema.createIndex('sessionsByExpiry').on('sessions').column('expiresAt').execute();
}

async function createConversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('startId', 'text', (column) => column.notNull().unique())
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('tokenExpiresAt', 'bigint', (column) => column.notNull())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('citizenName', 'text')
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('operatorId', 'text', (column) => column.references('operators.id'))
    .addColumn('startedAt', 'bigint', (column) => column.notNull())
    .addColumn('queuedAt', 'bigint', (column) => column.notNull())
    .addColumn('returned', 'integer', (column) => column.notNull())
    .addColumn('answeredAt', 'bigint')
    .addColumn('closedAt', 'bigint')
    .addColumn('closedBy', 'text')
    .addColumn('rated', 'integer', (column) => column.notNull())
    .addColumn('lastSeq', 'integer', (column) => column.notNull())
    .addColumn('readByCitizen', 'integer', (column) => column.notNull())
    .addColumn('readByOperator', 'integer', (column) => column.notNull())
    // The longest column stands last, so that the counters before it stay on the row's first page.
    .addColumn('context', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('conversationsByPhase').on('conversations').columns(['phase', 'startedAt']).execute();
}

async function createMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('messages')
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('event', 'text')
    .addColumn('name', 'text')
    // The only index: a second one, by number, would cost a third more for every message, and a conversation is short.
    .addPrimaryKeyConstraint('messagesByKey', ['conversationId', 'key'])
    .execute();
}

async function createContacts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('contacts')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('conversationId', 'text', (column) => column.references('conversations.id').onDelete('set null'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('topic', 'text')
    .addColumn('outcome', 'text')
    .addColumn('operatorId', 'text', (column) => column.references('operators.id'))
    .addColumn('arrivedAt', 'bigint', (column) => column.notNull())
    .addColumn('answeredAt', 'bigint')
    .addColumn('closedAt', 'bigint')
    .addColumn('selfHelpFirst', 'integer', (column) => column.notNull())
    .addColumn('stars', 'integer')
    .addColumn('comment', 'text')
    .addColumn('note', 'text')
    .execute();
  await db.schema.createIndex('contactsByConversation').on('contacts').column('conversationId').execute();
  await db.schema.createIndex('contactsByArrival').on('contacts').column('arrivedAt').execute();
}
