import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { workerPlace } from '../../scripts/setup/worker-binary.mjs';
import { WORKER, pathWith, startModule, temporaryFolder, writeFile, writeProgram } from './helpers.ts';

const INSTALLED = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * A checkout with mediasoup's own installer in it, a cache of its own and, on PATH, programs that stand for Debian's
 * package tools and the compiler. Each notes in `log` that it was run.
 */
function machine({ packages = true, compiler = 'good' }: { packages?: boolean; compiler?: 'good' | 'broken' } = {}) {
  const root = temporaryFolder();
  const mediasoup = join(root, 'node_modules/mediasoup');
  mkdirSync(mediasoup, { recursive: true });
  for (const name of ['package.json', 'npm-scripts.mjs'])
    cpSync(join(INSTALLED, 'mediasoup', name), join(mediasoup, name));
  for (const name of ['node-fetch', 'tar']) symlinkSync(join(INSTALLED, name), join(root, 'node_modules', name));
  writeFile(join(root, 'media-worker/CMakeLists.txt'), 'a recipe');

  const bin = join(root, 'bin');
  const log = writeFile(join(root, 'log'), '');
  const program = (name: string, script: string) =>
    writeProgram(join(bin, name), `echo ${name} "$1" >> ${log}\n${script}`);
  program('dpkg-query', packages ? 'shift 2; for name; do echo "$name installed"; done' : 'exit 1');
  program('apt-get', 'exit 100');
  program(
    'cmake',
    compiler === 'broken'
      ? 'exit 1'
      : `test "$1" = --build || exec mkdir -p "$4"
         echo '[ 50%] Building CXX object unit0'
         printf '#!/bin/sh\\n# built\\n${WORKER}\\n' > "$2/mediasoup-worker" && chmod +x "$2/mediasoup-worker"`,
  );

  const cache = join(root, 'cache');
  const env = { PATH: pathWith(bin), XDG_CACHE_HOME: cache, MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD: '1' };
  return {
    root,
    cacheFolder: join(cache, 'sportello'),
    place: workerPlace(root),
    ran: (name: string) => readFileSync(log, 'utf8').includes(name),
    /** `result` is what the set-up answered: whether there is a worker. */
    async provide(more: NodeJS.ProcessEnv = {}, again = false) {
      const { output } = await startModule(
        `const { provideWorker, workerReady } = from('worker.mjs');
         const { createReport } = from('report.mjs');
         const root = ${JSON.stringify(root)};
         const report = createReport(process.stdout);
         const found = (await workerReady({ root })) || (await provideWorker({ root, report, again: ${again} }));
         console.log('result ' + found);`,
        { ...env, ...more },
      ).ended;
      return { found: output.includes('result true'), output };
    },
  };
}

/** A host as mediasoup downloads from, which answers everything with the same; and the settings that lead there. */
async function downloadHost(body: Buffer | string) {
  const server = createServer((_, response) => response.end(body)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD: '', MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL: url };
}

/** One worker, packed as mediasoup packs them. */
function packedWorker() {
  const folder = temporaryFolder();
  writeProgram(join(folder, 'mediasoup-worker'), `# downloaded\n${WORKER}`);
  return execFileSync('tar', ['-czf', '-', '-C', folder, 'mediasoup-worker']);
}

it('OP-2 builds one where nothing else has one, and keeps it for the next clone', async () => {
  const first = machine();
  const { found, output } = await first.provide();
  expect(found, output).toBe(true);
  expect(readFileSync(first.place, 'utf8')).toContain('built');
  expect(output).toMatch(/Compiling the media worker.*\(usually about .*minute/);

  const [kept = ''] = readdirSync(first.cacheFolder);
  const second = machine();
  cpSync(first.cacheFolder, second.cacheFolder, { recursive: true });
  expect((await second.provide()).found).toBe(true);
  expect(kept).toContain('mediasoup-worker-');
  expect(second.ran('cmake')).toBe(false);
});

it('OP-2 prefers the download to a build', async () => {
  const { provide, place, ran, cacheFolder } = machine();
  const { found, output } = await provide(await downloadHost(packedWorker()));
  expect(found, output).toBe(true);
  expect(readFileSync(place, 'utf8')).toContain('downloaded');
  expect(readdirSync(cacheFolder)).toHaveLength(1);
  expect(ran('cmake')).toBe(false);
});

it('OP-2 builds when the host answers with something that is no worker', async () => {
  const { provide, place } = machine();
  const { found, output } = await provide(await downloadHost('<h1>Proxy</h1>'));
  expect(found, output).toBe(true);
  expect(readFileSync(place, 'utf8')).toContain('built');
});

it('OP-2 leaves a worker in place where it is', async () => {
  const { provide, place, ran } = machine();
  writeProgram(place, `# there already\n${WORKER}`);
  expect((await provide(await downloadHost(packedWorker()))).found).toBe(true);
  expect(readFileSync(place, 'utf8')).toContain('there already');
  expect(ran('cmake')).toBe(false);
});

it('OP-2 replaces a worker in place that does not run', async () => {
  const { provide, place } = machine();
  writeProgram(place, 'exit 127');
  expect((await provide()).found).toBe(true);
  expect(readFileSync(place, 'utf8')).toContain('built');
});

it('OP-2 passes over a worker in the cache that does not run', async () => {
  const { provide, place, cacheFolder } = machine();
  await provide();
  for (const name of readdirSync(cacheFolder)) writeProgram(join(cacheFolder, name), 'exit 127');
  rmSync(place);
  expect((await provide()).found).toBe(true);
  expect(readFileSync(place, 'utf8')).toContain('built');
});

it('OP-2 uses the worker that MEDIASOUP_WORKER_BIN names, before all others', async () => {
  const { provide, root, place, ran } = machine();
  const named = writeProgram(join(root, 'elsewhere/worker'), WORKER);
  expect((await provide({ MEDIASOUP_WORKER_BIN: named })).found).toBe(true);
  expect(existsSync(place)).toBe(false);
  expect(ran('cmake')).toBe(false);
});

it('OP-4 says so when MEDIASOUP_WORKER_BIN names no worker, and looks no further', async () => {
  const { provide, root, ran } = machine();
  const named = writeProgram(join(root, 'elsewhere/worker'), 'exit 1');
  const { found, output } = await provide({ MEDIASOUP_WORKER_BIN: named });
  expect(found).toBe(false);
  expect(output).toContain(`MEDIASOUP_WORKER_BIN is ${named}`);
  expect(ran('cmake')).toBe(false);
});

it('OP-4 names the packages to install when they are missing and cannot be installed', async () => {
  const { provide, place, ran } = machine({ packages: false });
  const { found, output } = await provide();
  expect(found).toBe(false);
  expect(output).toMatch(/No calls: .*sudo apt-get install -y --no-install-recommends g\+\+ make cmake/);
  expect(existsSync(place)).toBe(false);
  expect(ran('cmake')).toBe(false);
});

it('OP-4 does not try in vain at every start, but does when asked to', async () => {
  const { provide, ran, root } = machine({ compiler: 'broken' });
  expect((await provide()).output).toContain('npm run setup');
  expect(ran('cmake')).toBe(true);

  writeFile(join(root, 'log'), '');
  const second = await provide();
  expect(second.found).toBe(false);
  expect(second.output).toContain('No calls: the media worker is still missing');
  expect(ran('cmake')).toBe(false);

  await provide({}, true);
  expect(ran('cmake')).toBe(true);
});
