import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const LEFT_OUT = new Set(['node_modules', 'dist', 'data']);

/**
 * Every folder that has its own tsconfig.json: each is checked by itself, so that no side sees the other's globals.
 *
 * @param {string} root
 * @param {string} [folder]
 * @returns {string[]} relative to root; '.' is root itself
 */
export function foldersWithTypes(root, folder = '.') {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const below = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !LEFT_OUT.has(entry.name))
    .flatMap((entry) => foldersWithTypes(root, join(folder, entry.name)));
  return entries.some((entry) => entry.name === 'tsconfig.json') ? [folder, ...below] : below;
}
