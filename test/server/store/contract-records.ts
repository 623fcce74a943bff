import { describe, expect, test } from 'vitest';
import {
  addConversation,
  addOperator,
  contactRecord,
  conversationRecord,
  NOON,
  operatorRecord,
  sessionRecord,
} from './records.ts';
import type { Subject } from './store-contract.ts';

export function describeRecords({ store }: Subject): void {
  describe('conversations', () => {
    test('come back as they were added, by id, start id and token', async () => {
      const added = await addConversation(store(), { citizenName: 'Niccolò D’Àvila', service: 'lis', language: 'en' });
      expect(await store().conversation(added.id)).toStrictEqual(added);
      expect(await store().conversationByStartId(added.startId)).toStrictEqual(added);
      expect(await store().conversationByTokenHash(added.tokenHash)).toStrictEqual(added);
    });

    test('that nobody added are undefined', async () => {
      await addConversation(store());
      expect(await store().conversation('nowhere-at-all')).toBeUndefined();
      expect(await store().conversationByStartId('nowhere-at-all')).toBeUndefined();
      expect(await store().conversationByTokenHash('nowhere-at-all')).toBeUndefined();
    });

    test('change in the fields given and in no other', async () => {
      const operator = await addOperator(store());
      const added = await addConversation(store());
      const change = {
        phase: 'closed',
        operatorId: operator.id,
        returned: true,
        answeredAt: NOON + 5,
        closedAt: NOON + 9,
        closedBy: 'desk',
        rated: true,
        context: { searches: [], articles: [] },
        readByOperator: 3,
      } as const;
      await store().write((writer) =>
        writer.updateConversation(added.id, { ...change, context: { searches: [], articles: [] } }),
      );
      expect(await store().conversation(added.id)).toStrictEqual({ ...added, ...change });
      await store().write((writer) => writer.updateConversation(added.id, { rated: false, operatorId: null }));
      expect(await store().conversation(added.id)).toStrictEqual({
        ...added,
        ...change,
        rated: false,
        operatorId: null,
      });
    });

    test('a change without fields is none, and one of a missing conversation is refused', async () => {
      const added = await addConversation(store());
      await store().write((writer) => writer.updateConversation(added.id, {}));
      expect(await store().conversation(added.id)).toStrictEqual(added);
      const missing = store().write((writer) => writer.updateConversation('nowhere-at-all', { rated: true }));
      await expect(missing).rejects.toMatchObject({ name: 'StoreError', code: 'not-found' });
    });

    test('share no id, start id or token', async () => {
      const added = await addConversation(store());
      for (const field of ['id', 'startId', 'tokenHash'] as const) {
        const twin = conversationRecord({ [field]: added[field] });
        const refused = store().write((writer) => writer.addConversation(twin));
        await expect(refused, field).rejects.toMatchObject({ name: 'StoreError', code: 'conflict' });
      }
    });

    test('that are open are listed oldest first', async () => {
      const third = await addConversation(store(), { startedAt: NOON + 3, queuedAt: NOON });
      const first = await addConversation(store(), { startedAt: NOON + 1, phase: 'live' });
      await addConversation(store(), { startedAt: NOON, phase: 'closed' });
      const second = await addConversation(store(), { startedAt: NOON + 2 });
      expect(await store().openConversations()).toStrictEqual([first, second, third]);
    });

    test('belong to operators that exist', async () => {
      const refused = addConversation(store(), { operatorId: 'nobody-here' });
      await expect(refused).rejects.toMatchObject({ name: 'StoreError', code: 'not-found' });
    });
  });

  describe('contacts', () => {
    test('come back as they were added, and change in the fields given', async () => {
      const conversation = await addConversation(store());
      const contact = contactRecord({ conversationId: conversation.id });
      await store().write((writer) => writer.addContact(contact));
      expect(await store().contact(contact.id)).toStrictEqual(contact);
      expect(await store().contact(conversation.id)).toBeUndefined();

      const change = {
        reason: 'access-request',
        topic: 'bollo',
        outcome: 'resolved',
        stars: 5,
        comment: '«ottimo»',
      } as const;
      await store().write((writer) => writer.updateContact(contact.id, { ...change, selfHelpFirst: false }));
      expect(await store().contact(contact.id)).toStrictEqual({ ...contact, ...change, selfHelpFirst: false });
    });

    test('that are missing cannot change, and no two share an id', async () => {
      const contact = contactRecord();
      const missing = store().write((writer) => writer.updateContact(contact.id, { stars: 1 }));
      await expect(missing).rejects.toMatchObject({ name: 'StoreError', code: 'not-found' });
      await store().write((writer) => writer.addContact(contact));
      const twin = store().write((writer) => writer.addContact(contact));
      await expect(twin).rejects.toMatchObject({ name: 'StoreError', code: 'conflict' });
    });
  });

  describe('operators', () => {
    test('come back by id and user name, and all of them by user name', async () => {
      const zeno = await addOperator(store(), { username: 'zeno', skills: ['chat'], active: false });
      const anna = await addOperator(store(), { username: 'anna' });
      expect(await store().operator(zeno.id)).toStrictEqual(zeno);
      expect(await store().operatorByUsername('anna')).toStrictEqual(anna);
      expect(await store().operatorByUsername('nobody')).toBeUndefined();
      expect(await store().operators()).toStrictEqual([anna, zeno]);
    });

    test('are replaced by one with the same id', async () => {
      const before = await addOperator(store());
      const after = await addOperator(store(), { id: before.id, username: 'new-name', active: false });
      expect(await store().operators()).toStrictEqual([after]);
    });

    test('do not share a user name', async () => {
      const anna = await addOperator(store(), { username: 'anna' });
      const other = store().write((writer) => writer.putOperator(operatorRecord({ username: 'anna' })));
      await expect(other).rejects.toMatchObject({ name: 'StoreError', code: 'conflict' });
      expect(await store().operators()).toStrictEqual([anna]);
    });
  });

  describe('sessions', () => {
    test('come back by token, and are gone when removed', async () => {
      const { id } = await addOperator(store());
      const [one, two] = [sessionRecord(id), sessionRecord(id)];
      await store().write(async (writer) => {
        await writer.addSession(one);
        await writer.addSession(two);
      });
      expect(await store().session(one.tokenHash)).toStrictEqual(one);
      await store().write((writer) => writer.removeSession(one.tokenHash));
      await store().write((writer) => writer.removeSession('never-there'));
      expect(await store().session(one.tokenHash)).toBeUndefined();
      expect(await store().session(two.tokenHash)).toStrictEqual(two);
    });

    test('of one operator are removed together, except one', async () => {
      const [{ id }, other] = [await addOperator(store()), await addOperator(store())];
      const [one, two, elsewhere] = [sessionRecord(id), sessionRecord(id), sessionRecord(other.id)];
      const left = async (): Promise<boolean[]> =>
        Promise.all([one, two, elsewhere].map(async ({ tokenHash }) => Boolean(await store().session(tokenHash))));
      await store().write(async (writer) => {
        for (const session of [one, two, elsewhere]) await writer.addSession(session);
        await writer.removeSessionsOf(id, one.tokenHash);
      });
      expect(await left()).toEqual([true, false, true]);
      await store().write((writer) => writer.removeSessionsOf(id));
      expect(await left()).toEqual([false, false, true]);
    });

    test('past their date are removed together', async () => {
      const { id } = await addOperator(store());
      const [old, still] = [sessionRecord(id, { expiresAt: NOON - 1 }), sessionRecord(id, { expiresAt: NOON })];
      await store().write(async (writer) => {
        await writer.addSession(old);
        await writer.addSession(still);
        await writer.removeSessionsExpiredBefore(NOON);
      });
      expect(await store().session(old.tokenHash)).toBeUndefined();
      expect(await store().session(still.tokenHash)).toStrictEqual(still);
    });

    test('belong to operators that exist', async () => {
      const refused = store().write((writer) => writer.addSession(sessionRecord('nobody-here')));
      await expect(refused).rejects.toMatchObject({ name: 'StoreError', code: 'not-found' });
    });
  });
}
