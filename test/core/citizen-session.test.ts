import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMemoryDrawer, type Drawer } from '../../widget/core/storage.ts';
import { must, startDesk, type TestDesk } from '../server/realtime/harness.ts';
import { openBrowser, REQUEST, startTalk, until, type Browser } from './citizen-kit.ts';

let server: TestDesk;
let browser: Browser;

beforeEach(async () => {
  server = await startDesk();
  browser = openBrowser(server);
});

afterEach(async () => {
  browser.close();
  await server.close();
});

/** A drawer that tells what is in it. */
function openGlassDrawer(): Drawer & { keys(): string[] } {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
    keys: () => [...values.keys()],
  };
}

const CLOSING = { reason: 'information', topic: 'other', outcome: 'resolved' };

it('CH-26 CH-99 stores nothing before a conversation, one token during it, and only the visit’s number after it', async () => {
  const shared = openGlassDrawer();
  const own = openGlassDrawer();
  browser = openBrowser(server, shared);
  const tab = browser.openTab(own);
  await tab.desk.restore();
  expect([...shared.keys(), ...own.keys()]).toEqual([]);

  const operator = await startTalk(server, tab);
  expect(shared.keys()).toEqual(['conversation']);
  expect(own.keys()).toEqual(['visit']);

  await must(operator, 'conversation:close', { conversationId: tab.conversation().id, ...CLOSING });
  await until('closed', () => tab.conversation().value.state.phase.name === 'closed');
  expect(shared.keys()).toEqual([]);
  expect(own.keys().toSorted()).toEqual(['conversation', 'visit']);

  tab.desk.finish();
  expect([...shared.keys(), ...own.keys()]).toEqual(['visit']);
});

it('CH-99 is one visit for all that is begun in a tab, reloads included, and another one in another tab', async () => {
  const visits: unknown[] = [];
  async function begin(own: Drawer): Promise<void> {
    const tab = browser.openTab(own);
    const line = tab.desk.line.bind(tab.desk);
    const wire = await line();
    const request = wire?.request.bind(wire);
    if (!wire || !request) throw new Error('no line');
    wire.request = (event, payload) => {
      if (event === 'conversation:start') visits.push(payload['visitId' as keyof typeof payload]);
      return request(event, payload);
    };
    expect((await tab.desk.start(REQUEST)).ok).toBe(true);
    expect((await tab.desk.end()).ok).toBe(true);
    await until('closed', () => tab.conversation().value.state.phase.name === 'closed');
    tab.desk.finish();
    tab.desk.close();
  }
  const own = createMemoryDrawer();
  await begin(own);
  await begin(own);
  await begin(createMemoryDrawer());
  expect(visits[0]).toMatch(/^[\w-]{8,}$/u);
  expect(visits[1]).toBe(visits[0]);
  expect(visits[2]).not.toBe(visits[0]);
});

it('CH-26 takes the conversation up again after a reload, with all of it', async () => {
  const tab = browser.openTab();
  await startTalk(server, tab);
  tab.conversation().send('prima del ricaricamento');
  await until('confirmed', () => tab.conversation().value.outbox.length === 0);
  const log = tab.log();
  tab.desk.close();

  const reloaded = browser.openTab();
  await reloaded.desk.restore();
  expect(reloaded.log()).toEqual(log);
});

it('CH-26 shows the end again after a reload in the same tab, and in no other', async () => {
  const tab = browser.openTab();
  const operator = await startTalk(server, tab);
  await must(operator, 'conversation:close', { conversationId: tab.conversation().id, ...CLOSING });
  await until('closed', () => tab.conversation().value.state.phase.name === 'closed');
  tab.desk.close();

  const reloaded = browser.openTab(tab.own);
  await reloaded.desk.restore();
  expect(reloaded.conversation().value.state.phase.name).toBe('closed');

  const other = browser.openTab();
  await other.desk.restore();
  expect(other.desk.value.name).toBe('none');
});

it('CH-26 says what became of a conversation that cannot be had back, and lets one begin anew', async () => {
  browser.shared.set('conversation', JSON.stringify({ token: 'x'.repeat(43), expiresAt: Date.now() + 60_000 }));
  const tab = browser.openTab();
  await tab.desk.restore();
  expect(tab.desk.value).toEqual({ name: 'gone', code: 'bad-token' });
  expect(browser.shared.get('conversation')).toBeNull();
  expect(await tab.desk.start(REQUEST)).toEqual({ ok: true });
});

it('CH-26 does not even ask for a conversation whose token is past its date', async () => {
  browser.shared.set('conversation', JSON.stringify({ token: 'x'.repeat(43), expiresAt: Date.now() - 1 }));
  const tab = browser.openTab();
  await tab.desk.restore();
  expect(tab.desk.value.name).toBe('none');
  expect(() => tab.wire()).toThrow('no wire yet');
});

it('CH-24 begins one conversation however often it is asked to', async () => {
  const tab = browser.openTab();
  await Promise.all([tab.desk.start(REQUEST), tab.desk.start(REQUEST)]);
  const operator = await server.operator('ada');
  const { desk } = await must<{ desk: { queues: { chat: unknown[] } } }>(operator, 'desk:enter', {});
  expect(desk.queues.chat).toHaveLength(1);
});

it('CH-27 answers a start outside the hours with its code, and can be asked again', async () => {
  await server.close();
  server = await startDesk({ settings: { hours: { chat: { days: {} }, lis: 'always' } } });
  browser = openBrowser(server);
  const tab = browser.openTab();
  expect(await tab.desk.start(REQUEST)).toMatchObject({ ok: false, code: 'channel-closed' });
  expect(tab.desk.value.name).toBe('none');
  expect(await tab.desk.start({ ...REQUEST, service: 'lis' })).toMatchObject({ ok: false, code: 'no-media' });
});

it('CH-27 says so when the code of the connection cannot be fetched', async () => {
  const { createCitizenDesk } = await import('../../widget/core/citizen-session.ts');
  const desk = createCitizenDesk({
    connect: () => Promise.reject(new Error('offline')),
    // Every pause passes at once: patience runs out without waiting for it.
    clock: createHastyClock(),
    newId: () => crypto.randomUUID(),
    shared: createMemoryDrawer(),
    own: createMemoryDrawer(),
  });
  expect(await desk.start(REQUEST)).toEqual({ ok: false, code: 'no-answer' });
});

function createHastyClock() {
  let now = 0;
  return {
    now: () => now,
    after(ms: number, run: () => void) {
      const timer = setTimeout(() => {
        now += ms;
        run();
      }, 0);
      return () => clearTimeout(timer);
    },
  };
}

it('CH-7 rates once, and keeps the end on screen when the token is spent', async () => {
  const tab = browser.openTab();
  await startTalk(server, tab);
  expect(await tab.desk.end()).toEqual({ ok: true });
  await until('closed', () => tab.conversation().value.state.phase.name === 'closed');
  expect(await tab.desk.rate(5, ' ')).toEqual({ ok: true });
  expect(await tab.desk.rate(5, '')).toMatchObject({ ok: false, code: 'wrong-phase' });
  tab.wire().unplug();
  await until('the line is gone', () => tab.wire().connection.name === 'lost');
  tab.wire().plug();
  await until('the line is back', () => tab.wire().connection.name === 'connected');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(tab.desk.value.name).toBe('open');
});
