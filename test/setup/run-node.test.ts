import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startModule, temporaryFolder, writeFile } from './helpers.ts';

/** Starts `program` in a checkout of its own, the way `npm start` starts the server. */
function start(program: string) {
  const root = temporaryFolder();
  mkdirSync(join(root, 'node_modules/node/bin'), { recursive: true });
  symlinkSync(process.execPath, join(root, 'node_modules/node/bin/node'));
  writeFile(join(root, 'main.mjs'), program);
  return startModule(
    `const { runNode } = from('run-node.mjs'); await runNode(${JSON.stringify(root)}, ['main.mjs', 'x']);`,
  );
}

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

it('OP-6 tells of a server that was killed', async () => {
  expect(await start('process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000);').ended).toMatchObject({
    code: 137,
  });
});
