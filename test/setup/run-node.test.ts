import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { moduleText, startModule, temporaryFolder, writeFile } from './helpers.ts';

/** A checkout with nothing in it but Node.js and a server. */
function checkout(server: string) {
  const root = temporaryFolder();
  mkdirSync(join(root, 'node_modules/node/bin'), { recursive: true });
  symlinkSync(process.execPath, join(root, 'node_modules/node/bin/node'));
  writeFile(join(root, 'main.mjs'), server);
  return root;
}

/** What `npm start` does once all is set up. */
const starting = (root: string) =>
  `const { runNode } = from('run-node.mjs'); await runNode(${JSON.stringify(root)}, ['main.mjs', 'x']);`;

const start = (server: string) => startModule(starting(checkout(server)));

it('OP-6 gives the exit code of the server', async () => {
  expect(await start('process.exit(process.argv[2] === "x" ? 7 : 1)').ended).toMatchObject({ code: 7 });
});

it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'OP-6 hands %s on and waits for the server to end',
  async (signal) => {
    const { child, ended } = start(`
    process.on('${signal}', () => setTimeout(() => { console.log('ended well'); process.exit(3); }, 100));
    setInterval(() => {}, 1000);
    console.log('listening');`);
    child.stdout?.on('data', (chunk) => {
      if (String(chunk).includes('listening')) child.kill(signal);
    });
    expect(await ended).toMatchObject({ code: 3, output: expect.stringContaining('ended well') });
  },
);

it('OP-6 ends the server when npm, which started us through a shell, is ended', async () => {
  const root = checkout(`
    process.on('SIGTERM', () => { console.log('ended well'); process.exit(); });
    setInterval(() => {}, 1000);
    console.log('listening');`);
  writeFile(join(root, 'package.json'), '{ "scripts": { "start": "node start.mjs; true" } }');
  writeFile(join(root, 'start.mjs'), moduleText(starting(root)));
  const npm = spawn('npm', ['start'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  npm.stdout.on('data', (chunk) => {
    output += String(chunk);
    if (String(chunk).includes('listening')) npm.kill('SIGTERM');
  });
  await once(npm.stdout, 'close'); // the server holds it open as long as it runs
  expect(output).toContain('ended well');
});

it('OP-6 tells of a server that was killed', async () => {
  expect(await start('process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000);').ended).toMatchObject({
    code: 137,
  });
});
