/**
 * `npm run bench:chat -- [--json] [--profile FOLDER]`: our chat, where every acknowledged message is on disk and delivered to an operator,
 * beside bare Socket.IO, which echoes. Both servers run at the same time in processes of their own and are loaded in
 * turn, several rounds each; the figures are the rounds' medians. About a minute.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Child, startChild } from './chat/child.ts';
import { median, quantile, round } from './chat/figures.ts';
import { closedLoop, type Latencies, paced } from './chat/load.ts';
import type { ChatServerReady } from './chat/server.ts';
import { openBareTalkers, openCitizens, type Talker } from './chat/talk.ts';

const ROUNDS = 3;
const PACED = { clients: 1000, seconds: 5 };
const CLOSED = { clients: 50, seconds: 4 };
const WARM_UP_SECONDS = 2;
const OPERATORS = 10;

/** What is asked for: at most three times the bare p99, at least a third of its requests per processor second. */
const AIM = { p99: 3, perCpuSecond: 1 / 3 };

interface Side {
  child: Child<unknown>;
  talkers: Talker[];
}
type Load = (talkers: Talker[], seconds: number) => Promise<Latencies>;

interface Round {
  p50: number;
  p99: number;
  perSecond: number;
  perCpuSecond: number;
  cores: number;
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Where the server leaves a CPU profile of itself. */
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
  const bare = await startBare();
  const chat = await startChat();
  const load = {
    paced: await beside(bare, chat, { load: paced, ...PACED }),
    closed: await beside(bare, chat, { load: closedLoop, ...CLOSED }),
  };
  await Promise.all([bare, chat].map(stop));
  const ratios = {
    p99: round(load.paced.chat.p99 / load.paced.bare.p99, 2),
    perCpuSecond: round(load.closed.chat.perCpuSecond / load.closed.bare.perCpuSecond, 2),
  };
  return { machine: machine(), ...load, ratios, aim: AIM, met: isMet(ratios) };
}

/** The two in turn, so that whatever else the machine does meets both. */
async function beside(bare: Side, chat: Side, plan: { load: Load; clients: number; seconds: number }) {
  const rounds: { bare: Round; chat: Round }[] = [];
  for (const side of [bare, chat]) await plan.load(side.talkers.slice(0, plan.clients), WARM_UP_SECONDS);
  while (rounds.length < ROUNDS) {
    rounds.push({ bare: await measure(bare, plan), chat: await measure(chat, plan) });
  }
  return { bare: medians(rounds.map((each) => each.bare)), chat: medians(rounds.map((each) => each.chat)) };
}

async function measure(
  { child, talkers }: Side,
  { load, clients, seconds }: Parameters<typeof beside>[2],
): Promise<Round> {
  const cpuBefore = await child.cpuSeconds();
  const begin = performance.now();
  const latencies = await load(talkers.slice(0, clients), seconds);
  const elapsed = (performance.now() - begin) / 1000;
  const cpu = (await child.cpuSeconds()) - cpuBefore;
  return {
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    perSecond: latencies.length / elapsed,
    perCpuSecond: latencies.length / cpu,
    cores: cpu / elapsed,
  };
}

function medians(rounds: Round[]): Round {
  return {
    p50: round(median(rounds.map(({ p50 }) => p50)), 2),
    p99: round(median(rounds.map(({ p99 }) => p99)), 2),
    perSecond: round(median(rounds.map(({ perSecond }) => perSecond)), 0),
    perCpuSecond: round(median(rounds.map(({ perCpuSecond }) => perCpuSecond)), 0),
    cores: round(median(rounds.map(({ cores }) => cores)), 2),
  };
}

async function startBare(): Promise<Side> {
  const child = await startChild<{ port: number }>(new URL('./reference/echo-server.ts', import.meta.url));
  return { child, talkers: await openBareTalkers(child.ready.port, PACED.clients) };
}

async function startChat(): Promise<Side> {
  const file = new URL('./chat/server.ts', import.meta.url);
  const profiling = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
  const child = await startChild<ChatServerReady>(file, [dataDir, String(OPERATORS)], profiling);
  return { child, talkers: await openCitizens(child.ready, PACED.clients) };
}

async function stop({ child, talkers }: Side): Promise<void> {
  for (const { client } of talkers) client.close();
  await child.stop();
}

function machine() {
  return { cores: cpus().length, model: cpus()[0]?.model ?? 'unknown', node: process.versions.node };
}

function isMet(ratios: typeof AIM): boolean {
  return ratios.p99 <= AIM.p99 && ratios.perCpuSecond >= AIM.perCpuSecond;
}

function describe({ paced: slow, closed, ratios, met }: Awaited<ReturnType<typeof run>>): string {
  const line = (name: string, { p50, p99, cores }: Round): string =>
    `  ${name.padEnd(18)} p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms   ${cores.toFixed(2)} cores`;
  const loop = (name: string, { perSecond, perCpuSecond, p99 }: Round): string =>
    `  ${name.padEnd(18)} ${perCpuSecond} requests per processor second   ${perSecond}/s   p99 ${p99.toFixed(2)} ms`;
  return [
    `${PACED.clients} clients, one message a second each`,
    line('bare Socket.IO', slow.bare),
    line('Sportello', slow.chat),
    `${CLOSED.clients} clients, each sends as soon as it is answered`,
    loop('bare Socket.IO', closed.bare),
    loop('Sportello', closed.chat),
    `p99 ${ratios.p99} × bare (aim ≤ ${AIM.p99}), ${ratios.perCpuSecond} × its requests per processor second (aim ≥ 0.33): ${met ? 'met' : 'not met'}`,
  ].join('\n');
}
