import { describe, expect, test } from 'vitest';
import { addCallback, addConversation, attachmentRecord, NOON } from './records.ts';
import type { Subject } from './store-contract.ts';

export function describeFiles({ store }: Subject): void {
  const add = async (change: Parameters<typeof attachmentRecord>[0] = {}) => {
    const record = attachmentRecord(change);
    await store().write((writer) => writer.addAttachment(record));
    return record;
  };

  describe('attachments', () => {
    test('come back as they were added, and are counted in bytes', async () => {
      expect(await store().attachmentBytes()).toBe(0);
      const [one, two] = [await add({ bytes: 10_000_000 }), await add({ bytes: 5 })];
      expect(await store().attachment(one.id)).toStrictEqual(one);
      expect(await store().attachment('nowhere-at-all')).toBeUndefined();
      expect((await store().attachmentFiles()).toSorted()).toStrictEqual([one.file, two.file].toSorted());
      expect(await store().attachmentBytes()).toBe(10_000_005);
    });

    test('are claimed with their secret, once, by one conversation or one callback', async () => {
      const { id: conversationId } = await addConversation(store());
      const { id: otherId } = await addConversation(store());
      const { id: callbackId } = await addCallback(store());
      const { id, keyHash, ...rest } = await add();
      const claim = (key: string, by: { conversationId: string } | { callbackId: string }) =>
        store().write((writer) => writer.claimAttachment(id, key, by));

      expect(await claim('another secret', { conversationId })).toBeUndefined();
      const claimed = { ...rest, id, keyHash, conversationId };
      expect(await claim(keyHash, { conversationId })).toStrictEqual(claimed);
      expect(await claim(keyHash, { conversationId })).toStrictEqual(claimed);
      expect(await claim(keyHash, { conversationId: otherId })).toBeUndefined();
      expect(await claim(keyHash, { callbackId })).toBeUndefined();
      expect(await store().attachment(id)).toStrictEqual(claimed);
    });

    test('of callbacks are listed in the order in which they came', async () => {
      const { id: callbackId } = await addCallback(store());
      const later = await add({ callbackId, createdAt: NOON + 1 });
      const sooner = await add({ callbackId });
      await add();
      expect(await store().attachmentsOf([callbackId])).toStrictEqual([sooner, later]);
      expect(await store().attachmentsOf([])).toStrictEqual([]);
    });

    test('that nobody claimed are found and removed; claimed ones are not', async () => {
      const { id: conversationId } = await addConversation(store());
      const { id: callbackId } = await addCallback(store());
      const claimed = [await add({ conversationId }), await add({ callbackId })];
      const old = await add({ createdAt: NOON - 1 });
      await add({ createdAt: NOON });
      expect(await store().unclaimedAttachments(NOON)).toStrictEqual([old]);
      const ids = [old, ...claimed].map(({ id }) => id);
      expect(await store().write((writer) => writer.removeAttachments(ids))).toBe(1);
      expect(await store().write((writer) => writer.removeAttachments([]))).toBe(0);
      expect(await store().attachment(old.id)).toBeUndefined();
      expect(await store().attachmentFiles()).toHaveLength(3);
    });

    test('outlive what claimed them, and are claimed by nothing then', async () => {
      const talk = await addConversation(store(), { phase: 'closed', closedAt: NOON - 1 });
      const callback = await addCallback(store(), { closedAt: NOON - 1 });
      const [one, two] = [await add({ conversationId: talk.id }), await add({ callbackId: callback.id })];
      await store().write((writer) => writer.removeTextsBefore(NOON));
      const left = await store().unclaimedAttachments(NOON + 1);
      expect(left.map(({ id }) => id).toSorted()).toStrictEqual([one.id, two.id].toSorted());
    });
  });
}
