import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConversationState, ConversationView } from '../../../protocol/conversation.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { ask, begin, collect, must, next, startDesk, type TestDesk } from '../realtime/harness.ts';

let folder: string;
let store: Store;
let desk: TestDesk;
/** While true every commit fails, as on a full disk. */
let full = false;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sportello-disk-'));
  store = await createSqliteStore(join(folder, 'sportello.sqlite'));
  const write: Store['write'] = (work) =>
    store.write(async (writer) => {
      const value = await work(writer);
      if (full) throw new Error('the disk is full');
      return value;
    });
  desk = await startDesk({ store: { ...store, write }, desk: { operatorGraceMs: 300 } });
});
afterAll(async () => {
  await desk.close();
  await store.close();
  await rm(folder, { recursive: true });
});

test('CH-1 what cannot be stored is not acknowledged, not told, and not true; with room again it goes on', async () => {
  const citizen = await desk.citizen();
  const [ada, bruno] = [await desk.operator('ada'), await desk.operator('bruno')];
  const { conversation } = await begin(citizen);
  const conversationId = conversation.id;
  const heard = [collect(citizen, 'message:new'), collect(ada, 'message:new')];

  full = true;
  const internal = { ok: false, code: 'internal' };
  const message = { conversationId, clientId: 'on-a-full-disk', text: 'ciao' };
  expect(await ask(citizen, 'message:send', message)).toEqual(internal);
  expect(await ask(ada, 'conversation:accept', { conversationId })).toEqual(internal);
  const view = await must<ConversationView>(citizen, 'conversation:sync', { conversationId, lastSeq: 0 });
  expect(view).toMatchObject({ messages: [], conversation: { lastSeq: 0, phase: { name: 'waiting', position: 1 } } });
  expect(heard).toEqual([[], []]);

  full = false;
  await must(bruno, 'conversation:accept', { conversationId });
  expect(await ask(citizen, 'message:send', message)).toMatchObject({ ok: true, seq: 2 });

  // The operator is lost while nothing can be stored: the citizen is not forgotten.
  full = true;
  const returned = next<ConversationState>(citizen, 'conversation:changed', ({ phase }) => phase.name === 'waiting');
  bruno.disconnect();
  await new Promise((resolve) => setTimeout(resolve, 450));
  full = false;
  expect((await returned).phase).toMatchObject({ position: 1 });
});
