import { defineConfig } from 'vite';

/** The console, built apart: together, Lit would move into a chunk that the widget then has to fetch. */
export default defineConfig({
  root: 'console',
  base: '/console/',
  publicDir: false,
  build: { outDir: '../dist/console', emptyOutDir: true, target: 'es2022', modulePreload: false, sourcemap: true },
});
