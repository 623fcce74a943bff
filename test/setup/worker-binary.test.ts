import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { isWorker, placeWorker } from '../../scripts/setup/worker-binary.mjs';
import { WORKER, temporaryFolder, writeFile, writeProgram } from './helpers.ts';

it('OP-3 knows a worker by what it exits with', async () => {
  const folder = temporaryFolder();
  expect(await isWorker(writeProgram(join(folder, 'good'), WORKER))).toBe(true);
  expect(await isWorker(writeProgram(join(folder, 'other'), 'exit 0'))).toBe(false);
  expect(await isWorker(writeProgram(join(folder, 'crashes'), 'kill -SEGV $$'))).toBe(false);
  expect(await isWorker(writeFile(join(folder, 'half'), '\u007fELF'))).toBe(false);
  expect(await isWorker(join(folder, 'missing'))).toBe(false);
});

it('OP-3 puts a worker in place, folders and all', async () => {
  const folder = temporaryFolder();
  const place = join(folder, 'deep/down/worker');
  expect(await placeWorker(writeProgram(join(folder, 'new'), WORKER), place)).toBe(true);
  expect(await isWorker(place)).toBe(true);
  expect(readdirSync(dirname(place))).toEqual(['worker']);
});

it('OP-3 leaves what is in place alone when the new one does not run', async () => {
  const folder = temporaryFolder();
  const place = writeProgram(join(folder, 'place/worker'), `${WORKER} # old`);
  expect(await placeWorker(writeFile(join(folder, 'half'), '\u007fELF'), place)).toBe(false);
  expect(readFileSync(place, 'utf8')).toContain('old');
  expect(readdirSync(dirname(place))).toEqual(['worker']);
});
