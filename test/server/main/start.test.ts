import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { io } from 'socket.io-client';
import type { StartedConversation } from '../../../protocol/conversation.ts';
import { begin, must, type CitizenSocket } from '../realtime/harness.ts';
import { failToStart, freePort, startServer, temporaryFolder } from './server-process.ts';

// Processes are started one after the other, and a busy machine takes seconds for each.
vi.setConfig({ testTimeout: 90_000 });

const PRODUCTION = {
  SPORTELLO_MODE: 'production',
  SPORTELLO_PUBLIC_URL: 'https://sportello.comune.example',
  SPORTELLO_ORIGINS: 'https://comune.example, https://www.comune.example',
  SPORTELLO_PRIVACY_URL: 'https://comune.example/privacy',
  SPORTELLO_ANNOUNCED_ADDRESS: '192.0.2.1',
};

async function connect(url: string): Promise<CitizenSocket> {
  const client = io(`${url}/citizen`, { auth: { protocol: 1 }, forceNew: true, reconnection: false });
  await new Promise((resolve) => client.once('connect', () => resolve(undefined)));
  return client as CitizenSocket;
}

/** One line for a person, and not where in the code it happened. */
function expectOneLine(output: string): void {
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(output).toMatch(/^Sportello did not start: /);
}

test('OP-20 demo mode starts by itself, on the loopback address, with operators whose passwords stay', async () => {
  await using folder = await temporaryFolder();
  const environment = { SPORTELLO_DATA: folder.path, PORT: '0' };
  const first = await startServer(environment);
  expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:/);
  expect(first.output()).toContain(`${first.url}/console/`);
  expect(first.output()).toContain('No video calls');
  const passwords = /chat1\s+\S+[\s\S]*lis1\s+\S+/.exec(first.output())?.[0];
  expect(passwords).toBeDefined();
  const { status, video } = (await (await fetch(`${first.url}/healthz`)).json()) as { status: string; video: boolean };
  expect({ status, video }).toEqual({ status: 'ok', video: false });
  expect((await stat(join(folder.path, 'demo-operators.json'))).mode & 0o777).toBe(0o600);
  expect(await first.end('SIGINT')).toBe(0);
  const second = await startServer(environment);
  expect(second.output()).toContain(passwords);
  expect(await second.end('SIGTERM')).toBe(0);
});

test('OP-23 SIGTERM in the middle of a chat: what was acknowledged is there afterwards', async () => {
  await using folder = await temporaryFolder();
  const environment = { SPORTELLO_DATA: folder.path, PORT: '0' };
  const first = await startServer(environment);
  const citizen = await connect(first.url);
  const { conversation, token } = await begin(citizen);
  const conversationId = conversation.id;
  const acknowledged: number[] = [];
  const sending = Array.from({ length: 200 }, (_, index) =>
    must<{ seq: number }>(citizen, 'message:send', {
      conversationId,
      clientId: `client-${index}`,
      text: `${index}`,
    }).then(
      ({ seq }) => acknowledged.push(seq),
      () => undefined,
    ),
  );
  await Promise.race(sending);
  const code = await first.end('SIGTERM');
  citizen.disconnect();
  expect(code).toBe(0);
  expect(acknowledged.length).toBeGreaterThan(0);
  const second = await startServer(environment);
  const back = await connect(second.url);
  const view = await must<StartedConversation>(back, 'conversation:resume', { token, lastSeq: 0 });
  const stored = view.messages.map(({ seq }) => seq);
  expect(stored).toEqual(stored.map((_, index) => index + 1));
  expect(acknowledged.filter((seq) => !stored.includes(seq))).toEqual([]);
  back.disconnect();
  await second.end('SIGTERM');
});

describe('OP-21 production', () => {
  test('without its settings it is refused with the list of all that is missing', async () => {
    const { code, output } = await failToStart({ SPORTELLO_MODE: 'production', SPORTELLO_ORIGINS: '' });
    expect(code).toBe(1);
    for (const name of [...Object.keys(PRODUCTION).slice(1), 'SPORTELLO_DATA']) expect(output).toContain(`  ${name}: `);
    expect(output).not.toContain('    at ');
  });

  test('it has no demo operator and no demo page, and takes no folder made in demo mode', async () => {
    await using folder = await temporaryFolder();
    const environment = { ...PRODUCTION, SPORTELLO_DATA: folder.path, PORT: '0' };
    const server = await startServer(environment);
    const { SPORTELLO_PUBLIC_URL: origin } = PRODUCTION;
    const signIn = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ username: 'chat1', password: 'chat1' }),
    });
    expect(signIn.status).toBe(401);
    expect((await fetch(`${server.url}/`)).status).toBe(404);
    expect(await server.end('SIGTERM')).toBe(0);

    await writeFile(join(folder.path, 'demo-operators.json'), '[]');
    const { code, output } = await failToStart(environment);
    expect(code).toBe(1);
    expectOneLine(output);
    expect(output).toContain('demo mode');
  });
});

describe('OP-22 what a person can put right is told in one line', () => {
  test('a busy port, and a data folder in use', async () => {
    await using folder = await temporaryFolder();
    await using other = await temporaryFolder();
    const port = String(await freePort());
    const server = await startServer({ SPORTELLO_DATA: folder.path, PORT: port });
    const busy = await failToStart({ SPORTELLO_DATA: other.path, PORT: port });
    expect(busy.code).toBe(1);
    expectOneLine(busy.output);
    expect(busy.output).toContain(`127.0.0.1:${port}`);
    const occupied = await failToStart({ SPORTELLO_DATA: folder.path, PORT: '0' });
    expect(occupied.code).toBe(1);
    expectOneLine(occupied.output);
    expect(occupied.output).toContain(folder.path);
    // With the media worker taken, too, the port comes first, and alone: what follows from it is not told.
    const both = await failToStart({ SPORTELLO_DATA: folder.path, PORT: port, SPORTELLO_LOG_LEVEL: 'info' });
    expectOneLine(both.output);
    expect(both.output).toContain(`127.0.0.1:${port}`);
    // Neither attempt has done the running one any harm.
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.end('SIGTERM');
  });

  test('a data folder that cannot be made', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'a-file');
    await writeFile(file, '');
    const { code, output } = await failToStart({ SPORTELLO_DATA: join(file, 'data'), PORT: '0' });
    expect(code).toBe(1);
    expectOneLine(output);
    expect(output).toContain('SPORTELLO_DATA');
  });

  test('a wrong setting', async () => {
    const { code, output } = await failToStart({ PORT: 'eighty' });
    expect(code).toBe(1);
    expect(output).toContain('  PORT: ');
    expect(output).not.toContain('    at ');
  });
});
