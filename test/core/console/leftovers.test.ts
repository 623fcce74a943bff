import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLeftovers } from '../../../console/core/leftovers.ts';
import { begin, must, startDesk, type TestDesk } from '../../server/realtime/harness.ts';
import { openDesk, until } from './real-desk.ts';

let server: TestDesk;

beforeAll(async () => {
  server = await startDesk({ desk: { operatorGraceMs: 200 } });
});
afterAll(() => server.close());

const closing = { reason: 'other', topic: 'other', outcome: 'resolved' } as const;

it('CH-55 keeps, apart, what did not leave before a colleague took the citizen, and never sends it by itself', async () => {
  const [ada, bruno] = [await openDesk(server, 'ada'), await openDesk(server, 'bruno')];
  const rosa = await server.citizen();
  const { conversation } = await begin(rosa, { name: 'Rosa' });
  const conversationId = conversation.id;
  const who = { conversationId, citizenName: 'Rosa', since: conversation.startedAt };
  await ada.desk.accept(who);
  ada.cut();
  await until('the line is cut', () => ada.desk.connection.value.name === 'lost');
  ada.desk.mine.get(conversationId)!.send('non perdere questa frase');
  ada.desk.mine.get(conversationId)!.draft = 'e questa bozza';
  await until('Rosa waits again', () => bruno.desk.value.desk?.queues.chat.length === 1);
  await bruno.desk.accept(who);
  ada.mend();
  await until('it is told', () => ada.desk.leftovers.value.length === 1);
  expect(ada.desk.leftovers.value).toEqual([{ ...who, texts: ['non perdere questa frase', 'e questa bozza'] }]);
  // A page loaded anew still has it; nothing is left that would go out when Rosa comes back to Ada.
  expect(createLeftovers(ada.drawer).value).toEqual(ada.desk.leftovers.value);
  bruno.cut();
  await until('Rosa waits for Ada', () => ada.desk.value.desk?.queues.chat.length === 1);
  await ada.desk.accept(who);
  await ada.desk.mine.get(conversationId)!.refresh();
  const { messages } = await must<{ messages: { kind: string }[] }>(rosa, 'conversation:sync', {
    conversationId,
    lastSeq: 0,
  });
  expect(messages.filter(({ kind }) => kind === 'text')).toEqual([]);
  expect(ada.desk.mine.get(conversationId)!.draft).toBe('');
  ada.desk.leftovers.drop(conversationId);
  expect(createLeftovers(ada.drawer).value).toEqual([]);
  await ada.desk.finish({ conversationId, ...closing });
  expect(ada.desk.leftovers.value).toEqual([]);
  for (const { desk } of [ada, bruno]) desk.close();
});
