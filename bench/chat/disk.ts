import { closeSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { quantile, round } from './figures.ts';

/** A commit of a few messages writes about so much. */
const PAGES = Buffer.alloc(8 * 4096, 1);
const FLUSHES = 1000;

/**
 * How long the disk takes to keep what it is given, in milliseconds: nothing that is acknowledged from disk can be
 * quicker. As many flushes a second as the paced load makes.
 */
export async function flushTimes(folder: string): Promise<{ p50: number; p99: number }> {
  const path = join(folder, 'flushes');
  const file = openSync(path, 'w');
  const times: number[] = [];
  for (let flush = 0; flush < FLUSHES; flush++) {
    writeSync(file, PAGES, 0, PAGES.length, 0);
    const begin = performance.now();
    fsyncSync(file);
    times.push(performance.now() - begin);
    await delay(1);
  }
  closeSync(file);
  unlinkSync(path);
  return { p50: round(quantile(times, 0.5), 2), p99: round(quantile(times, 0.99), 2) };
}
