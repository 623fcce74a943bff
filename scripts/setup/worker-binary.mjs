import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a worker that was not started by mediasoup exits with: proof that it is one, and that it runs on this system. */
const NOT_MY_PARENT = 41;

/** Where mediasoup looks for its worker, so that nothing need be set when the server runs. */
export const workerPlace = (/** @type {string} */ root) =>
  join(
    root,
    'node_modules/mediasoup/worker/out/Release',
    `mediasoup-worker${process.platform === 'win32' ? '.exe' : ''}`,
  );

/**
 * @param {string} file
 * @returns {Promise<boolean>}
 */
export function isWorker(file) {
  return new Promise((resolve) => {
    execFile(file, { env: {}, timeout: 5000 }, (error) => resolve(error?.code === NOT_MY_PARENT));
  });
}

/**
 * Copies a worker so that at no moment a half one stands at `to`: under another name, tried, then renamed.
 *
 * @param {string} from
 * @param {string} to
 * @returns {Promise<boolean>} false when it does not run here; then nothing has changed
 */
export async function placeWorker(from, to) {
  const aside = `${to}.${process.pid}`;
  try {
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, aside);
    chmodSync(aside, 0o755);
    if (!(await isWorker(aside))) return false;
    renameSync(aside, to);
    return true;
  } finally {
    rmSync(aside, { force: true });
  }
}
