import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * One digest over files and whole folders: names and contents. What is not there counts as not there.
 *
 * @param {string} root
 * @param {readonly string[]} paths relative to root
 * @returns {string} SHA-256, hex
 */
export function digest(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((path) => filesUnder(root, path)).toSorted()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesUnder(root, `${path}/${name}`));
}

/**
 * A note that something was done for certain inputs, kept in a file.
 *
 * @param {string} file
 */
export function createStamp(file) {
  return {
    /** @param {string} inputs */
    holds(inputs) {
      try {
        return readFileSync(file, 'utf8') === inputs;
      } catch {
        return false;
      }
    },
    /** @param {string} inputs */
    set(inputs) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.${process.pid}`, inputs);
      renameSync(`${file}.${process.pid}`, file);
    },
    clear() {
      rmSync(file, { force: true });
    },
  };
}
