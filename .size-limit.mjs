import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { widgetLoad } from './scripts/checks/widget-load.mjs';

const { beforeClick, untilTyping, search } = widgetLoad('.');
const built = (files) => files.map((file) => `dist/widget/${file}`);

// Weighed as it travels; the Node.js that the project brings along reads TypeScript.
const folder = mkdtempSync(join(tmpdir(), 'sportello-size-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const index = join(folder, 'knowledge-it.json');
execFileSync(join('node_modules', '.bin', 'node'), ['bench/search/write-index.ts', index]);

/** Sizes are brotli's, in KiB: what a citizen's phone has to fetch. */
export default [
  { name: 'before the first click', path: built(beforeClick), limit: '15 KiB' },
  { name: 'until one can type to an operator', path: built(untilTyping), limit: '50 KiB' },
  { name: 'the search engine, beyond that', path: built(search), limit: '42 KiB' },
  { name: 'what our articles are found by', path: index, limit: '60 KiB' },
];
