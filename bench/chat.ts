/**
 * `npm run bench:chat -- [--json] [--profile FOLDER]`: our chat, where every acknowledged message is on disk and goes to
 * an operator, beside bare Socket.IO, which echoes, and beside a bare relay, which also passes on but stores nothing.
 * The servers run at the same time, in processes of their own, and are loaded in turn. One to two minutes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startChild } from './chat/child.ts';
import { flushTimes } from './chat/disk.ts';
import { round } from './chat/figures.ts';
import { closedLoop, paced } from './chat/load.ts';
import { type Figures, inTurn, type Side } from './chat/rounds.ts';
import type { ChatServerReady } from './chat/server.ts';
import { openCitizens, openRelayed, openTalkers } from './chat/talk.ts';

const PACED = { load: paced, clients: 1000, seconds: 5 };
const CLOSED = { load: closedLoop, clients: 50, seconds: 3 };
const OPERATORS = 10;

/** What we aim at: at most three times the bare p99, at least a third of its requests per processor second. */
const AIM = { p99: 3, perCpuSecond: 0.33 };

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Where the chat's server leaves a CPU profile of itself. */
    profile: { type: 'string' },
  },
});
const dataDir = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
try {
  const report = await run();
  console.log(values.json ? JSON.stringify(report) : describe(report));
} finally {
  rmSync(dataDir, { recursive: true });
}

async function run() {
  const machine = { cores: cpus().length, busy: round(loadavg()[0] ?? 0, 2), node: process.versions.node };
  const { bare, relay } = await startBare();
  const chat = await startChat();
  // The closed loop first: it also warms the servers up for the other one, which takes long to do so by itself.
  const closed = await inTurn({ bare, relay, chat }, CLOSED);
  const slow = await inTurn({ bare, chat }, PACED);
  const disk = await flushTimes(dataDir);
  for (const { client } of [bare, relay, chat].flatMap(({ talkers }) => talkers)) client.close();
  await Promise.all([bare.child.stop(), chat.child.stop()]);
  const ratios = {
    p99: round(slow.chat.p99 / slow.bare.p99, 2),
    perCpuSecond: round(closed.chat.perCpuSecond / closed.bare.perCpuSecond, 2),
    perCpuSecondOfRelay: round(closed.chat.perCpuSecond / closed.relay.perCpuSecond, 2),
  };
  const met = ratios.p99 <= AIM.p99 && ratios.perCpuSecond >= AIM.perCpuSecond;
  return { machine, disk, paced: slow, closed, ratios, aim: AIM, met };
}

async function startBare(): Promise<{ bare: Side; relay: Side }> {
  const child = await startChild<{ port: number }>(new URL('./reference/bare-server.ts', import.meta.url));
  const { port } = child.ready;
  return {
    bare: { child, talkers: await openTalkers(port, PACED.clients) },
    relay: { child, talkers: await openRelayed(port, CLOSED.clients, OPERATORS) },
  };
}

async function startChat(): Promise<Side> {
  const profiling = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
  const file = new URL('./chat/server.ts', import.meta.url);
  const child = await startChild<ChatServerReady>(file, [dataDir, String(OPERATORS)], profiling);
  return { child, talkers: await openCitizens(child.ready, PACED.clients) };
}

function describe({ machine, disk, paced: slow, closed, ratios, met }: Awaited<ReturnType<typeof run>>): string {
  const latency = (name: string, { p50, p99, cores }: Figures): string =>
    `  ${name.padEnd(15)} p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms   ${cores.toFixed(2)} cores`;
  const work = (name: string, { perSecond, perCpuSecond, p99 }: Figures): string =>
    `  ${name.padEnd(15)} ${perCpuSecond} requests per processor second   ${perSecond}/s   p99 ${p99.toFixed(2)} ms`;
  return [
    `${PACED.clients} clients, one message a second each`,
    latency('bare Socket.IO', slow.bare),
    latency('Sportello', slow.chat),
    `  ${'the disk alone'.padEnd(15)} p50 ${disk.p50.toFixed(2)} ms   p99 ${disk.p99.toFixed(2)} ms for one flush`,
    `${CLOSED.clients} clients, each sends as soon as it is answered`,
    work('bare Socket.IO', closed.bare),
    work('bare relay', closed.relay),
    work('Sportello', closed.chat),
    `p99 ${ratios.p99} × bare (aim: at most ${AIM.p99})`,
    `requests per processor second ${ratios.perCpuSecond} × bare (aim: at least ${AIM.perCpuSecond}), ${ratios.perCpuSecondOfRelay} × relay`,
    `${met ? 'Both aims are met.' : 'Not both aims are met.'} ${machine.cores} cores, load before ${machine.busy}.`,
  ].join('\n');
}
