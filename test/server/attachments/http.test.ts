import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Attachment } from '../../../protocol/attachment.ts';
import type { Acknowledgement } from '../../../protocol/codes.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import {
  ask,
  begin,
  cookieOf,
  must,
  next,
  PASSWORD,
  startDesk,
  type DeskOptions,
  type TestDesk,
} from '../realtime/harness.ts';
import { leave, message, only, post } from '../callbacks/kit.ts';
import { jpegOfPhone, samples } from './samples.ts';

let desk: TestDesk;
const cleaning: (() => Promise<void>)[] = [];

afterEach(async () => {
  await desk.close();
  for (const clean of cleaning.splice(0)) await clean();
});

async function open(options?: DeskOptions): Promise<void> {
  desk = await startDesk(options);
}

const KEY = 'a-secret-of-the-senders-own';

interface Upload {
  name?: string;
  key?: string;
  headers?: Record<string, string>;
}

function upload(bytes: Uint8Array, { name = 'foto.jpg', key = KEY, headers = {} }: Upload = {}): Promise<Response> {
  return fetch(`${desk.url}/api/attachments?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'upload-key': key, 'content-type': 'application/octet-stream', ...headers },
    body: Buffer.from(bytes),
  });
}

async function uploaded(bytes: Uint8Array, options?: Upload): Promise<Attachment> {
  const answer = (await (await upload(bytes, options)).json()) as Acknowledgement<{ attachment: Attachment }>;
  if (!answer.ok) throw new Error(`the file was refused: ${answer.code}`);
  return answer.attachment;
}

async function codeOf(response: Promise<Response>): Promise<[number, unknown]> {
  const answer = await response;
  return [answer.status, ((await answer.json()) as { code?: string }).code];
}

function download(id: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${desk.url}/api/attachments/${id}`, { headers });
}

function files(): Promise<string[]> {
  return readdir(join(desk.dataDir, 'attachments'));
}

async function talking() {
  const citizen = await desk.citizen();
  const { conversation, token } = await begin(citizen);
  const ada = await desk.operator('ada');
  await must(ada, 'conversation:accept', { conversationId: conversation.id });
  const send = (
    client: object,
    attachments: { id: string; key: string }[],
    text = '',
    clientId = crypto.randomUUID(),
  ) => ask<{ seq: number }>(client, 'message:send', { conversationId: conversation.id, clientId, text, attachments });
  return { citizen, ada, conversation, token, bearer: { authorization: `Bearer ${token}` }, send };
}

test('CB-20 a file is known by its content, and kept under a random name for the server alone', async () => {
  await open();
  const attachment = await uploaded(samples.png(), { name: '../../bolletta «1».exe' });
  expect(attachment).toStrictEqual({
    id: expect.any(String),
    name: 'bolletta «1».exe.png',
    type: 'image/png',
    bytes: samples.png().length,
  });
  const [file = '', ...others] = await files();
  expect(others).toStrictEqual([]);
  expect(file).toMatch(/^[0-9a-f-]{36}$/);
  const path = join(desk.dataDir, 'attachments', file);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(desk.dataDir, 'attachments'))).mode & 0o777).toBe(0o700);
  expect(await readFile(path)).toStrictEqual(samples.png());
});

test('CB-21 what a camera wrote beside the picture is not stored', async () => {
  await open();
  await uploaded(jpegOfPhone());
  const [file = ''] = await files();
  expect((await readFile(join(desk.dataDir, 'attachments', file))).includes('GPS')).toBe(false);
});

test('CB-22 what is no image and no PDF is refused, and nothing of it stays', async () => {
  await open();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
  expect(await codeOf(upload(svg, { name: 'a.png' }))).toStrictEqual([415, 'bad-file']);
  expect(await codeOf(upload(Buffer.alloc(0)))).toStrictEqual([415, 'bad-file']);
  expect(await codeOf(upload(samples.jpeg().subarray(0, 300)))).toStrictEqual([415, 'bad-file']);
  expect(await codeOf(upload(samples.png(), { key: 'short' }))).toStrictEqual([400, 'invalid']);
  expect(await files()).toStrictEqual([]);
});

test('CB-23 more than 10 MiB is refused, told beforehand or not', async () => {
  await open();
  const large = Buffer.alloc(10 * 1024 * 1024 + 1);
  expect(await codeOf(upload(large))).toStrictEqual([413, 'too-large']);
  // In pieces, without a word on how many: it is counted while it comes.
  const status = await new Promise<number>((resolve, reject) => {
    const sending = request(`${desk.url}/api/attachments?name=x`, { method: 'POST', headers: { 'upload-key': KEY } });
    sending.on('response', (response) => resolve(response.statusCode ?? 0)).on('error', reject);
    for (let sent = 0; sent < 12; sent += 1) sending.write(large.subarray(0, 1024 * 1024));
    sending.end();
  });
  expect(status).toBe(413);
  await expect.poll(files).toStrictEqual([]);
  const pdf = samples.pdf();
  const most = Buffer.concat([pdf.subarray(0, 9), Buffer.alloc(10 * 1024 * 1024 - pdf.length, 0x20), pdf.subarray(9)]);
  expect((await uploaded(most)).bytes).toBe(10 * 1024 * 1024);
});

test('CB-23 a sender who goes away in the middle leaves nothing', async () => {
  await open();
  const sending = request(`${desk.url}/api/attachments?name=x`, {
    method: 'POST',
    headers: { 'upload-key': KEY, 'content-length': '100000' },
  });
  sending.on('error', () => {});
  sending.write(samples.jpeg());
  await expect.poll(files).toHaveLength(1);
  sending.destroy();
  await expect.poll(files).toStrictEqual([]);
});

test('CB-23 a server that stops does not wait for somebody who is still sending', async () => {
  await open();
  const headers = { 'upload-key': KEY, 'content-length': '100000' };
  const sending = request(`${desk.url}/api/attachments?name=x`, { method: 'POST', headers });
  const broken = new Promise((resolve) => sending.on('error', resolve));
  sending.write(samples.jpeg());
  await expect.poll(files).toHaveLength(1);
  const begun = performance.now();
  await desk.restart();
  expect(performance.now() - begun).toBeLessThan(8_000);
  await broken;
  expect(await files()).toStrictEqual([]);
});

test('CB-24 a message takes its files with their secret, in both directions, also without words', async () => {
  await open();
  const { citizen, ada, send } = await talking();
  const [photo, form] = [await uploaded(jpegOfPhone()), await uploaded(samples.pdf(), { name: 'modulo.pdf' })];
  const heard = next<{ text: string; attachments: Attachment[] }>(ada, 'message:new');
  expect(await send(citizen, [{ id: photo.id, key: KEY }])).toMatchObject({ ok: true });
  expect(await heard).toMatchObject({ text: '', attachments: [photo] });
  const back = next<{ attachments: Attachment[] }>(citizen, 'message:new');
  expect(await send(ada, [{ id: form.id, key: KEY }], 'Ecco')).toMatchObject({ ok: true });
  expect((await back).attachments).toStrictEqual([form]);
});

test('CB-24 sent again after a lost answer, a message with a file is one message', async () => {
  await open();
  const { citizen, send, token } = await talking();
  const { id } = await uploaded(samples.gif());
  const clientId = crypto.randomUUID();
  const [one, two] = await Promise.all([
    send(citizen, [{ id, key: KEY }], '', clientId),
    send(
      citizen,
      [
        { id, key: KEY },
        { id, key: KEY },
      ],
      '',
      clientId,
    ),
  ]);
  expect(one).toStrictEqual(two);
  await desk.restart();
  const again = await desk.citizen();
  const { messages } = await must<{ messages: object[] }>(again, 'conversation:resume', { token, lastSeq: 1 });
  expect(messages).toMatchObject([{ attachments: [{ id }] }]);
});

test('CB-24 with a file that is not there, or is another’s, the message is refused whole', async () => {
  await open();
  const { citizen, send, conversation } = await talking();
  const [mine, theirs] = [
    await uploaded(samples.gif()),
    await uploaded(samples.png(), { key: 'the-secret-of-another' }),
  ];
  await leave(desk, { attachments: [{ id: theirs.id, key: 'the-secret-of-another' }] });
  for (const claim of [
    { id: crypto.randomUUID(), key: KEY },
    { id: mine.id, key: `${KEY}-not` },
    { id: theirs.id, key: 'the-secret-of-another' },
  ]) {
    const both = [{ id: mine.id, key: KEY }, claim];
    expect(await send(citizen, both, 'Ecco')).toStrictEqual({ ok: false, code: 'not-found' });
  }
  const sync = { conversationId: conversation.id, lastSeq: 1 };
  expect(await must(citizen, 'conversation:sync', sync)).toMatchObject({ messages: [] });
  expect(await send(citizen, [{ id: mine.id, key: KEY }], 'Ecco')).toMatchObject({ ok: true });
});

test('CB-24 a message that is left takes its files too, or is not left at all', async () => {
  await open();
  const { id, ...rest } = await uploaded(samples.pdf(), { name: 'ricevuta.pdf' });
  const wrong = message({ attachments: [{ id, key: `${KEY}-not` }] });
  expect(await (await post(desk, wrong)).json()).toStrictEqual({ ok: false, code: 'not-found' });
  const ada = await desk.operator('ada');
  expect(await ask(ada, 'callback:list', { which: 'open' })).toMatchObject({ callbacks: [] });
  await leave(desk, { startId: wrong.startId, attachments: [{ id, key: KEY }] });
  expect((await only(ada)).attachments).toStrictEqual([{ id, ...rest }]);
});

test('CB-25 a file comes down as a download, to the two sides', async () => {
  await open();
  const { citizen, send, bearer } = await talking();
  const photo = await uploaded(samples.jpeg(), { name: 'città "1".jpg' });
  await send(citizen, [{ id: photo.id, key: KEY }]);
  const ada = { cookie: cookieOf(await desk.signIn('ada')) };
  for (const headers of [bearer, ada]) {
    const response = await download(photo.id, headers);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(photo.bytes),
      'content-disposition': `attachment; filename="citt? 1.jpg"; filename*=UTF-8''citt%C3%A0%201.jpg`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    expect(Buffer.from(await response.arrayBuffer())).toStrictEqual(samples.jpeg());
  }
});

test('CB-25 for everybody else it is not there', async () => {
  await open();
  const { citizen, send, bearer } = await talking();
  const photo = await uploaded(samples.jpeg());
  const loose = await uploaded(samples.jpeg());
  await send(citizen, [{ id: photo.id, key: KEY }]);
  const other = await begin(await desk.citizen());
  const bruno = { cookie: cookieOf(await desk.signIn('bruno')) };
  const nobody = await (await download(crypto.randomUUID(), bearer)).text();
  for (const headers of [
    {},
    { authorization: `Bearer ${other.token}` },
    { authorization: `Bearer ${'x'.repeat(43)}` },
    { authorization: 'Basic abc' },
    { cookie: 'sportello-session=forged' },
    bruno,
    // A page of another site that a signed-in operator looks at.
    { ...bruno, origin: 'https://other.example.org' },
  ]) {
    const response = await download(photo.id, headers as Record<string, string>);
    expect([response.status, await response.text()], JSON.stringify(headers)).toStrictEqual([404, nobody]);
  }
  // Nobody has claimed it: nobody may have it, not even who sent it up.
  expect((await download(loose.id, bearer)).status).toBe(404);
});

test('CB-25 the files of a promise are there for every operator, and those of its conversation', async () => {
  const operators: DeskOptions['operators'] = [
    { username: 'bruno', name: 'Bruno', skills: ['chat'], password: PASSWORD },
    { username: 'rita', name: 'Rita', skills: [], roles: ['editor'], password: PASSWORD },
  ];
  await open({ operators });
  const citizen = await desk.citizen();
  const { conversation, token } = await begin(citizen);
  const [first, second] = [await uploaded(samples.png()), await uploaded(samples.gif())];
  const file = { conversationId: conversation.id, clientId: crypto.randomUUID(), text: '' };
  await must(citizen, 'message:send', { ...file, attachments: [{ id: first.id, key: KEY }] });
  const bruno = { cookie: cookieOf(await desk.signIn('bruno')) };
  expect((await download(first.id, bruno)).status).toBe(404);
  await leave(desk, { token, attachments: [{ id: second.id, key: KEY }] });
  const rita = { cookie: cookieOf(await desk.signIn('rita')) };
  for (const { id } of [first, second]) {
    expect((await download(id, bruno)).status).toBe(200);
    // Who only looks after the articles is no operator.
    expect((await download(id, rita)).status).toBe(404);
    expect((await download(id, { authorization: `Bearer ${token}` })).status).toBe(200);
  }
});

test('CB-25 a page of a configured site may send and fetch files, and no other', async () => {
  await open({ config: { origins: ['https://www.example.org'] } });
  const own = { origin: 'https://www.example.org' };
  const up = await fetch(`${desk.url}/api/attachments`, { method: 'OPTIONS', headers: own });
  expect(up.headers.get('access-control-allow-headers')).toBe('content-type, upload-key');
  const down = await fetch(`${desk.url}/api/attachments/x`, { method: 'OPTIONS', headers: own });
  expect(down.headers.get('access-control-allow-headers')).toBe('authorization');
  expect((await upload(samples.gif(), { headers: own })).headers.get('access-control-allow-origin')).toBe(own.origin);
  expect(await codeOf(upload(samples.gif(), { headers: { origin: 'https://other.example.org' } }))).toStrictEqual([
    403,
    'forbidden',
  ]);
});

test('CB-26 what nobody claims within the hour is deleted, and a claimed file is not', async () => {
  let clock = Date.now();
  await open({ now: () => clock });
  const kept = await uploaded(samples.pdf());
  await leave(desk, { attachments: [{ id: kept.id, key: KEY }] });
  const loose = await uploaded(samples.gif());
  expect(await files()).toHaveLength(2);
  clock += 60 * 60_000 + 1;
  await desk.restart();
  await expect.poll(files).toHaveLength(1);
  expect(await codeOf(post(desk, message({ attachments: [{ id: loose.id, key: KEY }] })))).toStrictEqual([
    404,
    'not-found',
  ]);
  const ada = { cookie: cookieOf(await desk.signIn('ada')) };
  expect((await download(kept.id, ada)).status).toBe(200);
});

test('CB-26 what a killed server left half-done is gone after the next start', async () => {
  await open();
  await uploaded(samples.gif());
  const dir = join(desk.dataDir, 'attachments');
  await writeFile(join(dir, 'draft-0'), 'half');
  await writeFile(join(dir, crypto.randomUUID()), 'renamed, and never committed');
  await desk.restart();
  expect(await files()).toHaveLength(1);
});

test('CB-35 files go with what they came with, when its time is over', async () => {
  let clock = Date.now();
  await open({ now: () => clock, config: { textRetentionDays: 3 } });
  const { citizen, ada, send, conversation } = await talking();
  const { id } = await uploaded(samples.gif());
  await send(citizen, [{ id, key: KEY }]);
  const closing = { conversationId: conversation.id, reason: 'information', topic: 'bollo', outcome: 'resolved' };
  await must(ada, 'conversation:close', { ...closing, note: 'Ha telefonato Anna' });
  clock += 4 * 24 * 60 * 60_000;
  await desk.restart();
  await expect.poll(files).toHaveLength(0);
  await desk.restart();
  const store = await createSqliteStore(join(desk.dataDir, 'sportello.sqlite'), { besideDesk: true });
  try {
    expect(await store.conversation(conversation.id)).toBeUndefined();
    expect(await store.contact(conversation.id)).toMatchObject({ topic: 'bollo', note: null, conversationId: null });
  } finally {
    await store.close();
  }
});

test('CB-27 a virus scanner has its say; without an answer no file is taken', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sportello-scan-'));
  cleaning.push(() => rm(folder, { recursive: true }));
  const script = join(folder, 'scan.sh');
  await writeFile(
    script,
    [
      '#!/bin/sh',
      '[ "$1" = --quiet ] || exit 2',
      'grep -q INFECTED "$2" && exit 1',
      'grep -q BROKEN "$2" && exit 2',
      'exit 0',
    ].join('\n'),
    { mode: 0o700 },
  );
  await open({ config: { attachments: { scanCommand: `${script} --quiet`, quotaBytes: 1e9 } } });
  const pdf = (words: string) =>
    Buffer.concat([samples.pdf().subarray(0, 9), Buffer.from(words), samples.pdf().subarray(9)]);
  expect((await uploaded(pdf('%fine\n'))).type).toBe('application/pdf');
  expect(await codeOf(upload(pdf('%INFECTED\n')))).toStrictEqual([422, 'infected']);
  expect(await codeOf(upload(pdf('%BROKEN\n')))).toStrictEqual([503, 'unavailable']);
  expect(await files()).toHaveLength(1);
});

test('CB-28 one address may send some files, then it is told how long to wait; space has an end', async () => {
  await open({
    limits: { uploads: { burst: 3, everyMs: 60_000 } },
    config: { attachments: { scanCommand: null, quotaBytes: 100 } },
  });
  await uploaded(samples.gif());
  expect(await codeOf(upload(samples.jpeg()))).toStrictEqual([503, 'unavailable']);
  await upload(samples.gif());
  const response = await upload(samples.gif());
  expect([response.status, response.headers.get('retry-after')]).toStrictEqual([429, '60']);
  // Operators, who may all sit behind that address, are counted by themselves.
  const ada = { cookie: cookieOf(await desk.signIn('ada')) };
  expect((await upload(samples.gif(), { headers: ada })).status).toBe(503);
});
