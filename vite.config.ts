import { defineConfig } from 'vite';
import { leanBundle } from './scripts/lean-bundle.ts';

/**
 * What several screens share, in one chunk: left alone, each such module would get a file of its own, and small files
 * compress badly. What the launcher itself needs stays with it; `.size-limit.mjs` would notice.
 */
const SHARED = {
  name: 'shared',
  test: /widget\/(core|parts)\/(?!call|device|article|blocks|follow|guide|search-log|notices|lis-|helpful|format-date|every-language|attachment|file-picker|format-bytes|save|message|reopening|patience|more-icons|token|storage|clock|observe\.|theme|aside|covered|viewport|launcher)|protocol\/limits|views\/handed-over/,
  minShareCount: 2,
};

/** Comments and spaces that only we need. Before a colon a space may mean «any descendant», so that one stays. */
function squeezeStyles(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/([ :(,])0\./g, '$1.');
}

/** Indents inside templates, and lines that only close a tag, are for us; a browser does without. */
const squeezeTemplates = {
  name: 'squeeze-templates',
  transform(code: string, id: string) {
    if (!/widget\/.*\.ts$/.test(id)) return null;
    const squeezed = code
      .replace(/\bcss`[^`]*`/g, squeezeStyles)
      .replace(/\n +/g, '\n')
      .replace(/\n>/g, '>');
    return { code: squeezed, map: null };
  },
};

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
