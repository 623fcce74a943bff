import { expect, it } from 'vitest';
import { openModel, reduceConversation } from '../../widget/core/conversation-state.ts';
import { createI18n } from '../../widget/core/i18n.ts';
import { createTranscript, transcriptName } from '../../widget/core/transcript.ts';
import { words } from '../../widget/locales/words.ts';

it('CH-29 writes down what the server has confirmed, with who said it and when', async () => {
  const i18n = await createI18n({ lang: 'it', resources: words.panel });
  await i18n.extend(words.end);
  const at = new Date(2026, 10, 24, 9, 5).getTime();
  const common = { conversationId: 'conversation-1', at };
  const model = openModel('citizen', {
    conversation: {
      id: 'conversation-1',
      service: 'chat',
      language: 'it',
      citizenName: 'Anna',
      citizenConnected: true,
      startedAt: at,
      context: { searches: [], articles: [] },
      phase: { name: 'closed', at, by: 'operator', rated: false },
      call: null,
      lastSeq: 3,
      read: { citizen: 0, operator: 0 },
    },
    messages: [
      { ...common, seq: 1, from: 'operator', kind: 'event', event: 'operator-joined', name: 'Ada' },
      { ...common, seq: 2, from: 'operator', kind: 'text', clientId: 'a', text: 'Due righe:\nuna e due' },
      { ...common, seq: 3, from: 'citizen', kind: 'text', clientId: 'b', text: 'Grazie' },
    ],
  });
  const withPending = reduceConversation(model, { type: 'queue', clientId: 'c', text: 'mai partito', at });
  expect(createTranscript(withPending, i18n).split('\n')).toEqual([
    'Copia della conversazione',
    'Iniziata: 24 novembre 2026 alle ore 09:05',
    '',
    '[09:05] Ada è in conversazione.',
    '[09:05] Ada: Due righe:',
    'una e due',
    '[09:05] Tu: Grazie',
    '',
  ]);
  expect(transcriptName(model, i18n)).toMatch(/^conversazione-2026-11-2\d\.txt$/);
});
