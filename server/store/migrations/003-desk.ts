import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Handing on, asking colleagues, promises to call back, files and mails. */
export const desk: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await widenConversations(db);
    await widenContacts(db);
    await widenOperators(db);
    await createConsultations(db);
    await createCallbacks(db);
    await createAttachments(db);
    await createMails(db);
  },
};

async function widenConversations(db: Kysely<unknown>): Promise<void> {
  const table = db.schema.alterTable('conversations');
  await table.addColumn('visitId', 'text').execute();
  await table.addColumn('note', 'text', (column) => column.notNull().defaultTo('')).execute();
  await table.addColumn('promisedUntil', 'bigint').execute();
  await table.addColumn('transfer', 'text').execute();
  await table.addColumn('hold', 'text').execute();
  await db.schema.createIndex('conversationsByVisit').on('conversations').column('visitId').execute();
  await db.schema.alterTable('messages').addColumn('attachments', 'text').execute();
}

async function widenContacts(db: Kysely<unknown>): Promise<void> {
  const table = db.schema.alterTable('contacts');
  await table.addColumn('handling', 'text', (column) => column.notNull().defaultTo('direct')).execute();
  await table.addColumn('office', 'text').execute();
  await table.addColumn('heldMs', 'bigint', (column) => column.notNull().defaultTo(0)).execute();
}

async function widenOperators(db: Kysely<unknown>): Promise<void> {
  const table = db.schema.alterTable('operators');
  await table.addColumn('languages', 'text', (column) => column.notNull().defaultTo('["it","en"]')).execute();
  await table.addColumn('offices', 'text', (column) => column.notNull().defaultTo('[]')).execute();
}

async function createConsultations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('consultations')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('conversationId', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('openedById', 'text', (column) => column.notNull().references('operators.id'))
    .addColumn('openedAt', 'bigint', (column) => column.notNull())
    .addColumn('to', 'text', (column) => column.notNull())
    .addColumn('summary', 'text', (column) => column.notNull())
    .addColumn('linkHash', 'text')
    .addColumn('linkExpiresAt', 'bigint')
    .addColumn('mailed', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('lastSeq', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('consultationsByState').on('consultations').column('state').execute();
  await db.schema.createIndex('consultationsByLink').on('consultations').column('linkHash').execute();
  await db.schema
    .createTable('sideMessages')
    .addColumn('consultationId', 'text', (column) =>
      column.notNull().references('consultations.id').onDelete('cascade'),
    )
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('operatorId', 'text', (column) => column.references('operators.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('clientId', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('sideMessagesByClientId', ['consultationId', 'clientId'])
    .execute();
}

async function createCallbacks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('callbacks')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('startId', 'text', (column) => column.notNull().unique())
    .addColumn('number', 'text', (column) => column.notNull().unique())
    .addColumn('contactId', 'text', (column) => column.notNull().references('contacts.id'))
    .addColumn('conversationId', 'text', (column) => column.references('conversations.id').onDelete('set null'))
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('citizenName', 'text')
    .addColumn('reach', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('context', 'text', (column) => column.notNull())
    .addColumn('receivedAt', 'bigint', (column) => column.notNull())
    .addColumn('dueAt', 'bigint', (column) => column.notNull())
    .addColumn('takenById', 'text', (column) => column.references('operators.id'))
    .addColumn('receiptMailId', 'text')
    .addColumn('closedAt', 'bigint')
    .execute();
  await db.schema.createIndex('callbacksByDue').on('callbacks').columns(['closedAt', 'dueAt']).execute();
  await db.schema
    .createTable('attempts')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('callbackId', 'text', (column) => column.notNull().references('callbacks.id').onDelete('cascade'))
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('operatorId', 'text', (column) => column.notNull().references('operators.id'))
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('mailId', 'text')
    .execute();
  await db.schema.createIndex('attemptsByCallback').on('attempts').column('callbackId').execute();
}

async function createAttachments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attachments')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('keyHash', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull().unique())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    // Set null and not deleted with what claimed it: the file on disk has to go first.
    .addColumn('conversationId', 'text', (column) => column.references('conversations.id').onDelete('set null'))
    .addColumn('callbackId', 'text', (column) => column.references('callbacks.id').onDelete('set null'))
    .execute();
  await db.schema.createIndex('attachmentsByCallback').on('attachments').column('callbackId').execute();
}

async function createMails(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('mails')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('to', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('html', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('nextAt', 'bigint', (column) => column.notNull())
    .addColumn('why', 'text')
    .execute();
  await db.schema.createIndex('mailsByState').on('mails').columns(['state', 'nextAt']).execute();
}
