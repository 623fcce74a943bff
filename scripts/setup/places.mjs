import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the set-up notes what it has done: beside what it installed, so that both go together. */
export const notesFolder = (/** @type {string} */ root) => join(root, 'node_modules', '.sportello');

/**
 * The Node.js that runs the server: the npm package "node" brings a recent one along, whatever the system has.
 *
 * @param {string} root
 * @returns {string | undefined} undefined when there is none recent enough
 */
export function findNode(root) {
  const bundled = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(bundled)) return bundled;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined;
}

/**
 * The environment for everything started after the installation: its tools and its Node come first on PATH.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(root, env = process.env) {
  const first = [join(root, 'node_modules', '.bin'), join(root, 'node_modules', 'node', 'bin')];
  return { ...env, PATH: [...first, env['PATH'] ?? ''].join(delimiter) };
}
