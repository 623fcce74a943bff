import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import { addConversation, addOperator, conversationRecord, operatorRecord, text, textsOf } from './records.ts';
import type { Subject } from './store-contract.ts';

export function describeWrites({ store, reopen }: Subject): void {
  describe('writing', () => {
    test('gives back what the work gives back', async () => {
      expect(await store().write(() => Promise.resolve('done'))).toBe('done');
    });

    test('is all or nothing', async () => {
      const { id } = await addConversation(store());
      const other = conversationRecord();
      const trouble = new Error('changed my mind');
      const work = store().write(async (writer) => {
        await writer.addConversation(other);
        await writer.appendMessage(id, text('mai scritto'));
        throw trouble;
      });
      await expect(work).rejects.toBe(trouble);
      expect(await store().conversation(other.id)).toBeUndefined();
      expect(await textsOf(store(), id)).toEqual([]);
      expect(await store().conversation(id)).toMatchObject({ lastSeq: 0 });
    });

    test('sees its own changes; nobody else does before it is done', async () => {
      const { id } = await addConversation(store());
      const seen = await store().write(async (writer) => {
        await writer.appendMessage(id, text('in corso'));
        const within = await writer.messagesAfter(id, 0);
        const [outside, conversation] = await Promise.all([store().messagesAfter(id, 0), store().conversation(id)]);
        return { within: within.length, outside: outside.length, lastSeq: conversation?.lastSeq };
      });
      expect(seen).toEqual({ within: 1, outside: 0, lastSeq: 0 });
      expect(await textsOf(store(), id)).toEqual(['in corso']);
    });

    test('shows its changes to reads that begin after it is done', async () => {
      const { id } = await addConversation(store());
      for (let n = 1; n <= 50; n++) {
        await store().write((writer) => writer.appendMessage(id, text(`n. ${n}`)));
        expect(await store().conversation(id)).toMatchObject({ lastSeq: n });
      }
    });

    test('works run one after the other, however long each takes', async () => {
      const { id } = await addConversation(store(), { citizenName: '0' });
      const increment = () =>
        store().write(async (writer) => {
          const before = await writer.conversation(id);
          await delay(1);
          await writer.updateConversation(id, { citizenName: String(Number(before?.citizenName) + 1) });
        });
      await Promise.all(Array.from({ length: 30 }, increment));
      expect(await store().conversation(id)).toMatchObject({ citizenName: '30' });
    });

    test('works that fail leave no trace and do not disturb those beside them', async () => {
      const { id } = await addConversation(store());
      const works = Array.from({ length: 60 }, (_, n) => appendUnless(store(), id, n, n % 7 === 3));
      const outcomes = await Promise.allSettled(works);
      const failed = outcomes.flatMap((outcome, n) => (outcome.status === 'rejected' ? [n] : []));
      const kept = Array.from({ length: 60 }, (_, n) => n).filter((n) => n % 7 !== 3);
      expect(failed).toEqual(Array.from({ length: 60 }, (_, n) => n).filter((n) => n % 7 === 3));
      expect(await textsOf(store(), id)).toEqual(kept.map((n) => `n. ${n}`));
      const seqs = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.message.seq] : []));
      expect(seqs).toEqual(kept.map((_, index) => index + 1));
    });

    test('works that the database refuses do not disturb those beside them', async () => {
      await addOperator(store(), { username: 'anna' });
      const { id } = await addConversation(store());
      const outcomes = await Promise.allSettled([
        store().write((writer) => writer.appendMessage(id, text('prima'))),
        store().write((writer) => writer.putOperator(operatorRecord({ username: 'anna' }))),
        store().write((writer) => writer.appendMessage('nowhere-at-all', text('?'))),
        store().write((writer) => writer.appendMessage(id, text('dopo'))),
      ]);
      expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.code : 'ok'))).toEqual([
        'ok',
        'conflict',
        'not-found',
        'ok',
      ]);
      expect(await textsOf(store(), id)).toEqual(['prima', 'dopo']);
    });

    test('everything acknowledged is there when the store is opened again', async () => {
      const operator = await addOperator(store());
      const conversation = await addConversation(store(), { operatorId: operator.id });
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          store().write((writer) => writer.appendMessage(conversation.id, text(`n. ${n}`))),
        ),
      );
      const before = await store().messagesAfter(conversation.id, 0);
      const after = await reopen();
      expect(before).toHaveLength(20);
      expect(await after.messagesAfter(conversation.id, 0)).toStrictEqual(before);
      expect(await after.conversation(conversation.id)).toStrictEqual({ ...conversation, lastSeq: 20 });
      expect(await after.operators()).toStrictEqual([operator]);
    });
  });

  describe('closing', () => {
    test('waits for what was handed in before, refuses what comes after, and may be asked twice', async () => {
      const { id } = await addConversation(store());
      const late = store().write((writer) => writer.appendMessage(id, text('per ultimo')));
      const closing = Promise.all([store().close(), store().close()]);
      const refused = store().write((writer) => writer.appendMessage(id, text('troppo tardi')));
      await expect(refused).rejects.toMatchObject({ name: 'StoreError', code: 'closed' });
      expect((await late).message.seq).toBe(1);
      await closing;
      expect(await textsOf(await reopen(), id)).toEqual(['per ultimo']);
    });
  });
}

function appendUnless(store: Store, id: string, n: number, fail: boolean) {
  return store.write(async (writer) => {
    const answer = await writer.appendMessage(id, text(`n. ${n}`));
    if (fail) throw new Error(`work ${n} fails`);
    return answer;
  });
}
