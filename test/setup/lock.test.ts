import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { withLock } from '../../scripts/setup/lock.mjs';
import { startModule, temporaryFolder, writeFile } from './helpers.ts';

/** A process that notes when it has the lock and when it lets go. */
const worker = (folder: string, name: string) => `
  const { withLock } = from('lock.mjs');
  const { appendFileSync } = await import('node:fs');
  const note = (what) => appendFileSync(${JSON.stringify(join(folder, 'log'))}, what + ' ${name}\\n');
  await withLock(${JSON.stringify(join(folder, 'lock'))}, async () => {
    note('in');
    await new Promise((resolve) => setTimeout(resolve, 150));
    note('out');
  }, { poll: 20 });`;

it('OP-5 lets one process work at a time', async () => {
  const folder = temporaryFolder();
  const names = ['a', 'b', 'c', 'd'];
  await Promise.all(names.map((name) => startModule(worker(folder, name)).ended));
  const lines = readFileSync(join(folder, 'log'), 'utf8').trim().split('\n');
  expect(lines).toHaveLength(8);
  for (let index = 0; index < 8; index += 2) {
    const name = lines[index]?.slice(3);
    expect(lines.slice(index, index + 2)).toEqual([`in ${name}`, `out ${name}`]);
  }
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

it('OP-5 takes over from a process that was killed at work', async () => {
  const folder = temporaryFolder();
  const lock = join(folder, 'lock');
  const { child, ended } = startModule(`
    const { withLock } = from('lock.mjs');
    await withLock(${JSON.stringify(lock)}, () => new Promise((resolve) => setTimeout(resolve, 60_000)));`);
  while (!existsSync(lock)) await delay(20);
  child.kill('SIGKILL');
  await ended;
  expect(existsSync(lock)).toBe(true);
  await expect(withLock(lock, async () => 'mine')).resolves.toBe('mine');
});

it('OP-5 waits for a holder that lives, and says for whom', async () => {
  const lock = writeFile(join(temporaryFolder(), 'lock'), `${process.pid} on ${hostname()}`);
  let waitsFor = '';
  const waiting = startModule(
    `const { withLock } = from('lock.mjs');
     await withLock(${JSON.stringify(lock)}, async () => console.log('got it'), { onWait: (holder) => console.log('waits for ' + holder) });`,
  );
  waiting.child.stdout?.on('data', (chunk) => (waitsFor += String(chunk)));
  while (!waitsFor.includes('waits for')) await delay(20);
  expect(waitsFor).toContain(String(process.pid));
  expect(waitsFor).not.toContain('got it');
  waiting.child.kill();
  await waiting.ended;
});

it('OP-5 gives the lock back when the work fails', async () => {
  const lock = join(temporaryFolder(), 'lock');
  await expect(withLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(existsSync(lock)).toBe(false);
});
