import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeskStatus } from '../../../protocol/status.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import type { Office } from '../../../protocol/office.ts';
import { cookieOf, next, PASSWORD, startDesk, type TestDesk } from '../realtime/harness.ts';

const OPERATORS = [
  { username: 'ada', name: 'Ada', skills: ['chat' as const], password: PASSWORD },
  { username: 'carla', name: 'Carla', skills: [], roles: ['supervisor' as const], password: PASSWORD },
];
const urp: Office = {
  id: 'urp',
  name: { it: 'URP', en: 'Public relations' },
  topics: ['urp'],
  email: 'urp@example.org',
  phone: '0555 123',
  note: null,
};

let desk: TestDesk;
let cookie: string;
let file: string;
beforeEach(async () => {
  desk = await startDesk({ operators: OPERATORS, watchTimes: { quietMs: 20, pollMs: 60_000 } });
  cookie = cookieOf(await desk.signIn('carla'));
  file = join(desk.dataDir, 'sportello.config.yaml');
});
afterEach(() => desk.close());

async function put(offices: unknown): Promise<unknown> {
  const headers = { cookie, 'content-type': 'application/json' };
  const body = JSON.stringify({ offices });
  return (await fetch(`${desk.url}/api/offices`, { method: 'PUT', headers, body })).json();
}

async function statusNow(): Promise<DeskStatus> {
  return (await (await fetch(`${desk.url}/api/status`)).json()) as DeskStatus;
}

test('OP-37 supervisors read and change the offices, which every desk has at once and the file from then on', async () => {
  await writeFile(file, '# ours\nqueue:\n  chats-at-once: 2 # enough\n');
  const ada = await desk.operator('ada');
  const told = next<DeskState>(ada, 'desk:changed', ({ offices }) => offices[0]?.name.en === 'Public relations');
  expect(await put([urp])).toEqual({ ok: true, offices: [urp] });
  expect((await told).offices).toMatchObject([urp]);
  const read = await fetch(`${desk.url}/api/offices`, { headers: { cookie } });
  expect(await read.json()).toEqual({ ok: true, offices: [urp], writable: true });
  const text = await readFile(file, 'utf8');
  expect(text).toContain('# ours\nqueue:\n  chats-at-once: 2 # enough\n');
  expect(text).toContain('email: urp@example.org');
});

test.each([
  ['a line break in the address', [{ ...urp, email: 'urp@example.org\r\nBcc: x@example.org' }], 'bad-contact'],
  ['an address that cannot be one', [{ ...urp, email: 'urp' }], 'bad-contact'],
  ['two with one id', [urp, urp], 'invalid'],
  ['an unknown topic', [{ ...urp, topics: ['fax'] }], 'invalid'],
  ['an id with spaces', [{ ...urp, id: 'u r p' }], 'invalid'],
  ['no English name', [{ ...urp, name: { it: 'URP', en: '' } }], 'invalid'],
  ['no list', 'urp', 'invalid'],
])('OP-37 %s is refused, and nothing is written', async (_name, offices, code) => {
  expect(await put(offices)).toEqual({ ok: false, code });
  await expect(readFile(file)).rejects.toThrow('ENOENT');
});

test('OP-37 a number typed on two lines stands on one', async () => {
  expect(await put([{ ...urp, phone: '0555\n123' }])).toEqual({ ok: true, offices: [{ ...urp, phone: '0555 123' }] });
  expect(await readFile(file, 'utf8')).toContain('phone: 0555 123\n');
});

test('OP-37 a file that cannot be written is read-only', async () => {
  await writeFile(file, 'ofices: []\n');
  expect(await put([urp])).toEqual({ ok: false, code: 'read-only' });
});

test('OP-36 a change in the file holds for citizens without a restart, and a mistake leaves the server well', async () => {
  await writeFile(file, 'hours: { chat: never, lis: never }\n');
  await expect.poll(async () => (await statusNow()).services.chat).toEqual({ state: 'closed', opensAt: null });
  await writeFile(file, 'hours: { chat: sometimes }\n');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await statusNow()).services.chat.state).toBe('closed');
  expect(await (await fetch(`${desk.url}/healthz`)).json()).toMatchObject({ status: 'ok' });
  await writeFile(file, 'hours: { chat: always, lis: never }\n');
  await expect.poll(async () => (await statusNow()).services.chat.state).toBe('unstaffed');
});
