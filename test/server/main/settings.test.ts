import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { DeskStatus } from '../../../protocol/status.ts';
import { failToStart, startServer, temporaryFolder } from './server-process.ts';

// Processes are started one after the other, and a busy machine takes seconds for each.
vi.setConfig({ testTimeout: 90_000 });

test('OP-35 a start with mistakes in the settings fails with all of them in readable lines', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'desk.yaml');
  const environment = { SPORTELLO_DATA: join(folder.path, 'data'), PORT: '0', SPORTELLO_CONFIG: file };
  expect(await failToStart(environment)).toEqual({
    code: 1,
    output: `Sportello did not start: SPORTELLO_CONFIG: there is no file ${file}\n`,
  });
  await writeFile(file, 'hours:\n  chat:\n    mon-fri: 9:00-13:15, 13:00-17:00\n  lis: never\nofices: []\n');
  const { code, output } = await failToStart(environment);
  expect(code).toBe(1);
  const [first, ...lines] = output.trimEnd().split('\n');
  expect(first).toBe('Sportello did not start: these settings are wrong:');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(new RegExp(`^ {2}${file}:3: hours\\.chat\\.mon-fri: 13:00-17:00 begins before`));
  expect(lines[1]).toMatch(new RegExp(`^ {2}${file}:5: ofices: .*did you mean "offices"`));
});

test('OP-36 the running server takes up a change, and stays well with a mistake', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'desk.yaml');
  await writeFile(file, 'hours: { chat: always, lis: never }\n');
  const environment = { SPORTELLO_DATA: join(folder.path, 'data'), PORT: '0', SPORTELLO_CONFIG: file };
  const server = await startServer({ ...environment, SPORTELLO_LOG_LEVEL: 'warn' });
  const chat = async (): Promise<string> =>
    ((await (await fetch(`${server.url}/api/status`)).json()) as DeskStatus).services.chat.state;
  expect(await chat()).toBe('unstaffed');
  await writeFile(file, 'hours: { chat: never, lis: never }\n');
  await expect.poll(chat, { timeout: 10_000 }).toBe('closed');
  await writeFile(file, 'hours: { chat: 9-17, lis: never }\n');
  await expect
    .poll(() => server.output(), { timeout: 10_000 })
    .toContain(':1: hours.chat: write always, never, or days');
  expect(await chat()).toBe('closed');
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  await server.end('SIGTERM');
});
