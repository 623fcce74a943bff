import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import { addConversation } from './records.ts';

const ROUNDS = 10;
const WRITER = fileURLToPath(new URL('./writer-process.ts', import.meta.url));

interface Acknowledged {
  id: string;
  seq: number;
  text: string;
}

test(`CH-1 what was acknowledged is there after each of ${ROUNDS} kills`, { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-kill-'));
  const file = join(folder, 'sportello.db');
  const ids = await makeConversations(file, 3);
  const acknowledged: Acknowledged[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const before = acknowledged.length;
    acknowledged.push(...(await writeUntilKilled(file, round, ids)));
    expect(acknowledged.length, `round ${round} wrote something`).toBeGreaterThan(before);
    await expectAll(file, ids, acknowledged);
  }
  rmSync(folder, { recursive: true });
});

async function makeConversations(file: string, count: number): Promise<string[]> {
  const store = await createSqliteStore(file);
  const records = await Promise.all(Array.from({ length: count }, () => addConversation(store)));
  await store.close();
  return records.map((record) => record.id);
}

test('CH-1 what was acknowledged is there after the disk was full', { timeout: 30_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-full-'));
  const file = join(folder, 'sportello.db');
  const ids = await makeConversations(file, 3);
  // A limit on the size of files (in blocks of 512 bytes) is to a program what a full disk is.
  const command = ['-c', 'ulimit -f 4000; exec "$@"', 'sh', process.execPath, WRITER, file, 'full', ...ids];
  const child = spawn('/bin/sh', command, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors] = await Promise.all([readAll(child.stdout), readAll(child.stderr), once(child, 'close')]);
  expect(errors).toMatch(/disk/);
  const acknowledged = promisesIn(output);
  expect(acknowledged.length).toBeGreaterThan(100);
  await expectAll(file, ids, acknowledged);
  rmSync(folder, { recursive: true });
});

/** Lets it write for a while that differs from round to round, then kills it without any warning. */
async function writeUntilKilled(file: string, round: number, ids: string[]): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [WRITER, file, String(round), ...ids], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  await once(child.stdout, 'data');
  await delay(20 + round * 13);
  child.kill('SIGKILL');
  await once(child, 'close');
  return promisesIn(output);
}

/** The kill may cut the last line short; only a whole line is a promise. */
function promisesIn(output: string): Acknowledged[] {
  return output.split('\n').slice(0, -1).map(parseLine);
}

function parseLine(line: string): Acknowledged {
  const [id = '', seq = '', text = ''] = line.split(' ');
  return { id, seq: Number(seq), text };
}

async function expectAll(file: string, ids: string[], acknowledged: Acknowledged[]): Promise<void> {
  const store = await createSqliteStore(file);
  for (const id of ids) {
    const messages = await store.messagesAfter(id, 0);
    const stored = new Map(messages.map((message) => [message.seq, message.kind === 'text' ? message.text : '']));
    const missing = acknowledged.filter((line) => line.id === id && stored.get(line.seq) !== line.text);
    expect(missing).toEqual([]);
    expect(messages.map((message) => message.seq)).toEqual(messages.map((_, index) => index + 1));
    expect(await store.conversation(id)).toMatchObject({ lastSeq: messages.length });
  }
  await store.close();
}
