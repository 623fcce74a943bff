import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScan } from '../../../server/attachments/scanner.ts';

const log = pino({ level: 'silent' });
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sportello-scanner-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function script(name: string, lines: string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, ['#!/bin/sh', ...lines].join('\n'));
  await chmod(path, 0o700);
  return path;
}

test('CB-27 without a scanner every file is clean', async () => {
  expect(await createScan(null, log)('/nowhere')).toBe('clean');
});

test('CB-27 the path is one argument, whatever is in it', async () => {
  const path = await script('exact.sh', ['[ $# = 2 ] && [ "$1" = -a ] && [ "$2" = "/x y; exit 1" ]']);
  expect(await createScan(`${path}  -a`, log)('/x y; exit 1')).toBe('clean');
});

test.each([
  ['exit 1', 'infected'],
  ['exit 2', 'unavailable'],
  ['kill -9 $$', 'unavailable'],
  ['exec sleep 30', 'unavailable'],
])('CB-27 a scanner that does «%s» says %s', async (line, verdict) => {
  const path = await script(`${verdict}-${line.length}.sh`, [line]);
  expect(await createScan(path, log, 300)('/x')).toBe(verdict);
});

test('CB-27 one that is not there says nothing', async () => {
  expect(await createScan(join(folder, 'missing'), log)('/x')).toBe('unavailable');
});
