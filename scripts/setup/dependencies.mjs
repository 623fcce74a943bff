import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findNode, notesFolder, toolEnvironment } from './places.mjs';
import { run } from './processes.mjs';
import { SetupError } from './setup-error.mjs';
import { createStamp, digest } from './stamp.mjs';

/** What an installation was made from. */
const inputs = (/** @type {string} */ root) =>
  `${digest(root, ['package-lock.json'])} ${process.platform} ${process.arch}`;

const stamp = (/** @type {string} */ root) => createStamp(join(notesFolder(root), 'dependencies'));

/** @param {string} root */
export function dependenciesReady(root) {
  return stamp(root).holds(inputs(root)) && findNode(root) !== undefined;
}

/**
 * Installs what package-lock.json names, without touching that file. Not `npm ci`: a mirror that lags behind may lack
 * the binaries of other platforms, and `npm ci` insists on them.
 *
 * @param {string} root
 * @param {import('./report.mjs').Report} report
 * @throws {SetupError}
 */
export async function installDependencies(root, report) {
  const wanted = packagesFor(root);
  await report.step({ what: 'Installing the npm packages', usually: 'about a minute' }, async (progress) => {
    const looking = setInterval(() => {
      const there = wanted.filter((path) => existsSync(join(root, path, 'package.json'))).length;
      progress(`${there} of ${wanted.length} packages`);
    }, 1000);
    try {
      await npmInstall(root);
    } finally {
      clearInterval(looking);
    }
  });
  if (!findNode(root)) {
    throw new SetupError(
      `npm brought no Node.js for ${process.platform}-${process.arch} along (package "node"). Install Node.js 24 or later and start again.`,
    );
  }
  stamp(root).set(inputs(root));
}

/** @param {string} root */
async function npmInstall(root) {
  // npm reads settings from its environment: NODE_ENV=production must not leave out what builds the widget.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  const npm = ownNpm();
  const { code, output } = await run(npm[0], [...npm.slice(1), ...args], { cwd: root, env: toolEnvironment(root) });
  if (code === 127)
    throw new SetupError('npm was not found. Install Node.js 20 or later with npm 11, and start again.');
  if (code !== 0) {
    throw new SetupError(
      `npm could not install the packages. Its last words:\n${output}\nSee that the registry can be reached (npm ping), and start again.`,
    );
  }
}

/**
 * The npm that started this script, else the one on PATH.
 *
 * @returns {[string, ...string[]]}
 */
function ownNpm() {
  const script = process.env['npm_execpath'];
  return script && basename(script).startsWith('npm') ? [process.execPath, script] : ['npm'];
}

/**
 * The folders that every installation fills; the optional ones are other systems' for the most part.
 *
 * @param {string} root
 * @returns {string[]}
 */
function packagesFor(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.keys(packages).filter((path) => path && !packages[path].optional && !packages[path].peer);
}
