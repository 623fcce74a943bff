import type { Kysely } from 'kysely';
import type { Message } from '../../protocol/message.ts';
import { prepare } from './prepared.ts';
import { messageOf, messageRow } from './rows.ts';
import type { Run } from './run.ts';
import type { MessageRow, Tables } from './schema.ts';
import { type MessageDraft, StoreError } from './store.ts';

export type Append = (
  run: Run,
  conversationId: string,
  draft: MessageDraft,
) => Promise<{ message: Message; added: boolean }>;

/**
 * The hot path: two prepared statements. Taking the sequence number first locks the conversation's row in a database
 * with many writers, so that numbers have no gap and no twin there either; a resend gives its number back.
 */
export function createAppend(db: Kysely<Tables>): Append {
  const takeNumber = prepare((key: Key) => step(db, key, 1).returning('lastSeq'));
  const giveNumberBack = prepare((key: Key) => step(db, key, -1));
  const insert = prepare((row: MessageRow) => insertUnlessSent(db, row));
  const sent = prepare((row: MessageRow) => sentBefore(db, row));

  return async (run, conversationId, draft) => {
    const key = { id: conversationId };
    const taken = await run(takeNumber(key));
    const seq = taken.rows[0]?.lastSeq;
    if (seq === undefined) throw new StoreError('not-found', `no conversation ${conversationId}`);

    const row = messageRow(conversationId, seq, draft);
    const inserted = await run(insert(row));
    if (inserted.numAffectedRows === 1n) return { message: messageOf(row), added: true };

    await run(giveNumberBack(key));
    const first = await run(sent(row));
    return { message: messageOf(first.rows[0] ?? row), added: false };
  };
}

interface Key {
  id: string;
}

function step(db: Kysely<Tables>, key: Key, by: 1 | -1) {
  return db
    .updateTable('conversations')
    .set((eb) => ({ lastSeq: eb('lastSeq', '+', by) }))
    .where('id', '=', key.id);
}

/** Every column by its name: a placeholder's fields cannot be listed. */
function insertUnlessSent(db: Kysely<Tables>, row: MessageRow) {
  const { conversationId, key, seq, at, sender, kind, text, event, name, attachments } = row;
  return db
    .insertInto('messages')
    .values({ conversationId, key, seq, at, sender, kind, text, event, name, attachments })
    .onConflict((conflict) => conflict.columns(['conversationId', 'key']).doNothing());
}

function sentBefore(db: Kysely<Tables>, { conversationId, key }: MessageRow) {
  return db.selectFrom('messages').selectAll().where('conversationId', '=', conversationId).where('key', '=', key);
}
