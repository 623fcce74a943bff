import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findNode, toolEnvironment } from './places.mjs';
import { run } from './processes.mjs';
import { SetupError } from './setup-error.mjs';
import { createStamp, digest } from './stamp.mjs';

/** All that the bundles are made from. The console shares the widget's parts, so both are made together. */
const SOURCES = [
  'widget',
  'console',
  'protocol',
  'vite.config.ts',
  'vite.console.config.ts',
  'scripts/lean-bundle.ts',
  'package-lock.json',
];

const CONFIGS = ['vite.config.ts', 'vite.console.config.ts'];

const stamp = (/** @type {string} */ root) => createStamp(join(root, 'dist', '.sources'));

/** @param {string} root */
export function bundlesReady(root) {
  return (
    existsSync(join(root, 'dist/widget')) && existsSync(join(root, 'dist/console')) && stamp(root).holds(inputs(root))
  );
}

const inputs = (/** @type {string} */ root) => digest(root, SOURCES);

/**
 * Builds the widget and the console into dist/.
 *
 * @param {string} root
 * @param {import('./report.mjs').Report} report
 * @throws {SetupError}
 */
export async function buildBundles(root, report) {
  const before = inputs(root);
  stamp(root).clear();
  await report.step({ what: 'Building the widget and the console', usually: 'a few seconds' }, async () => {
    for (const config of CONFIGS) await build(root, config);
  });
  stamp(root).set(before);
}

/**
 * @param {string} root
 * @param {string} config
 */
async function build(root, config) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { code, output } = await run(findNode(root) ?? process.execPath, [vite, 'build', '-c', config], {
    cwd: root,
    env: { ...toolEnvironment(root), NO_COLOR: '1' },
  });
  if (code !== 0) throw new SetupError(`the build of ${config} failed:\n${output}`);
}
