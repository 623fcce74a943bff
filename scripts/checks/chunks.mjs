/**
 * @typedef {object} Chunk an entry of Vite's manifest
 * @property {string} file
 * @property {string[]} [imports]
 * @property {string[]} [dynamicImports]
 * @property {string[]} [css]
 */

/**
 * The files that a browser has loaded once it has run `entry` and everything that leads on from there, except what is
 * first needed later. A new part of the widget counts until it is named in `later`.
 *
 * @param {Record<string, Chunk>} manifest
 * @param {string} entry
 * @param {{ follow?: boolean, later?: readonly RegExp[] }} [options] `follow`: dynamic imports too; `later`: sources
 *   behind whose dynamic import nothing is counted
 * @returns {string[]} sorted
 */
export function loadedFiles(manifest, entry, { follow = false, later = [] } = {}) {
  /** @type {Set<string>} */
  const seen = new Set();
  const visit = (/** @type {string} */ key) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    chunk.imports?.forEach(visit);
    if (follow) chunk.dynamicImports?.filter((source) => !later.some((pattern) => pattern.test(source))).forEach(visit);
  };
  if (!manifest[entry]) throw new Error(`the manifest has no ${entry}`);
  visit(entry);
  return [...seen].flatMap((key) => [manifest[key]?.file ?? '', ...(manifest[key]?.css ?? [])]).toSorted();
}
