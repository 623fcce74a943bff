import { join } from 'node:path';
import { buildBundles, bundlesReady } from './bundles.mjs';
import { dependenciesReady, installDependencies } from './dependencies.mjs';
import { withLock } from './lock.mjs';
import { notesFolder } from './places.mjs';
import { provideWorker, workerReady } from './worker.mjs';

/**
 * @typedef {object} SetUp
 * @property {string} root
 * @property {import('./report.mjs').Report} report
 * @property {boolean} [worker] also the media worker
 * @property {boolean} [bundles] also the widget and the console
 * @property {boolean | undefined} [again] try for the worker even where it has been in vain before
 */

/**
 * Does what is missing and nothing else: where all is done, it only looks.
 *
 * @param {SetUp} options
 * @throws {import('./setup-error.mjs').SetupError}
 */
export async function setUp(options) {
  if (await allReady(options)) return;
  const { root, report } = options;
  const onWait = (/** @type {string} */ holder) =>
    report.say(`Waiting for another set-up to end (process ${holder}) …`);
  await withLock(join(notesFolder(root), 'lock'), () => doWhatIsMissing(options), { onWait });
}

/** @param {SetUp} options */
async function allReady({ root, worker, bundles }) {
  return dependenciesReady(root) && (!worker || (await workerReady({ root }))) && (!bundles || bundlesReady(root));
}

/** @param {SetUp} options */
async function doWhatIsMissing({ root, report, worker, bundles, again }) {
  if (!dependenciesReady(root)) await installDependencies(root, report);
  if (worker && !(await workerReady({ root }))) await provideWorker({ root, report, again });
  if (bundles && !bundlesReady(root)) await buildBundles(root, report);
}
