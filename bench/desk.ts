/**
 * `npm run bench:desk -- [--json] [--seconds 120]`: 500 citizens and 40 operators at one desk, over real sockets. They
 * come, wait, are offered and taken, write, are passed on, kept on hold and handed over, and are closed. Every message is
 * sent over bare Socket.IO as well, at the same moment. Ends with 1 when anybody or anything was lost.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startChild } from './chat/child.ts';
import { round } from './chat/figures.ts';
import type { ChatServerReady } from './chat/server.ts';
import { beCitizen } from './desk/citizen.ts';
import { openHall, type Hall, type Pace } from './desk/hall.ts';
import { beOperator } from './desk/operator.ts';
import type { Latency } from './desk/stopwatch.ts';

const CITIZENS = 500;
const OPERATORS = 40;
/** Of the time: in which they come, and how long each one talks. */
const [COMING, TALKING] = [0.7, 0.15];
const LINES = 6;
/** Whoever is not served so long after the end never will be. */
const GRACE_MS = 60_000;

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, seconds: { type: 'string', default: '120' } },
});
const seconds = Number(values.seconds);
const dataDir = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
try {
  const report = await run();
  console.log(values.json ? JSON.stringify(report) : describe(report));
  if (report.lost > 0 || report.messages.lost > 0) process.exitCode = 1;
} finally {
  rmSync(dataDir, { recursive: true });
}

async function run() {
  const machine = { cores: cpus().length, busy: round(loadavg()[0] ?? 0, 2), node: process.versions.node };
  const bare = await startChild<{ port: number }>(new URL('./reference/bare-server.ts', import.meta.url));
  const server = new URL('./chat/server.ts', import.meta.url);
  const desk = await startChild<ChatServerReady>(server, [dataDir, String(OPERATORS), 'desk']);
  const { port, operators } = desk.ready;
  const pace: Pace = { pauseMs: (seconds * 1000 * TALKING) / LINES, lines: LINES };
  const hall = await openHall(port, bare.ready.port, pace, OPERATORS);
  const leaving = await Promise.all(
    operators.map((me, index) => beOperator(hall, me, `demo-${operators[(index + 1) % OPERATORS]?.username}`)),
  );
  const begin = performance.now();
  const served = await liveThrough(hall);
  const elapsed = (performance.now() - begin) / 1000;
  const cpu = await desk.cpuSeconds();
  // What was sent last is still on its way to the other side.
  await pause(500);
  const latencies = latenciesOf(hall);
  const messages = { sent: latencies.message.count + hall.watches.message.open(), lost: hall.watches.message.open() };
  for (const leave of leaving) leave();
  hall.close();
  await Promise.all([bare.stop(), desk.stop()]);
  const { bare: bareMessage, ...ours } = latencies;
  return {
    machine,
    citizens: CITIZENS,
    operators: OPERATORS,
    served,
    lost: CITIZENS - served,
    seconds: round(elapsed, 1),
    messages,
    happened: Object.fromEntries(hall.counts),
    latencies: ours,
    bare: bareMessage,
    ratio: {
      p50: round(ours.message.p50 / bareMessage.p50, 2),
      p95: round(ours.message.p95 / bareMessage.p95, 2),
      p99: round(ours.message.p99 / bareMessage.p99, 2),
    },
    cores: round(cpu / elapsed, 2),
  };
}

/** @returns how many were served */
async function liveThrough(hall: Hall): Promise<number> {
  const end = AbortSignal.timeout(seconds * 1000 + GRACE_MS);
  const between = (seconds * 1000 * COMING) / CITIZENS;
  const coming: Promise<boolean>[] = [];
  const begin = performance.now();
  for (let citizen = 0; citizen < CITIZENS; citizen += 1) {
    await pause(Math.max(0, begin + citizen * between - performance.now()));
    coming.push(
      beCitizen(hall, end).catch((error: unknown) => {
        hall.count(String(error));
        return false;
      }),
    );
  }
  return (await Promise.all(coming)).filter(Boolean).length;
}

function latenciesOf({ watches }: Hall) {
  const { offer, accept, message, acknowledged, transfer, bare } = watches;
  return {
    offer: offer.figures(),
    accept: accept.figures(),
    message: message.figures(),
    acknowledged: acknowledged.figures(),
    transfer: transfer.figures(),
    bare: bare.figures(),
  };
}

function describe(report: Awaited<ReturnType<typeof run>>): string {
  const { latencies, bare, ratio, messages, machine } = report;
  const line = (name: string, { count, p50, p95, p99 }: Latency): string =>
    `  ${name.padEnd(34)} p50 ${p50.toFixed(2)} ms   p95 ${p95.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms   (${count})`;
  return [
    `${report.citizens} citizens, ${report.operators} operators, ${report.seconds} s: ${report.served} served, ${report.lost} lost`,
    `${messages.sent} messages, ${messages.lost} lost; ${JSON.stringify(report.happened)}`,
    line('in the line until offered', latencies.offer),
    line('press until it is on the desk', latencies.accept),
    line('message until the other has it', latencies.message),
    line('the same over bare Socket.IO', bare),
    line('message until it is acknowledged', latencies.acknowledged),
    line('passed on until the next is asked', latencies.transfer),
    `messages take ${ratio.p50} × (p95 ${ratio.p95} ×, p99 ${ratio.p99} ×) as long as over bare Socket.IO`,
    `the server used ${report.cores} of ${machine.cores} cores, load before ${machine.busy}`,
  ].join('\n');
}
