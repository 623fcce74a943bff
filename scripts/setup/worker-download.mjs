import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolEnvironment } from './places.mjs';
import { run } from './processes.mjs';

/** How long the download's host may take to answer at all, in milliseconds. */
const ANSWERS_WITHIN = 3000;
/** How long the download may take, in milliseconds. */
const DONE_WITHIN = 180_000;

/**
 * mediasoup's own download of a ready worker, where its host can be reached. mediasoup writes into the current folder,
 * so it is run in an empty one.
 *
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.folder an empty folder to work in
 * @param {NodeJS.ProcessEnv} options.env
 * @param {import('./report.mjs').Report} options.report
 * @returns {Promise<string | undefined>} the file, not yet tried
 */
export async function downloadWorker({ root, folder, env, report }) {
  const mediasoup = join(root, 'node_modules/mediasoup');
  if (env['MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD'] || !(await answers(releasesUrl(mediasoup, env)))) return undefined;
  return report.step({ what: 'Downloading the media worker', usually: 'a few seconds' }, async () => {
    mkdirSync(folder, { recursive: true });
    await run('node', [join(mediasoup, 'npm-scripts.mjs'), 'postinstall'], {
      cwd: folder,
      // Without a Python, mediasoup gives up where it would go on to fetch a tool chain; the local build comes next.
      env: { ...toolEnvironment(root, env), PYTHON: 'false' },
      timeout: DONE_WITHIN,
    });
    const file = join(folder, 'worker/out/Release/mediasoup-worker');
    return existsSync(file) ? file : undefined;
  });
}

/**
 * @param {string} mediasoup
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
function releasesUrl(mediasoup, env) {
  const { repository } = JSON.parse(readFileSync(join(mediasoup, 'package.json'), 'utf8'));
  const home = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
  return env['MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL'] || `${home}/releases/download`;
}

/** @param {string} url */
async function answers(url) {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(ANSWERS_WITHIN) });
    return true;
  } catch {
    return false;
  }
}
