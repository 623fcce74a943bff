import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unreadCount } from '../../widget/core/conversation-state.ts';
import { must, next, startDesk, type OperatorSocket, type TestDesk } from '../server/realtime/harness.ts';
import { openBrowser, REQUEST, startTalk, until, write, type Browser, type Tab } from './citizen-kit.ts';

let server: TestDesk;
let browser: Browser;
let tab: Tab;
let operator: OperatorSocket;
let id: string;

beforeEach(async () => {
  server = await startDesk();
  browser = openBrowser(server);
  tab = browser.openTab();
  operator = await startTalk(server, tab);
  id = tab.conversation().id;
  await until('the operator is there', () => tab.log().includes('(operator-joined)'));
});

afterEach(async () => {
  browser.close();
  await server.close();
});

describe('sending', () => {
  it('CH-20 shows what is written at once, and sends it in order', async () => {
    for (const text of ['uno', 'due', 'tre']) tab.conversation().send(text);
    expect(tab.log()).toEqual(['(operator-joined)', 'uno …', 'due …', 'tre …']);
    await until('all are confirmed', () => tab.conversation().value.outbox.length === 0);
    expect(tab.log()).toEqual(['(operator-joined)', 'citizen: uno', 'citizen: due', 'citizen: tre']);
  });

  it('CH-20 makes one message of a text whose answer was lost', async () => {
    const heard = next<{ text: string }>(operator, 'message:new');
    tab.conversation().send('una volta sola');
    // What is on its way out still goes; what would come back does not.
    tab.wire().unplug();
    await heard;
    await until('the line is gone', () => tab.wire().connection.name === 'lost');
    expect(tab.log().at(-1)).toBe('una volta sola …');
    tab.wire().plug();
    await until('it is confirmed', () => tab.conversation().value.outbox.length === 0);
    expect(tab.log()).toEqual(['(operator-joined)', 'citizen: una volta sola']);
  });

  it('CH-20 sends after a break what was written during it', async () => {
    tab.wire().unplug();
    await until('the line is gone', () => tab.wire().connection.name === 'lost');
    tab.conversation().send('scritto senza rete');
    tab.wire().plug();
    await until('it is confirmed', () => tab.log().includes('citizen: scritto senza rete'));
  });

  it('CH-22 keeps the draft and what is unsent through a reload', async () => {
    tab.wire().unplug();
    await until('the line is gone', () => tab.wire().connection.name === 'lost');
    tab.conversation().send('non ancora partito');
    tab.conversation().draft = 'a metà';
    tab.desk.close();

    const reloaded = browser.openTab(tab.own);
    await reloaded.desk.restore();
    expect(reloaded.conversation().draft).toBe('a metà');
    await until('it is sent', () => reloaded.log().includes('citizen: non ancora partito'));
    expect(reloaded.log()).toEqual(['(operator-joined)', 'citizen: non ancora partito']);
    expect(tab.own.get(`outbox:${id}`)).toBeNull();
  });

  it('CH-23 keeps a refused text with its reason, to be tried again or taken out', async () => {
    const closed = next(operator, 'conversation:changed');
    await must(operator, 'conversation:close', {
      conversationId: id,
      reason: 'other',
      topic: 'other',
      outcome: 'resolved',
    });
    await Promise.race([closed, until('closed', () => tab.conversation().value.state.phase.name === 'closed')]);
    tab.conversation().send('troppo tardi');
    await until('it is refused', () => tab.conversation().value.outbox[0]?.refused === 'wrong-phase');
    const clientId = tab.conversation().value.outbox[0]?.clientId ?? '';
    tab.conversation().retry(clientId);
    expect(tab.conversation().value.outbox[0]?.refused).toBeNull();
    await until('it is refused again', () => tab.conversation().value.outbox[0]?.refused === 'wrong-phase');
    tab.conversation().discard(clientId);
    expect(tab.log().at(-1)).toBe('(closed)');
  });
});

describe('receiving', () => {
  it('CH-21 fetches after a break exactly what was missed, in order', async () => {
    tab.conversation().send('prima');
    await until('confirmed', () => tab.conversation().value.outbox.length === 0);
    tab.wire().unplug();
    await until('the line is gone', () => tab.wire().connection.name === 'lost');
    for (const text of ['durante 1', 'durante 2']) await write(operator, id, text);
    tab.wire().plug();
    await until('all is there', () => tab.log().includes('operator: durante 2'));
    expect(tab.log()).toEqual(['(operator-joined)', 'citizen: prima', 'operator: durante 1', 'operator: durante 2']);
  });

  it('CH-24 shows the same in two tabs, and counts as read what either shows', async () => {
    const other = browser.openTab();
    await other.desk.start(REQUEST);
    expect(other.conversation().id).toBe(id);
    tab.conversation().send('dal primo');
    await until('the second has it', () => other.log().includes('citizen: dal primo'));
    await write(operator, id, 'per tutti e due');
    await until('both have it', () => [tab, other].every((one) => one.log().includes('operator: per tutti e due')));
    expect(tab.log()).toEqual(other.log());
    expect(unreadCount(tab.conversation().value)).toBe(1);
    other.conversation().see();
    await until('the first knows', () => unreadCount(tab.conversation().value) === 0);
  });

  it('CH-25 shows typing while it lasts, and forgets it when the message comes or the line breaks', async () => {
    await must(operator, 'typing:set', { conversationId: id, typing: true });
    await until('typing shows', () => tab.conversation().value.otherTyping);
    await write(operator, id, 'ecco');
    await until('it is over', () => !tab.conversation().value.otherTyping);
    await must(operator, 'typing:set', { conversationId: id, typing: true });
    await until('typing shows again', () => tab.conversation().value.otherTyping);
    tab.wire().unplug();
    await until('it is forgotten', () => !tab.conversation().value.otherTyping);
  });

  it('CH-25 tells that the citizen types, and that they stopped', async () => {
    const began = next(operator, 'typing:changed', ({ typing }: { typing: boolean }) => typing);
    tab.conversation().setTyping(true);
    tab.conversation().setTyping(true);
    await began;
    const ended = next(operator, 'typing:changed', ({ typing }: { typing: boolean }) => !typing);
    tab.conversation().setTyping(false);
    await ended;
  });
});
