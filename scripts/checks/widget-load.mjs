import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadedFiles } from './chunks.mjs';

/**
 * What a citizen who goes straight to an operator does not load: search and reading, the call, the end, files, a
 * message to leave, a wait that takes longer than said, other languages. That it is so is seen in a browser:
 * test/e2e/weight.ts.
 */
const LATER = [
  /^search\//,
  /suggestion-list/,
  /^views\/(topic|answer|question|end)\./,
  /call/,
  /devices/,
  /notices/,
  /lis-video/,
  /reports/,
  /files/,
  /file-picker/,
  /attachment/,
  /message/,
  /reopening/,
  /patience/,
  /library/,
  /article-texts/,
  /^locales\/(?!it\.)/,
];

/**
 * The files of the built widget that a browser loads, relative to dist/widget.
 *
 * @param {string} root
 * @returns {{ beforeClick: string[], untilTyping: string[], search: string[] }} `search`: what the engine needs beyond that
 */
export function widgetLoad(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'dist/widget/.vite/manifest.json'), 'utf8'));
  const untilTyping = loadedFiles(manifest, 'index.ts', { follow: true, later: LATER });
  return {
    beforeClick: loadedFiles(manifest, 'index.ts'),
    untilTyping,
    search: loadedFiles(manifest, 'search/index.ts').filter((file) => !untilTyping.includes(file)),
  };
}
