import { describe, expect, test } from 'vitest';
import { leaveMessage } from '../../../protocol/callback.ts';
import { startConversation } from '../../../protocol/conversation.ts';
import { sendMessage } from '../../../protocol/message.ts';

const message = (text: string) => sendMessage.safeParse({ conversationId: 'rosa-0001', clientId: 'client-1', text });
const named = (name: string) => {
  const context = { searches: [], articles: [] };
  return startConversation.parse({ startId: 'start-001', service: 'chat', language: 'it', context, name }).name;
};

describe('SE-11 what people type', () => {
  test.each([
    ['line breaks of other systems', ' una\r\ndue\rtre ', 'una\ndue\ntre'],
    ['characters that control machines', 'pri\u0000ma\u001b[31m\tpoi\u0085', 'prima[31m\tpoi'],
    ['halves of characters', 'ciao \ud83d', 'ciao \ufffd'],
    ['pictures of several characters stay', 'grazie 👩‍👧 🇮🇹', 'grazie 👩‍👧 🇮🇹'],
    ['other scripts stay', 'مرحبا नमस्ते שלום', 'مرحبا नमस्ते שלום'],
  ])('%s', (_name, typed, kept) => {
    expect(message(typed).data?.text).toBe(kept);
  });

  test.each(['\u200b\u200b', '\u2060\ufeff', '\u0000', ' \u2800\n', '\u202e', '\u3164'])(
    'nothing to be seen is nothing: %j',
    (typed) => {
      expect(message(typed).success).toBe(false);
      expect(named(typed)).toBe('');
    },
  );

  test('a name is one line, and turns nothing around', () => {
    expect(named('<b>x</b>\r\nSubject: y')).toBe('<b>x</b> Subject: y');
    expect(named(' Rosa\u2028 \t De\u202eLuca ')).toBe('Rosa DeLuca');
    expect(named('Łucja O’Neill-Ñandú')).toBe('Łucja O’Neill-Ñandú');
  });

  test('a message that is left, too', () => {
    const context = { searches: [], articles: [] };
    const reach = { by: 'email', email: 'rosa@example.org' };
    const left = { startId: 'start-001', service: 'chat', language: 'it', attachments: [], context, reach };
    expect(leaveMessage.safeParse({ ...left, text: '\u200b' }).success).toBe(false);
    expect(leaveMessage.parse({ ...left, text: 'a\r\nb', name: 'Rosa\nRossi' })).toMatchObject({
      text: 'a\nb',
      name: 'Rosa Rossi',
    });
  });
});
