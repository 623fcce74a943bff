import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installLine, installPackages, mayInstall, missingPackages } from './debian.mjs';
import { notesFolder } from './places.mjs';
import { createStamp, digest } from './stamp.mjs';
import { isWorker, placeWorker, workerPlace } from './worker-binary.mjs';
import { BUILD_PACKAGES, buildWorker } from './worker-build.mjs';
import { workerCacheFile } from './worker-cache.mjs';
import { downloadWorker } from './worker-download.mjs';

/**
 * @typedef {object} Options
 * @property {string} root
 * @property {import('./report.mjs').Report} report
 * @property {NodeJS.ProcessEnv} [env]
 */

/**
 * @param {Omit<Options, 'report'>} options
 * @returns {Promise<boolean>}
 */
export function workerReady({ root, env = process.env }) {
  return isWorker(env['MEDIASOUP_WORKER_BIN'] || workerPlace(root));
}

/**
 * Puts mediasoup's worker where mediasoup looks for it: from the cache, from mediasoup's download, from a build with
 * Debian's libraries, whichever comes first. Without one everything but calls works, so a failure is told, not thrown.
 *
 * @param {Options & { again?: boolean | undefined }} options `again` tries even where it has been in vain before
 * @returns {Promise<boolean>} whether there is one
 */
export async function provideWorker({ root, report, env = process.env, again = false }) {
  const named = env['MEDIASOUP_WORKER_BIN'];
  if (named) {
    report.say(
      `No calls: MEDIASOUP_WORKER_BIN is ${named}, and that is no media worker that runs here. Mend or unset it.`,
    );
    return false;
  }
  const missing = await missingPackages(BUILD_PACKAGES);
  const cached = cacheFile(root, env);
  const inVain = createStamp(join(notesFolder(root), 'no-worker'));
  const circumstances = [cached, ...missing].join(' ');
  if (!again && inVain.holds(circumstances)) {
    report.say(`No calls: the media worker is still missing. ${remedy(missing)}`);
    return false;
  }

  const found = await obtain({ root, report, env, cached, missing });
  if (found) inVain.clear();
  else {
    inVain.set(circumstances);
    report.say(`No calls: no media worker could be had. Everything else works. ${remedy(missing)}`);
  }
  return found;
}

/**
 * @param {Required<Options> & { cached: string, missing: string[] }} options
 * @returns {Promise<boolean>}
 */
async function obtain({ root, report, env, cached, missing }) {
  const place = workerPlace(root);
  const folder = mkdtempSync(join(tmpdir(), 'sportello-worker-'));
  const tidy = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', tidy); // an interrupted build leaves nothing behind either
  const fromCache = () => placeIfThere(cached, place);
  const keep = async (/** @type {string | undefined} */ file) => {
    if (!file) return false;
    await placeIfThere(file, cached);
    return placeIfThere(file, place);
  };
  try {
    if (await fromCache()) return true;
    if (await keep(await downloadWorker({ root, folder: join(folder, 'download'), env, report }))) return true;
    if (missing.length > 0) {
      if (!mayInstall() || !(await installPackages(missing, report))) return false;
      // A worker in the cache may have lacked nothing but the libraries that have just come.
      if (await fromCache()) return true;
    }
    return await keep(await buildWorker({ root, folder: join(folder, 'build'), report }));
  } finally {
    process.off('exit', tidy);
    tidy();
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
async function placeIfThere(from, to) {
  try {
    return await placeWorker(from, to);
  } catch {
    return false; // not there, or no room to keep it
  }
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
function cacheFile(root, env) {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/mediasoup/package.json'), 'utf8'));
  return workerCacheFile({ version, recipe: digest(root, ['media-worker']), env });
}

/** @param {string[]} missing */
function remedy(missing) {
  return missing.length > 0
    ? `On Debian 12 run: ${installLine(missing)} && npm run setup`
    : 'To try again: npm run setup';
}
