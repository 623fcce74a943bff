import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  addCallback,
  addConversation,
  addOperator,
  attemptRecord,
  callbackDraft,
  contactRecord,
  mailRecord,
  NOON,
  text,
} from './records.ts';
import type { Subject } from './store-contract.ts';

export function describePromises({ store, reopen }: Subject): void {
  describe('callbacks', () => {
    test('come back as they were added, by id and start id', async () => {
      const { id: conversationId } = await addConversation(store());
      const added = await addCallback(store(), { conversationId, citizenName: 'Niccolò' });
      expect(await store().callback(added.id)).toStrictEqual(added);
      expect(await store().callbackByStartId(added.startId)).toStrictEqual(added);
      expect(await store().callback('nowhere-at-all')).toBeUndefined();
    });

    test('are numbered within their year, without a gap, and no number comes twice after a deletion', async () => {
      const add = async (year: number) => {
        const draft = callbackDraft({ closedAt: NOON });
        return store().write(async (writer) => {
          await writer.addContact(contactRecord({ id: draft.contactId }));
          return (await writer.addCallback(draft, year)).number;
        });
      };
      const together = await Promise.all([add(2026), add(2026), add(2026)]);
      expect(together.toSorted()).toStrictEqual(['2026-000001', '2026-000002', '2026-000003']);
      expect(await add(2027)).toBe('2027-000001');
      await store().write((writer) => writer.removeTextsBefore(NOON + 1));
      expect(await store().closedCallbacks(9)).toStrictEqual([]);
      await reopen();
      expect(await add(2026)).toBe('2026-000004');
    });

    test('of the same request are one, and a refused one takes no number', async () => {
      const first = await addCallback(store());
      const twin = addCallback(store(), { startId: first.startId });
      await expect(twin).rejects.toMatchObject({ name: 'StoreError', code: 'conflict' });
      expect((await addCallback(store())).number).toBe('2026-000002');
    });

    test('that are open are listed by due time, closed ones by closing time', async () => {
      const later = await addCallback(store(), { dueAt: NOON + 9 });
      const sooner = await addCallback(store(), { dueAt: NOON + 2 });
      const old = await addCallback(store(), { closedAt: NOON + 3 });
      const recent = await addCallback(store(), { closedAt: NOON + 4 });
      expect(await store().openCallbacks()).toStrictEqual([sooner, later]);
      expect(await store().dueTimes()).toStrictEqual([NOON + 2, NOON + 9]);
      expect(await store().closedCallbacks(1)).toStrictEqual([recent]);
      expect(await store().closedCallbacks(5)).toStrictEqual([recent, old]);
    });

    test('that are open tell their conversations', async () => {
      const talk = await addConversation(store());
      expect(await store().hasOpenCallback(talk.id)).toBe(false);
      const { id } = await addCallback(store(), { conversationId: talk.id });
      expect(await store().hasOpenCallback(talk.id)).toBe(true);
      await store().write((writer) => writer.updateCallback(id, { closedAt: NOON }));
      expect(await store().hasOpenCallback(talk.id)).toBe(false);
    });

    test('change in the fields given; one that is missing cannot', async () => {
      const { id: takenById } = await addOperator(store());
      const added = await addCallback(store());
      await store().write((writer) => writer.updateCallback(added.id, { takenById, closedAt: NOON }));
      await store().write((writer) => writer.updateCallback(added.id, {}));
      expect(await store().callback(added.id)).toStrictEqual({ ...added, takenById, closedAt: NOON });
      const missing = store().write((writer) => writer.updateCallback('nowhere-at-all', {}));
      await expect(missing).rejects.toMatchObject({ name: 'StoreError', code: 'not-found' });
    });
  });

  describe('attempts', () => {
    test('come back in the order of their times, and no two share an id', async () => {
      const { id: operatorId } = await addOperator(store());
      const [one, two] = [await addCallback(store()), await addCallback(store())];
      const later = attemptRecord(one.id, operatorId, { at: NOON + 2, note: null, mailId: 'some-mail' });
      const sooner = attemptRecord(one.id, operatorId, { at: NOON + 1, result: 'busy' });
      const others = attemptRecord(two.id, operatorId);
      await store().write(async (writer) => {
        for (const attempt of [later, sooner, others]) await writer.addAttempt(attempt);
      });
      expect(await store().attemptsOf([one.id])).toStrictEqual([sooner, later]);
      expect(await store().attemptsOf([])).toStrictEqual([]);
      const twin = store().write((writer) => writer.addAttempt(later));
      await expect(twin).rejects.toMatchObject({ name: 'StoreError', code: 'conflict' });
    });
  });

  describe('mails', () => {
    test('come back as they were added, and those that wait by their time', async () => {
      const [soon, later] = [mailRecord(), mailRecord({ nextAt: NOON + 9, tries: 2, why: '451 later' })];
      const [sent, failed] = [mailRecord({ state: 'sent' }), mailRecord({ state: 'failed', why: '550 no' })];
      await store().write(async (writer) => {
        for (const mail of [later, soon, sent, failed]) await writer.addMail(mail);
      });
      expect(await store().mails([sent.id])).toStrictEqual([sent]);
      expect(await store().mails([])).toStrictEqual([]);
      expect(await store().mailsDue(NOON + 8, 5)).toStrictEqual([soon]);
      expect(await store().mailsDue(NOON + 9, 5)).toStrictEqual([soon, later]);
      expect(await store().mailsDue(NOON + 9, 1)).toStrictEqual([soon]);
      expect(await store().nextMailAt()).toBe(NOON);
      await store().write((writer) => writer.updateMail(soon.id, { state: 'sent', text: '' }));
      expect(await store().nextMailAt()).toBe(NOON + 9);
      expect(await store().mails([soon.id])).toStrictEqual([{ ...soon, state: 'sent', text: '' }]);
      await store().write((writer) => writer.updateMail(later.id, { state: 'failed' }));
      expect(await store().nextMailAt()).toBeUndefined();
    });
  });

  describe('texts past their time', () => {
    test('are deleted; contacts stay without what was written beside them', async () => {
      const old = await addConversation(store(), { phase: 'closed', closedAt: NOON - 1 });
      const still = await addConversation(store(), { phase: 'closed', closedAt: NOON });
      const open = await addConversation(store(), { startedAt: 1 });
      const contact = contactRecord({ conversationId: old.id, closedAt: NOON - 1, note: 'x', comment: 'y', stars: 4 });
      const mails = [
        mailRecord({ createdAt: NOON - 1, state: 'sent' }),
        mailRecord({ createdAt: NOON - 1, state: 'waiting' }),
        mailRecord({ createdAt: NOON, state: 'failed' }),
      ];
      await store().write(async (writer) => {
        await writer.appendMessage(old.id, text('via'));
        await writer.addContact(contact);
        for (const mail of mails) await writer.addMail(mail);
      });
      await store().write((writer) => writer.removeTextsBefore(NOON));
      expect(await store().conversation(old.id)).toBeUndefined();
      expect(await store().messagesAfter(old.id, 0)).toStrictEqual([]);
      expect(await store().conversation(still.id)).toStrictEqual(still);
      expect(await store().conversation(open.id)).toStrictEqual(open);
      expect(await store().contact(contact.id)).toStrictEqual({
        ...contact,
        conversationId: null,
        note: null,
        comment: null,
      });
      const left = await store().mails(mails.map(({ id }) => id));
      expect(new Set(left)).toStrictEqual(new Set(mails.slice(1)));
    });

    test('stay while a promise is open', async () => {
      const { id: operatorId } = await addOperator(store());
      const talk = await addConversation(store(), { phase: 'closed', closedAt: NOON - 9 });
      const open = await addCallback(store(), { conversationId: talk.id, receivedAt: NOON - 9 });
      const closed = await addCallback(store(), { closedAt: NOON - 1 });
      await store().write((writer) => writer.addAttempt(attemptRecord(closed.id, operatorId, { id: randomUUID() })));
      await store().write((writer) => writer.removeTextsBefore(NOON));
      expect(await store().conversation(talk.id)).toStrictEqual(talk);
      expect(await store().callback(open.id)).toStrictEqual(open);
      expect(await store().callback(closed.id)).toBeUndefined();
      expect(await store().attemptsOf([closed.id])).toStrictEqual([]);
    });
  });
}
