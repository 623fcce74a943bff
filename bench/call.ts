import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { createMediasoupMedia } from '../server/call/mediasoup-media.ts';
import type { Media } from '../server/call/media.ts';
import { startBridge } from '../test/server/call/browser/bridge.ts';
import { clickedAt, firstFrameAfter, launchBrowser, openPage } from '../test/server/call/browser/browsers.ts';
import { bundlePage } from '../test/server/call/browser/bundle.ts';
import { freePorts, recordingLog, runningWorkers } from '../test/server/call/kit.ts';
import { startDirectVideo } from './reference/direct-video.ts';

/**
 * `npm run bench:call -- [--runs 5] [--json]`: milliseconds from the click until both sides see the other, through our
 * call desk and the client's own call, and directly from browser to browser; and from the death of the media worker
 * until both see each other again, beside hanging up and calling again directly. Each run is a fresh browser, the two
 * in turn. Loopback, 640×480, the fake camera at 30 frames a second, VP8.
 */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
});

/** A page in the background must not be slowed down, and loopback must do for a direct connection. */
const FLAGS = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

interface Run {
  firstFrameMs: number;
  againMs: number;
}

async function bothSee(pages: Page[], since: number): Promise<number> {
  const frames = await Promise.all(pages.map((page) => firstFrameAfter(page, since)));
  return Math.round(Math.max(...frames) - since);
}

/** Opens both sides, lets the operator call, then lets `interrupt` break the call and says when it did. */
async function measure(
  browser: Browser,
  origin: string,
  conversation: string,
  interrupt: (caller: Page) => Promise<number>,
): Promise<Run> {
  const citizen = await openPage(browser, origin, 'citizen', conversation);
  const operator = await openPage(browser, origin, 'operator', conversation);
  await settle(citizen);
  await operator.click('button');
  const firstFrameMs = await bothSee([citizen, operator], await clickedAt(operator));
  await settle(citizen);
  const interrupted = await interrupt(operator);
  const againMs = await bothSee([citizen, operator], interrupted);
  await Promise.all([citizen.close(), operator.close()]);
  return { firstFrameMs, againMs };
}

const settle = (page: Page): Promise<void> => page.waitForTimeout(1_500);

/** Frames that were on their way still come out of the jitter buffer. */
const DRAIN_MS = 60;

async function killWorker(): Promise<number> {
  const killed = Date.now();
  for (const pid of runningWorkers()) process.kill(pid, 'SIGKILL');
  return killed + DRAIN_MS;
}

async function redial(caller: Page): Promise<number> {
  await caller.click('button');
  return (await clickedAt(caller)) + DRAIN_MS;
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

function summarize(runs: Run[]) {
  const first = runs.map(({ firstFrameMs }) => firstFrameMs);
  const again = runs.map(({ againMs }) => againMs + DRAIN_MS);
  return { firstFrameMs: median(first), againMs: median(again), all: { firstFrameMs: first, againMs: again } };
}

async function startMedia(): Promise<Media> {
  const media = await createMediasoupMedia({
    count: 1,
    firstPort: await freePorts(1),
    listenIp: '127.0.0.1',
    log: recordingLog().log,
  });
  if (!media.available()) throw new Error('the media worker does not start: run npm start once');
  return media;
}

async function main(): Promise<void> {
  await using closing = new AsyncDisposableStack();
  const media = closing.adopt(await startMedia(), (each) => each.close());
  const page = await bundlePage(new URL('../test/server/call/browser/page.ts', import.meta.url));
  const bridge = closing.adopt(await startBridge(media, page), (each) => each.close());
  const reference = closing.adopt(await startDirectVideo(), (each) => each.close());
  const ours: Run[] = [];
  const direct: Run[] = [];
  for (let run = 1; run <= Number(values.runs); run += 1) {
    direct.push(await inBrowser((browser) => measure(browser, reference.origin, 'direct', redial)));
    ours.push(await inBrowser((browser) => measure(browser, bridge.origin, `conversation-${run}`, killWorker)));
  }
  report(summarize(ours), summarize(direct));
}

async function inBrowser(work: (browser: Browser) => Promise<Run>): Promise<Run> {
  const browser = await launchBrowser(FLAGS);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

function report(sportello: ReturnType<typeof summarize>, direct: ReturnType<typeof summarize>): void {
  const ratio = (a: number, b: number): number => Math.round((a / b) * 100) / 100;
  const firstFrameRatio = ratio(sportello.firstFrameMs, direct.firstFrameMs);
  const repairRatio = ratio(sportello.againMs, direct.againMs);
  if (values.json) {
    const { againMs: repairMs } = sportello;
    console.log(
      JSON.stringify({
        runs: Number(values.runs),
        firstFrameMs: sportello.firstFrameMs,
        directFirstFrameMs: direct.firstFrameMs,
        firstFrameRatio,
        repairMs,
        directRedialMs: direct.againMs,
        repairRatio,
        all: { sportello: sportello.all, direct: direct.all },
      }),
    );
    return;
  }
  console.log(`median of ${values.runs} runs           Sportello    direct    ratio`);
  console.log(`click to first frame, ms   ${row(sportello.firstFrameMs, direct.firstFrameMs, firstFrameRatio)}`);
  console.log(`repair / redial, ms        ${row(sportello.againMs, direct.againMs, repairRatio)}`);
}

function row(...cells: number[]): string {
  return cells.map((cell) => String(cell).padStart(9)).join(' ');
}

await main();
