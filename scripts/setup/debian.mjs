import { existsSync } from 'node:fs';
import { run } from './processes.mjs';

/** Debian and what descends from it: where packages are looked up and installed by these names. */
const isDebian = () => existsSync('/etc/debian_version');

/** Whether this process may install packages by itself. */
export const mayInstall = () => isDebian() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** The one line that somebody who may has to run. */
export const installLine = (/** @type {readonly string[]} */ packages) =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/**
 * @param {readonly string[]} packages
 * @returns {Promise<string[]>} those that are not installed; all of them on another system
 */
export async function missingPackages(packages) {
  if (!isDebian()) return [...packages];
  /** @type {Set<string>} */
  const installed = new Set();
  await run('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\\n', ...packages], {
    onLine: (line) => {
      const [name, status] = line.split(' ');
      if (name && status === 'installed') installed.add(name);
    },
  });
  return packages.filter((name) => !installed.has(name));
}

/**
 * @param {readonly string[]} packages
 * @param {import('./report.mjs').Report} report
 * @returns {Promise<boolean>} whether they are there now
 */
export async function installPackages(packages, report) {
  const step = { what: `Installing with apt-get: ${packages.join(' ')}`, usually: 'half a minute to two minutes' };
  return report.step(step, async (progress) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // A failed update is no reason to stop: the lists already there may do.
    await run('apt-get', ['update', '-q'], { env, onLine: () => progress('reading the package lists') });
    const args = ['install', '-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...packages];
    const { code, output } = await run('apt-get', args, { env, onLine: (line) => progress(line.slice(0, 60)) });
    if (code !== 0) report.say(output);
    return code === 0;
  });
}
