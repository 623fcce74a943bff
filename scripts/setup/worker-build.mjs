import { availableParallelism, freemem } from 'node:os';
import { join } from 'node:path';
import { run } from './processes.mjs';

/** What the build needs, by Debian's names. */
export const BUILD_PACKAGES = [
  'g++',
  'make',
  'cmake',
  'pkg-config',
  'libuv1-dev',
  'libssl-dev',
  'libsrtp2-dev',
  'libabsl-dev',
  'libflatbuffers-dev',
  'flatbuffers-compiler',
];

/** Translation units that the sources are gathered into (see media-worker/CMakeLists.txt). */
const UNITS = 12;
/** Bytes of memory that compiling one of them takes, with some to spare. */
const MEMORY_PER_UNIT = 900 * 2 ** 20;

/**
 * Builds the media worker from the sources in mediasoup's npm package (media-worker/CMakeLists.txt says how).
 *
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.folder to build in
 * @param {import('./report.mjs').Report} options.report
 * @returns {Promise<string | undefined>} the file, not yet tried
 */
export async function buildWorker({ root, folder, report }) {
  const jobs = Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / MEMORY_PER_UNIT)));
  const minutes = Math.ceil(4 / jobs);
  const usually = minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
  return report.step({ what: 'Compiling the media worker, once for this system', usually }, async (progress) => {
    const source = join(root, 'media-worker');
    const sources = join(root, 'node_modules/mediasoup/worker');
    const configured = await run('cmake', ['-S', source, '-B', folder, `-DWORKER=${sources}`, `-DUNITS=${UNITS}`]);
    if (configured.code !== 0) return failed(report, configured.output);
    let begun = 0;
    const built = await run('cmake', ['--build', folder, '--parallel', String(jobs)], {
      onLine: (line) => {
        if (line.includes('Building CXX object')) progress(`${Math.max(0, ++begun - jobs)} of ${UNITS} units done`);
      },
    });
    if (built.code !== 0) return failed(report, built.output);
    return join(folder, 'mediasoup-worker');
  });
}

/**
 * @param {import('./report.mjs').Report} report
 * @param {string} output
 */
function failed(report, output) {
  report.say(output);
  return undefined;
}
