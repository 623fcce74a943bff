import { defineConfig } from 'vite';

/** The widget: `sportello.js` is what a host page loads, everything else arrives when it is first needed. */
export default defineConfig({
  root: 'widget',
  base: './',
  build: {
    outDir: '../dist/widget',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    sourcemap: true,
    manifest: true, // what .size-limit.mjs reads
    rolldownOptions: {
      input: { sportello: 'widget/index.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
