import { countFromClosingLine, countFromFile, countFromVitest, countOnce } from './results.mjs';
import { foldersWithTypes } from './tsconfigs.mjs';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string[][]} commands run one after the other, up to the first that fails
 * @property {import('./results.mjs').Counter} count
 */

/**
 * All that `npm test` runs, quickest first.
 *
 * @param {string} root
 * @param {(name: string) => string} countFile where a suite is to leave its numbers
 * @returns {Check[]}
 */
export const allChecks = (root, countFile) => [
  { name: 'types', commands: foldersWithTypes(root).map((folder) => ['tsc', '-p', folder]), count: countOnce },
  { name: 'lint', commands: [['oxlint']], count: countOnce },
  { name: 'format', commands: [['oxfmt', '--check', '.']], count: countOnce },
  { name: 'unused', commands: [['knip']], count: countOnce },
  {
    name: 'build',
    commands: ['vite.config.ts', 'vite.console.config.ts'].map((config) => ['vite', 'build', '-c', config]),
    count: countOnce,
  },
  { name: 'size', commands: [['size-limit']], count: countOnce },
  { name: 'knowledge', commands: [['node', 'server/commands/kb-check.ts']], count: countOnce },
  {
    name: 'vitest',
    commands: [['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${countFile('vitest')}`]],
    count: countFromVitest,
  },
  { name: 'elements', commands: [['wtr']], count: countFromFile },
  { name: 'e2e', commands: [['node', 'test/e2e/run.ts']], count: countFromClosingLine },
];
