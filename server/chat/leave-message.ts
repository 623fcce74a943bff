import type { Acknowledgement } from '../../protocol/codes.ts';
import { hashSecret } from '../identity/secrets.ts';
import type { Writer } from '../store/store.ts';
import type { Floor } from './floor.ts';
import { settle } from './settle.ts';

/** The conversation that ends with the message. */
export interface Waiting {
  id: string;
  citizenName: string | null;
}

/**
 * Ends a waiting conversation with what `write` writes, in one transaction. `wrong-phase` when it is not waiting: who
 * was answered meanwhile should go on there.
 * @param write may run twice; what it throws is thrown on, and the conversation waits as before
 */
export async function leaveMessage<Value>(
  floor: Floor,
  token: string,
  write: (writer: Writer, conversation: Waiting) => Promise<Value>,
): Promise<Acknowledgement<{ value: Value }>> {
  const { store, book, now } = floor;
  const record = await store.conversationByTokenHash(hashSecret(token));
  if (!record) return { ok: false, code: 'bad-token' };
  const { id } = record;
  return book.inLane(id, async () => {
    if ((book.get(id) ?? record).tokenExpiresAt <= now()) return { ok: false, code: 'token-expired' };
    const conversation = await book.load(record);
    const values: Value[] = [];
    const changed = await book.change(conversation, { type: 'leave-message', at: now() }, async (writer) => {
      values.push(await write(writer, { id, citizenName: conversation.citizenName }));
    });
    if (!changed.ok) return changed;
    settle(floor, changed)();
    // Where it ran twice the last one counts.
    return { ok: true, value: values.at(-1) as Value };
  });
}
