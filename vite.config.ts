import { defineConfig } from 'vite';
import { leanBundle } from './scripts/lean-bundle.ts';

/**
 * What several screens share, in one chunk: left alone, each such module would get a file of its own, and small files
 * compress badly. What the launcher itself needs stays with it; `.size-limit.mjs` would notice.
 */
const SHARED = {
  name: 'shared',
  test: /widget\/(core|parts)\/(?!call|device|article|blocks|follow|guide|search-log|notices|lis-|helpful|more-icons|token|storage|clock|observe\.|theme|aside|covered|viewport|launcher)|protocol\/limits/,
  minShareCount: 2,
};

/** A comment on lines of its own, as styles have them: minifying leaves those inside templates. */
const COMMENT = /^ *\/\*[^]*?\*\/ *$/gm;

/** Indents and comments inside templates are for us; a browser does without. */
const squeezeTemplates = {
  name: 'squeeze-templates',
  transform: (code: string, id: string) =>
    // Lines stay lines, so the source map still holds.
    /widget\/.*\.ts$/.test(id) ? { code: code.replace(COMMENT, linesOnly).replace(/\n +/g, '\n'), map: null } : null,
};

function linesOnly(comment: string): string {
  return comment.replace(/[^\n]/g, '');
}

/** The widget: `sportello.js` is what a host page loads, everything else arrives when it is first needed. */
export default defineConfig({
  root: 'widget',
  base: './',
  plugins: [leanBundle(), squeezeTemplates],
  build: {
    outDir: '../dist/widget',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    sourcemap: true,
    manifest: true, // what .size-limit.mjs reads
    rolldownOptions: {
      input: { sportello: 'widget/index.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: { includeDependenciesRecursively: false, groups: [SHARED] },
      },
    },
  },
});
