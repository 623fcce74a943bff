import { readFileSync } from 'node:fs';
import { loadedFiles } from './scripts/checks/chunks.mjs';

const manifest = JSON.parse(readFileSync('dist/widget/.vite/manifest.json', 'utf8'));
const inWidget = (files) => files.map((file) => `dist/widget/${file}`);

/** What a citizen who goes straight to an operator does not load: search and reading, the call, the end, other languages. */
const LATER = [
  /^search\//,
  /suggestion-list/,
  /^views\/(topic|answer|question|end)\./,
  /call/,
  /devices/,
  /^locales\/(?!it\.)/,
];

/** Sizes are brotli's, in KiB: what a citizen's phone has to fetch. */
export default [
  {
    name: 'before the first click',
    path: inWidget(loadedFiles(manifest, 'index.ts')),
    limit: '15 KiB',
  },
  {
    name: 'until one can type to an operator',
    path: inWidget(loadedFiles(manifest, 'index.ts', { follow: true, later: LATER })),
    limit: '50 KiB',
  },
];
