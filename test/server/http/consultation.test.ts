import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SideMessage } from '../../../protocol/consultation.ts';
import { startMailServer, type MailServer } from '../mail/mail-server.ts';
import {
  begin,
  must,
  next,
  startDesk,
  type CitizenSocket,
  type OperatorSocket,
  type TestDesk,
} from '../realtime/harness.ts';

let mails: MailServer;
let desk: TestDesk;
let clock: number;
let citizen: CitizenSocket;
let ada: OperatorSocket;
let link: string;
let lines: string[];

const OFFICE = {
  id: 'tributi',
  name: { it: 'Ufficio <Tributi>', en: 'Taxes' },
  topics: [],
  email: 'tributi@example.org',
  phone: null,
  note: null,
};

beforeEach(async () => {
  clock = Date.now();
  lines = [];
  mails = await startMailServer();
  const mail = { server: mails.url, from: { name: 'URP', address: 'urp@example.org' }, replyTo: null };
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  desk = await startDesk({ now: () => clock, config: { mail }, settings: { offices: [OFFICE] }, log });
  citizen = await desk.citizen();
  ada = await desk.operator('ada');
  const { conversation } = await begin(citizen, { language: 'en' });
  const conversationId = conversation.id;
  await must(ada, 'conversation:accept', { conversationId });
  await must(citizen, 'message:send', {
    conversationId,
    clientId: crypto.randomUUID(),
    text: 'Is it <b>due</b>?\nNow?',
  });
  const question = {
    conversationId,
    kind: 'answer',
    to: { office: 'tributi' },
    summary: 'Va pagato «subito» & <dove>?',
  };
  await must(ada, 'consultation:open', question);
  await expect.poll(() => mails.received.length, { timeout: 5000 }).toBe(1);
  link = /http:\S+\/consultation\/\S+/.exec(mails.received[0]?.mail.text ?? '')?.[0] ?? '';
});

afterEach(async () => {
  await desk.close();
  await mails.close();
});

function answer(text: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(link, { method: 'POST', headers, body: new URLSearchParams({ answer: text }) });
}

test('CB-30 an office gets the question by e-mail, and not the citizen’s words', () => {
  const { to, mail } = mails.received[0] ?? {};
  expect(to).toStrictEqual(['tributi@example.org']);
  expect(mail?.subject).toBe('Una domanda dallo sportello per Ufficio <Tributi>');
  expect(mail?.text).toContain('Va pagato «subito» & <dove>?');
  expect(mail?.text).not.toContain('due');
  expect(link).toMatch(new RegExp(`^${desk.url}/consultation/[\\w-]{43}$`));
});

test('CB-31 the page shows question and thread, without a script, to nobody’s memory', async () => {
  const response = await fetch(link);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  const page = await response.text();
  expect(page).toContain('<html lang="it">');
  expect(page).toContain('<title>Una domanda per Ufficio &lt;Tributi&gt;</title>');
  expect(page).toContain('<blockquote>Va pagato «subito» &amp; &lt;dove&gt;?</blockquote>');
  expect(page).toContain('<p class="words" lang="en">Is it &lt;b&gt;due&lt;/b&gt;?\nNow?</p>');
  expect(page).toContain('<label for="answer">');
  expect(page).not.toMatch(/<script|style=|\son\w+=/);
  const style = await fetch(new URL('/consultation/style.css', desk.url));
  expect([style.status, style.headers.get('content-type')]).toStrictEqual([200, 'text/css; charset=utf-8']);
});

test('CB-32 it answers once; looking at it before does not use it up', async () => {
  await fetch(link);
  const heard = next<SideMessage>(ada, 'side-message:new');
  // A form sent from a page without referrer has the origin «null».
  const thanks = await answer('  Sì.\r\nAllo sportello 3.  ', { origin: 'null' });
  expect([thanks.status, await thanks.text()]).toStrictEqual([200, expect.stringContaining('Grazie')]);
  expect(await heard).toMatchObject({
    from: { operatorId: null, name: 'Ufficio <Tributi>' },
    text: 'Sì.\nAllo sportello 3.',
  });
  for (const response of [await fetch(link), await answer('Ancora')]) {
    expect([response.status, await response.text()]).toStrictEqual([410, expect.stringContaining('non vale più')]);
  }
});

test('CB-32 of two answers at the same moment one arrives', async () => {
  const both = await Promise.all([answer('Uno'), answer('Due')]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toStrictEqual([200, 410]);
});

test('CB-33 an answer that is missing or too long is asked for again, and kept', async () => {
  const empty = await answer('  \r\n ');
  const page = await empty.text();
  expect([empty.status, page]).toStrictEqual([422, expect.stringContaining('Scrivi la risposta')]);
  expect(page).toContain('aria-describedby="trouble hint" aria-invalid="true"');
  const long = await answer(`<i>${'x'.repeat(4000)}`);
  expect([long.status, await long.text()]).toStrictEqual([422, expect.stringContaining('&lt;i&gt;xxx')]);
  expect((await answer('Sì')).status).toBe(200);
});

test('CB-33 a link that is old or invented says no more than that it is not valid', async () => {
  const old = await ((clock += 30 * 24 * 60 * 60_000), fetch(link));
  const invented = await fetch(new URL(`/consultation/${'x'.repeat(43)}`, desk.url));
  const odd = await fetch(new URL('/consultation/<script>', desk.url));
  const pages = await Promise.all(
    [old, invented, odd].map(async (response) => [response.status, await response.text()]),
  );
  expect(pages[0]).toStrictEqual([410, expect.stringContaining('non vale più')]);
  expect(pages[1]).toStrictEqual(pages[0]);
  expect(pages[2]).toStrictEqual(pages[0]);
});

test('CB-33 the secret is in no log', async () => {
  await fetch(link);
  await answer('Sì');
  const secret = link.split('/').at(-1) ?? '';
  expect(lines.join('')).toContain('/consultation/…');
  expect(lines.join('')).not.toContain(secret);
});
