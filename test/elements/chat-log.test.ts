import type { LogEntry } from '../../widget/core/conversation-state.ts';
import { createI18n } from '../../widget/core/i18n.ts';
import { words } from '../../widget/locales/words.ts';
import type { ChatLog } from '../../widget/parts/chat-log.ts';
import '../../widget/parts/chat-log.ts';
import { button, clearPage, deep, equal, expectAccessible, find, message, mount, until } from './widget-kit.ts';

async function open(entries: readonly LogEntry[], height = 300): Promise<ChatLog> {
  const log = document.createElement('sportello-chat-log');
  log.i18n = await createI18n({ lang: 'it', resources: words.panel });
  log.entries = entries;
  log.names = { citizen: null, operator: 'Ada' };
  log.style.height = `${height}px`;
  mount(log, 360);
  await log.updateComplete;
  return log;
}

async function add(log: ChatLog, ...entries: LogEntry[]): Promise<void> {
  log.entries = [...log.entries, ...entries];
  await log.updateComplete;
}

const mine = (seq: number, text = `Mio ${seq}`) => message(seq, { from: 'citizen', text });
const pending = (clientId: string, refused: 'too-large' | null = null): LogEntry => ({
  kind: 'pending',
  clientId,
  text: 'In viaggio',
  at: Date.now(),
  refused,
});
const lines = (log: ChatLog): string[] =>
  deep(log, '.line').map((line) => line.textContent.replace(/\s+/gu, ' ').trim());

afterEach(clearPage);

describe('the log of a conversation', () => {
  it('AC-7 is a named log whose history is never read out, and whose additions are', async () => {
    const log = await open([message(1), mine(2)]);
    const region = find(log, '[role=log]');
    equal(region.getAttribute('aria-label'), 'Messaggi');
    equal(region.getAttribute('aria-live'), 'off');
    await until('additions count', () => region.getAttribute('aria-live') === 'polite');
    await expectAccessible(log);
  });

  it('AC-7 adds a line and touches no other: nothing is announced again', async () => {
    const log = await open([message(1), mine(2)]);
    await until('additions count', () => find(log, '[role=log]').getAttribute('aria-live') === 'polite');
    const before = deep(log, 'li');
    const changed: Node[] = [];
    const observer = new MutationObserver((records) =>
      records.forEach(({ addedNodes }) => changed.push(...addedNodes)),
    );
    observer.observe(find(log, '[role=log]'), { childList: true, subtree: true, characterData: true });
    await add(log, message(3));
    const added = changed.filter((node): node is Element => node instanceof Element);
    equal(added.length, 1);
    equal(added[0]?.textContent.includes('Messaggio 3'), true);
    equal(
      before.every((line, index) => deep(log, 'li')[index] === line),
      true,
    );
    observer.disconnect();
  });

  it('AC-7 keeps a line in its place from sending to read, and says its state outside the announcements', async () => {
    const log = await open([message(1)]);
    await add(log, pending('client-2'));
    const line = deep(log, '.line')[1];
    equal(lines(log)[1]?.endsWith('invio…'), true);
    log.entries = [message(1), mine(2, 'In viaggio')];
    await log.updateComplete;
    equal(deep(log, '.line')[1], line);
    equal(lines(log)[1]?.endsWith('inviato'), true);
    log.readByOther = 2;
    await log.updateComplete;
    equal(lines(log)[1]?.endsWith('letto'), true);
    equal(deep(log, '.line')[1], line);
    equal(line?.querySelector('[aria-live]')?.getAttribute('aria-live'), 'off');
  });

  it('AC-7 tells whose each line is, in words', async () => {
    const log = await open([message(1), mine(2)]);
    equal(
      lines(log)
        .map((line) => line.split(':')[0])
        .join(),
      'Ada,Tu',
    );
  });

  it('CH-32 puts the days apart', async () => {
    const day = 86_400_000;
    const log = await open([
      message(1, { at: Date.now() - 3 * day }),
      message(2, { at: Date.now() - day }),
      message(3),
      message(4),
    ]);
    const days = deep(log, '.day').map((one) => one.textContent.trim());
    equal(days.length, 3);
    equal(days.slice(1).join(), 'Ieri,Oggi');
  });

  it('CH-28 links to https only, apart from this page, and keeps every blank as written', async () => {
    const log = await open([message(1, { text: '  due  spazi\nhttps://example.org/a e http://example.org <b>x</b>' })]);
    const links = deep<HTMLAnchorElement>(log, 'a');
    equal(links.length, 1);
    equal(links[0]?.href, 'https://example.org/a');
    equal(links[0]?.rel, 'noopener noreferrer');
    equal(links[0]?.target, '_blank');
    equal(find(log, '.bubble').textContent.startsWith('  due  spazi\nhttps://example.org/a'), true);
    equal(find(log, '.bubble').textContent.endsWith('<b>x</b>'), true);
  });

  it('CH-23 says why a text was refused, and offers to try it again or take it out', async () => {
    const log = await open([pending('client-1', 'too-large')]);
    const acts: string[] = [];
    log.addEventListener('sportello-pending', ({ detail }) => acts.push(`${detail.action} ${detail.clientId}`));
    equal(find(log, '.refused p').textContent, 'Il testo è troppo lungo. Dividilo in due messaggi.');
    button(log, 'Riprova').click();
    button(log, 'Togli').click();
    equal(acts.join(), 'retry client-1,discard client-1');
  });

  it('CH-33 follows the end, unless the person reads further up: then it says that there is more', async () => {
    const many = Array.from({ length: 30 }, (_, index) => message(index + 1));
    const log = await open(many);
    const region = find(log, '[role=log]');
    const atEnd = (): boolean => region.scrollHeight - region.scrollTop - region.clientHeight < 4;
    equal(atEnd(), true);
    await add(log, message(31));
    equal(atEnd(), true);
    region.scrollTop = 0;
    await new Promise((resolve) => region.addEventListener('scroll', resolve, { once: true }));
    await add(log, message(32));
    equal(find(log, '.newer').checkVisibility(), true);
    equal(region.scrollTop, 0);
    button(log, 'Vai ai nuovi messaggi').click();
    await until('the end', atEnd);
    equal(find(log, '.newer').checkVisibility(), false);
  });

  it('CH-33 is at the end when it comes on screen after all, and stays there when a keyboard makes it smaller', async () => {
    const many = Array.from({ length: 30 }, (_, index) => message(index + 1));
    const log = await open(many);
    const region = find(log, '[role=log]');
    log.style.display = 'none';
    await new Promise((resolve) => setTimeout(resolve, 50));
    log.style.display = '';
    log.style.height = '150px';
    await until('the end', () => region.scrollHeight - region.scrollTop - region.clientHeight < 4);
  });
});
