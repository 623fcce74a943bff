import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const START_MS = 30_000;
const STOP_MS = 10_000;

export interface Account {
  username: string;
  password: string;
  /** As shown to citizens. */
  name: string;
}

/** The real server process, in demo mode, on free ports and with data of its own. */
export interface RunningServer {
  url: string;
  /** Throws for a name that is no demo operator. */
  account(username: string): Account;
  /** Process ids of its media workers now. */
  workers(): number[];
  /** What it has logged so far, over all its processes. */
  log(): string;
  /** SIGKILL, and a new process with the same data at the same address. */
  killAndStart(): Promise<void>;
  /** Stops it as a service manager would, and removes its data. Idempotent. */
  close(): Promise<void>;
}

/** @param settings environment on top of ours */
export async function startServer(settings: Record<string, string> = {}): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sportello-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    ...process.env,
    PORT: String(port),
    SPORTELLO_MODE: 'demo',
    SPORTELLO_DATA: dataDir,
    SPORTELLO_MEDIA_PORT: String(await freePort(20_000, 32_000)),
    SPORTELLO_MEDIA_WORKERS: '1',
    SPORTELLO_LOG_LEVEL: 'info',
    ...settings,
  };
  let logged = '';
  let child = launch(environment, (text) => (logged += text));

  async function close(): Promise<void> {
    await stop(child);
    await rm(dataDir, { recursive: true, force: true });
  }

  try {
    await answering(url, child);
  } catch (error) {
    await close();
    throw new Error(`the server did not start:\n${logged}`, { cause: error });
  }
  const accounts = await readAccounts(join(dataDir, 'demo-operators.json'));
  return {
    url,
    account(username) {
      const found = accounts.find((account) => account.username === username);
      if (!found) throw new Error(`no operator ${username}`);
      return found;
    },
    workers: () => childrenOf(child.pid ?? 0),
    log: () => logged,
    async killAndStart() {
      await end(child, 'SIGKILL');
      child = launch(environment, (text) => (logged += text));
      await answering(url, child);
    },
    close,
  };
}

type Server = ReturnType<typeof launch>;

function launch(environment: NodeJS.ProcessEnv, heard: (text: string) => void) {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk) => heard(String(chunk)));
  child.stderr.on('data', (chunk) => heard(String(chunk)));
  return child;
}

async function readAccounts(file: string): Promise<Account[]> {
  return JSON.parse(await readFile(file, 'utf8')) as Account[];
}

async function answering(url: string, child: Server): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return;
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error(`no answer in ${START_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function stop(child: Server): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await end(child, 'SIGTERM');
  clearTimeout(timer);
}

async function end(child: Server, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** Linux tells a process's children without any help. */
function childrenOf(pid: number): number[] {
  const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return list.split(' ').filter(Boolean).map(Number);
}

/** A port nobody uses now; within the bounds when given: media ports stay under those the system hands out itself. */
export async function freePort(from = 0, to = 0): Promise<number> {
  const wanted = from === 0 ? 0 : from + Math.floor(Math.random() * (to - from));
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', () => (from === 0 ? reject(new Error('no free port')) : resolve(freePort(from, to))));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : wanted));
    });
  });
}
