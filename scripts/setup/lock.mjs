import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The holder shows this often that it lives, in milliseconds … */
const BEAT = 2000;
/** … and after this long without a sign it is taken for dead (a container that went away, say). */
const SILENT = 20_000;

/**
 * Does `work` while no other process on this checkout does. A holder that died is noticed.
 *
 * @template Value
 * @param {string} file
 * @param {() => Promise<Value>} work
 * @param {{ onWait?: (holder: string) => void, poll?: number }} [options] `onWait` is told once who holds it
 * @returns {Promise<Value>}
 */
export async function withLock(file, work, { onWait, poll = 250 } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const me = `${process.pid} on ${hostname()}`;
  let told = false;
  while (!take(file, me)) {
    if (clearAway(file)) continue;
    if (!told) onWait?.(holderOf(file) ?? 'another process');
    told = true;
    await delay(poll);
  }
  const beat = setInterval(() => touch(file), BEAT);
  beat.unref();
  const release = () => {
    clearInterval(beat);
    if (holderOf(file) === me) rmSync(file, { force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/**
 * @param {string} file
 * @param {string} me
 */
function take(file, me) {
  try {
    writeFileSync(file, me, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isError(error, 'EEXIST')) return false;
    throw error;
  }
}

/** @param {string} file */
function holderOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Removes the lock of a holder that is dead.
 *
 * @param {string} file
 * @returns {boolean} whether it is worth trying again at once
 */
function clearAway(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  const holder = holderOf(file);
  if (!found || holder === undefined) return true;
  if (!isDead(holder) && Date.now() - found.mtimeMs < SILENT) return false;
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside); // of several waiters one succeeds
    if (holderOf(aside) !== holder) linkSync(aside, file); // … but may have caught the next holder's: give it back
  } catch {
    // Another waiter was quicker.
  }
  rmSync(aside, { force: true });
  return true;
}

/** @param {string} holder */
function isDead(holder) {
  const [pid, host] = holder.split(' on ');
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return isError(error, 'ESRCH');
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
const isError = (error, code) => error instanceof Error && 'code' in error && error.code === code;

/** @param {string} file */
function touch(file) {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // It was taken away while this process stood still; the work is made so that two at once do no harm.
  }
}
