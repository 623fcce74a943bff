import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../../server/main.ts');

/** The server as a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  url: string;
  pid: number;
  /** Everything it has printed. */
  output(): string;
  /** Sends a signal. @returns how it ended: the exit code, or null when the signal killed it */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export type Environment = Record<string, string>;

const BASE: Environment = {
  // Without a media worker, which has tests of its own.
  SPORTELLO_MEDIA_WORKERS: '1',
  MEDIASOUP_WORKER_BIN: '/bin/false',
  SPORTELLO_LOG_LEVEL: 'fatal',
  // The same program is started dozens of times.
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../../node_modules/.cache/sportello-compile'),
};

/** Resolves when it accepts connections, rejects with what it said when it ends before. */
export async function startServer(environment: Environment): Promise<ServerProcess> {
  const { child, output } = launch(environment);
  const closed = once(child, 'close');
  const url = await Promise.race([waitFor(output, /http:\/\/[\d.]+:\d+/), closed.then(() => undefined)]);
  if (url === undefined) throw new Error(output());
  return {
    url,
    pid: child.pid ?? 0,
    output,
    async end(signal) {
      child.kill(signal);
      const [code] = (await closed) as [number | null];
      return code;
    },
  };
}

/** For a start that must fail. */
export async function failToStart(environment: Environment): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(environment);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output() };
}

function launch(environment: Environment) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [MAIN], { env: { PATH, HOME, ...BASE, ...environment } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text };
}

async function waitFor(output: () => string, pattern: RegExp): Promise<string | undefined> {
  for (let waited = 0; waited < 30_000; waited += 20) {
    const found = pattern.exec(output())?.[0];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return undefined;
}

/** A folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'sportello-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
