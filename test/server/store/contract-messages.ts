import { describe, expect, test } from 'vitest';
import type { Message } from '../../../protocol/message.ts';
import type { MessageDraft } from '../../../server/store/store.ts';
import { addConversation, NOON, text, textsOf } from './records.ts';
import type { Subject } from './store-contract.ts';

export function describeMessages({ store }: Subject): void {
  const send = (conversationId: string, draft: MessageDraft) =>
    store().write((writer) => writer.appendMessage(conversationId, draft));

  describe('messages', () => {
    test('keep the files that came with them, with or without words', async () => {
      const { id } = await addConversation(store());
      const attachments = [{ id: 'file-one', name: 'foto «1».jpg', type: 'image/jpeg', bytes: 5 } as const];
      const { message } = await send(id, { ...text(''), attachments: [...attachments] });
      expect(message).toMatchObject({ text: '', attachments });
      expect(await store().messagesAfter(id, 0)).toStrictEqual([message]);
    });

    test('are numbered 1, 2, 3 and come back in order, texts and events alike', async () => {
      const { id } = await addConversation(store());
      const sent: Message[] = [];
      sent.push((await send(id, text('«Buongiorno» 👋\nuna domanda'))).message);
      sent.push(
        (await send(id, { kind: 'event', from: 'operator', event: 'operator-joined', name: 'Anna', at: NOON + 1 }))
          .message,
      );
      sent.push((await send(id, { kind: 'event', from: 'citizen', event: 'closed', at: NOON + 2 })).message);
      expect(sent).toStrictEqual([
        {
          kind: 'text',
          conversationId: id,
          seq: 1,
          at: NOON,
          from: 'citizen',
          clientId: clientIdOf(sent[0]),
          text: '«Buongiorno» 👋\nuna domanda',
        },
        {
          kind: 'event',
          conversationId: id,
          seq: 2,
          at: NOON + 1,
          from: 'operator',
          event: 'operator-joined',
          name: 'Anna',
        },
        { kind: 'event', conversationId: id, seq: 3, at: NOON + 2, from: 'citizen', event: 'closed' },
      ]);
      expect(await store().messagesAfter(id, 0)).toStrictEqual(sent);
      expect(await store().messagesAfter(id, 1)).toStrictEqual(sent.slice(1));
      expect(await store().messagesAfter(id, 3)).toStrictEqual([]);
      expect(await store().conversation(id)).toMatchObject({ lastSeq: 3 });
    });

    test('sent again with the same client id are the first one', async () => {
      const { id } = await addConversation(store());
      const first = await send(id, text('prima', 'client-id-1'));
      await send(id, text('seconda', 'client-id-2'));
      const again = await send(id, { ...text('altro testo', 'client-id-1'), at: NOON + 99, from: 'operator' });
      expect(first.added).toBe(true);
      expect(again).toStrictEqual({ message: first.message, added: false });
      expect((await send(id, text('terza'))).message.seq).toBe(3);
      expect(await textsOf(store(), id)).toEqual(['prima', 'seconda', 'terza']);
      expect(await store().conversation(id)).toMatchObject({ lastSeq: 3 });
    });

    test('sent twice at the same time are one', async () => {
      const { id } = await addConversation(store());
      const draft = text('una volta sola');
      const answers = await Promise.all(Array.from({ length: 10 }, () => send(id, draft)));
      expect(answers.filter((answer) => answer.added)).toHaveLength(1);
      expect(new Set(answers.map((answer) => answer.message.seq))).toEqual(new Set([1]));
      expect(await textsOf(store(), id)).toEqual(['una volta sola']);
    });

    test('with the same client id in two conversations are two', async () => {
      const [one, two] = [await addConversation(store()), await addConversation(store())];
      expect(await send(one.id, text('qui', 'client-id-1'))).toMatchObject({ added: true, message: { seq: 1 } });
      expect(await send(two.id, text('là', 'client-id-1'))).toMatchObject({ added: true, message: { seq: 1 } });
      expect(await textsOf(store(), two.id)).toEqual(['là']);
    });

    test('to a conversation that is not there are refused', async () => {
      await expect(send('nowhere-at-all', text('?'))).rejects.toMatchObject({ name: 'StoreError', code: 'not-found' });
      expect(await store().messagesAfter('nowhere-at-all', 0)).toEqual([]);
    });

    test('200 at once in 5 conversations have no gap, no twin and keep their order', async () => {
      const conversations = await Promise.all(Array.from({ length: 5 }, () => addConversation(store())));
      const sent = conversations.flatMap(({ id }) => Array.from({ length: 40 }, (_, n) => ({ id, words: `n. ${n}` })));
      await Promise.all(sent.map(({ id, words }) => send(id, text(words))));
      for (const { id } of conversations) {
        const messages = await store().messagesAfter(id, 0);
        expect(messages.map((message) => message.seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
        expect(await textsOf(store(), id)).toEqual(Array.from({ length: 40 }, (_, n) => `n. ${n}`));
      }
    });
  });
}

function clientIdOf(message: Message | undefined): string {
  return message?.kind === 'text' ? message.clientId : '';
}
