import type { LogEntry } from '../../widget/core/conversation-state.ts';
import { createCitizenDesk, type CitizenDesk, type StartRequest } from '../../widget/core/citizen-session.ts';
import { clock } from './node-clock.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import { logEntries } from '../../widget/core/conversation-state.ts';
import { createMemoryDrawer, type Drawer } from '../../widget/core/storage.ts';
import { must, next, type OperatorSocket, type TestDesk } from '../server/realtime/harness.ts';
import { createNodeWire, type NodeWire } from './node-wire.ts';

export { clock };

/** One citizen's browser: what its tabs share, and its tabs. */
export interface Browser {
  shared: Drawer;
  openTab(own?: Drawer): Tab;
  close(): void;
}

export interface Tab {
  desk: CitizenDesk;
  own: Drawer;
  /** The wire last made. */
  wire(): NodeWire;
  /** @throws while there is none */
  conversation(): Conversation;
  log(): string[];
}

export function openBrowser(server: TestDesk, shared: Drawer = createMemoryDrawer()): Browser {
  const tabs: CitizenDesk[] = [];
  return {
    shared,
    openTab(own = createMemoryDrawer()) {
      let wire: NodeWire | undefined;
      const desk = createCitizenDesk({
        connect: async () => (wire = createNodeWire(server.url)),
        clock,
        newId: () => crypto.randomUUID(),
        shared,
        own,
      });
      tabs.push(desk);
      const conversation = (): Conversation => {
        if (desk.value.name !== 'open') throw new Error(`no conversation: ${desk.value.name}`);
        return desk.value.conversation;
      };
      return {
        desk,
        own,
        wire() {
          if (!wire) throw new Error('no wire yet');
          return wire;
        },
        conversation,
        log: () => logEntries(conversation().value).map(wordsOf),
      };
    },
    close: () => tabs.forEach((desk) => desk.close()),
  };
}

function wordsOf(entry: LogEntry): string {
  if (entry.kind === 'event') return `(${entry.event})`;
  if (entry.kind === 'pending') return `${entry.text} …`;
  return `${entry.from}: ${entry.text}`;
}

export const REQUEST: StartRequest = {
  service: 'chat',
  language: 'it',
  name: '',
  context: { searches: [], articles: [] },
};

/** A started conversation and the operator who took it. */
export async function startTalk(server: TestDesk, tab: Tab): Promise<OperatorSocket> {
  const operator = await server.operator('ada');
  await must(operator, 'presence:set', { presence: 'available' });
  const queued = next<{ queues: { chat: unknown[] } }>(
    operator,
    'desk:changed',
    ({ queues }) => queues.chat.length > 0,
  );
  const answer = await tab.desk.start(REQUEST);
  if (!answer.ok) throw new Error(`not started: ${answer.code}`);
  await queued;
  await must(operator, 'conversation:accept', { conversationId: tab.conversation().id });
  return operator;
}

export function write(operator: OperatorSocket, conversationId: string, text: string): Promise<object> {
  return must(operator, 'message:send', { conversationId, clientId: crypto.randomUUID(), text });
}

/** Waits until it is so, and says what was not. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`did not come: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
