import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pathWith, startModule, temporaryFolder, writeFile, writeProgram } from './helpers.ts';

const LOCK = JSON.stringify({ packages: { '': {}, 'node_modules/lit': {} } });
const BRINGS_NODE = 'mkdir -p node_modules/node/bin && touch node_modules/node/bin/node';

/** A checkout, and on PATH a program in place of npm that notes how it was called. */
function checkout(npm: string) {
  const root = temporaryFolder();
  writeFile(join(root, 'package-lock.json'), LOCK);
  const log = writeFile(join(root, 'log'), '');
  writeProgram(join(root, 'bin/npm'), `echo "$@" >> ${log}\n${npm}`);
  return {
    root,
    calls: () => readFileSync(log, 'utf8').split('\n').filter(Boolean),
    async install() {
      const { output } = await startModule(
        `const { dependenciesReady, installDependencies } = from('dependencies.mjs');
         const { createReport } = from('report.mjs');
         const { runMain } = from('setup-error.mjs');
         const root = ${JSON.stringify(root)};
         await runMain(async () => {
           if (!dependenciesReady(root)) await installDependencies(root, createReport(process.stdout));
         });
         console.log('ready ' + dependenciesReady(root));`,
        { PATH: pathWith(join(root, 'bin')), npm_execpath: '' },
      ).ended;
      return output;
    },
  };
}

it('OP-1 installs once, and again only when package-lock.json has changed', async () => {
  const { root, calls, install } = checkout(BRINGS_NODE);
  expect(await install()).toContain('ready true');
  expect(await install()).toContain('ready true');
  expect(calls()).toHaveLength(1);

  writeFile(join(root, 'package-lock.json'), `${LOCK}\n`);
  await install();
  expect(calls()).toHaveLength(2);
});

it('OP-1 asks npm to leave package-lock.json as it is', async () => {
  const { calls, install } = checkout(BRINGS_NODE);
  await install();
  expect(calls()[0]).toMatch(/^install .*--no-save/);
});

it('OP-1 takes an installation that broke off for none', async () => {
  const { root, install } = checkout('echo "network is down" >&2; exit 1');
  const output = await install();
  expect(output).toContain('Error: npm could not install the packages');
  expect(output).toContain('network is down');
  expect(output).toContain('ready false');
  expect(existsSync(join(root, 'node_modules/.sportello/dependencies'))).toBe(false);
});
