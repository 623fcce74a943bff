import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Attachment } from '../../../protocol/attachment.ts';
import type { Receipt } from '../../../protocol/callback.ts';
import type { Acknowledgement } from '../../../protocol/codes.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { samples } from '../attachments/samples.ts';
import { list, message } from '../callbacks/kit.ts';
import { startMailServer } from '../mail/mail-server.ts';
import { begin, must } from '../realtime/harness.ts';
import { openServer, type KillableServer } from './killable-server.ts';

/* The real server, killed while messages with files come in and mails go out. */

const KEY = 'a-secret-of-the-senders-own';
const ROUNDS = 5;
/** About as long as the server is busy with one request. */
const moment = (): Promise<void> => pause(Math.random() * 12);

const folderOf = ({ dataDir }: KillableServer): string => join(dataDir, 'attachments');

async function upload({ server }: KillableServer): Promise<Attachment> {
  const answer = await fetch(`${server.url}/api/attachments?name=foto.png`, {
    method: 'POST',
    headers: { 'upload-key': KEY, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(samples.png()),
  });
  const told = (await answer.json()) as Acknowledgement<{ attachment: Attachment }>;
  if (!told.ok) throw new Error(`the file was refused: ${told.code}`);
  return told.attachment;
}

async function leave({ server }: KillableServer, body: object): Promise<Receipt> {
  const answer = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const told = (await answer.json()) as Acknowledgement<{ receipt: Receipt }>;
  if (!told.ok) throw new Error(`the message was refused: ${told.code}`);
  return told.receipt;
}

/** Every file on disk belongs to a row, and every row has its file; @returns how many of them a message claimed. */
async function expectNoOrphans(desk: KillableServer): Promise<number> {
  using database = new DatabaseSync(join(desk.dataDir, 'sportello.sqlite'), { readOnly: true });
  const rows = database.prepare('select file, conversationId, callbackId from attachments').all();
  expect((await readdir(folderOf(desk))).toSorted()).toEqual(rows.map(({ file }) => String(file)).toSorted());
  return rows.filter(({ conversationId, callbackId }) => (conversationId ?? callbackId) !== null).length;
}

test(
  'CB-26 killed while a file is coming up, the server starts without what came of it, and takes it the next time',
  { timeout: 120_000 },
  async () => {
    await using desk = await openServer();
    const half = samples.png().subarray(0, 40);
    const sending = request(`${desk.server.url}/api/attachments?name=foto.png`, {
      method: 'POST',
      headers: {
        'upload-key': KEY,
        'content-type': 'application/octet-stream',
        'content-length': LIMITS.attachmentBytes,
      },
    });
    const brokenOff = new Promise((resolve) => sending.once('error', resolve));
    sending.write(half);
    await expect.poll(() => readdir(folderOf(desk)), { timeout: 10_000 }).toHaveLength(1);
    await desk.killAndStart();
    await brokenOff;
    expect(await readdir(folderOf(desk))).toEqual([]);
    expect(await upload(desk)).toMatchObject({ name: 'foto.png', type: 'image/png' });
    expect(await expectNoOrphans(desk)).toBe(0);
  },
);

test(
  `CB-24 killed ${ROUNDS} times while a message with a file is being sent, both are there once, and no file is left over`,
  { timeout: 240_000 },
  async () => {
    await using desk = await openServer();
    const { conversation, token } = await begin(await desk.citizen());
    for (let round = 0; round < ROUNDS; round += 1) {
      // At first while the file is taken in: it is sent up again, and what was kept of it waits for its hour.
      const first = upload(desk).catch(() => null);
      if (round % 2 === 0) {
        await moment();
        await desk.killAndStart();
      }
      const file = (await first) ?? (await upload(desk));
      const sent = {
        conversationId: conversation.id,
        clientId: `with-file-${round}`,
        text: 'Ecco la foto',
        attachments: [{ id: file.id, key: KEY }],
      };
      const { socket } = await desk.back(token);
      socket.emit('message:send', sent, () => {});
      await moment();
      await desk.killAndStart();
      const again = await desk.back(token);
      await must(again.socket, 'message:send', sent);
    }
    const { socket, messages } = await desk.back(token);
    const texts = messages.filter((one) => one.kind === 'text');
    expect(texts.map(({ clientId }) => clientId)).toEqual(texts.map((_, index) => `with-file-${index}`));
    expect(texts).toHaveLength(ROUNDS);
    for (const { attachments = [] } of texts) {
      expect(attachments).toHaveLength(1);
      const path = `${desk.server.url}/api/attachments/${attachments[0]?.id ?? ''}`;
      const answer = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(samples.png());
    }
    socket.disconnect();
    await desk.killAndStart();
    expect(await expectNoOrphans(desk)).toBe(ROUNDS);
  },
);

test(
  `CB-1 killed ${ROUNDS} times while a message is being left, there is one promise with its file, one number, one receipt`,
  { timeout: 240_000 },
  async () => {
    const mail = await startMailServer();
    const post = { SPORTELLO_SMTP_URL: mail.url, SPORTELLO_MAIL_FROM: 'URP <urp@example.org>' };
    try {
      await using desk = await openServer(post);
      const numbers: string[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id } = await upload(desk);
        const body = message({ attachments: [{ id, key: KEY }] });
        const first = leave(desk, body).catch(() => null);
        await moment();
        await desk.killAndStart();
        const [before, { number }] = [await first, await leave(desk, body)];
        expect(before?.number ?? number).toBe(number);
        numbers.push(number);
      }
      const { socket } = await desk.operator('chat1');
      const kept = await list(socket);
      expect(kept.map(({ number }) => number).toSorted()).toEqual(numbers.toSorted());
      expect(kept.map(({ attachments }) => attachments.length)).toEqual(numbers.map(() => 1));
      const idsOf = (number: string): (string | undefined)[] =>
        mail.received.flatMap((one) => (one.mail.subject?.includes(number) ? [one.mail.messageId] : []));
      for (const number of numbers) {
        await expect.poll(() => idsOf(number).length, { timeout: 30_000 }).toBeGreaterThan(0);
        // Who was handed one twice, because the server died before it could write down that it had left, can tell.
        expect(new Set(idsOf(number)).size).toBe(1);
      }
      await desk.killAndStart();
      expect(await expectNoOrphans(desk)).toBe(ROUNDS);
    } finally {
      await mail.close();
    }
  },
);
