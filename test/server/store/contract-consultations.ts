import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ConsultationRecord, SideMessageRecord } from '../../../server/store/desk-records.ts';
import { StoreError, type Store } from '../../../server/store/store.ts';
import { addConversation, addOperator, contactRecord, NOON } from './records.ts';
import type { Subject } from './store-contract.ts';

async function addConsultation(store: Store, change: Partial<ConsultationRecord> = {}): Promise<ConsultationRecord> {
  const record: ConsultationRecord = {
    id: randomUUID(),
    conversationId: change.conversationId ?? (await addConversation(store)).id,
    kind: 'answer',
    openedById: change.openedById ?? (await addOperator(store)).id,
    openedAt: NOON,
    to: { office: 'tributi' },
    summary: 'Quanto deve, «in tutto»?',
    linkHash: null,
    linkExpiresAt: null,
    mailed: false,
    state: 'open',
    lastSeq: 0,
    ...change,
  };
  await store.write((writer) => writer.addConsultation(record));
  return record;
}

function sideMessage(consultationId: string, change: Partial<SideMessageRecord> = {}): Omit<SideMessageRecord, 'seq'> {
  return { consultationId, at: NOON, operatorId: null, name: 'Tributi', clientId: randomUUID(), text: 'Sì', ...change };
}

export function describeConsultations({ store, reopen }: Subject): void {
  describe('consultations', () => {
    test('come back as they were added, by id, by link, and as the open one of their conversation', async () => {
      const link = { linkHash: randomUUID(), linkExpiresAt: NOON + 1, mailed: true };
      const added = await addConsultation(store(), { ...link, to: { operator: 'operator-1' }, kind: 'transfer' });
      expect(await store().consultation(added.id)).toStrictEqual(added);
      expect(await store().consultationByLink(link.linkHash)).toStrictEqual(added);
      expect(await store().openConsultationOf(added.conversationId)).toStrictEqual(added);
      expect(await store().consultation(randomUUID())).toBeUndefined();
      expect(await store().consultationByLink(randomUUID())).toBeUndefined();
    });

    test('once ended none is open', async () => {
      const { id, conversationId } = await addConsultation(store());
      const change = { state: 'ended', linkExpiresAt: NOON } as const;
      await store().write((writer) => writer.updateConsultation(id, change));
      expect(await store().openConsultationOf(conversationId)).toBeUndefined();
      expect(await store().consultation(id)).toMatchObject(change);
      await expect(store().write((writer) => writer.updateConsultation(randomUUID(), change))).rejects.toThrow(
        StoreError,
      );
    });

    test('side messages are numbered, and one sent again is the same', async () => {
      const { id } = await addConsultation(store());
      const [first, second] = [sideMessage(id), sideMessage(id, { operatorId: (await addOperator(store())).id })];
      const append = (draft: Omit<SideMessageRecord, 'seq'>) =>
        store().write((writer) => writer.appendSideMessage(draft));
      expect(await append(first)).toStrictEqual({ message: { ...first, seq: 1 }, added: true });
      expect(await append(second)).toStrictEqual({ message: { ...second, seq: 2 }, added: true });
      const again = { ...first, text: 'altro', at: NOON + 9 };
      expect(await append(again)).toStrictEqual({ message: { ...first, seq: 1 }, added: false });
      await reopen();
      expect(await store().sideMessages(id)).toStrictEqual([
        { ...first, seq: 1 },
        { ...second, seq: 2 },
      ]);
      expect(await store().consultation(id)).toMatchObject({ lastSeq: 2 });
      await expect(append(sideMessage(randomUUID()))).rejects.toThrow(StoreError);
    });

    test('sent at the same time they still have numbers of their own', async () => {
      const { id } = await addConsultation(store());
      const drafts = Array.from({ length: 5 }, () => sideMessage(id));
      await Promise.all(drafts.map((draft) => store().write((writer) => writer.appendSideMessage(draft))));
      expect((await store().sideMessages(id)).map(({ seq }) => seq)).toStrictEqual([1, 2, 3, 4, 5]);
    });
  });

  test('a visit’s conversations come with what became of them, the latest first', async () => {
    const visitId = randomUUID();
    const { id: operatorId } = await addOperator(store());
    async function add(startedAt: number, visit: string | null): Promise<string> {
      const { id } = await addConversation(store(), { visitId: visit, startedAt });
      const contact = contactRecord({ id, conversationId: id, topic: 'bollo', reason: 'report', operatorId });
      await store().write((writer) => writer.addContact(contact));
      return id;
    }
    const [early, late] = [await add(NOON, visitId), await add(NOON + 9, visitId)];
    await add(NOON + 5, randomUUID());
    await add(NOON + 6, null);
    const same = { service: 'chat', reason: 'report', topic: 'bollo', outcome: null, operatorId };
    expect(await store().conversationsOfVisit(visitId)).toStrictEqual([
      { conversationId: late, startedAt: NOON + 9, ...same },
      { conversationId: early, startedAt: NOON, ...same },
    ]);
  });
}
