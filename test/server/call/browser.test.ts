import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Media } from '../../../server/call/media.ts';
import { createMediasoupMedia } from '../../../server/call/mediasoup-media.ts';
import { startBridge } from './browser/bridge.ts';
import { clickedAt, firstFrameAfter, launchBrowser, openPage, watchFrames } from './browser/browsers.ts';
import { bundlePage } from './browser/bundle.ts';
import { CONVERSATION, freePorts, recordingLog, runningWorkers } from './kit.ts';

let media: Media;
let bridge: Awaited<ReturnType<typeof startBridge>>;
let browser: Browser;
let citizen: Page;
let operator: Page;

beforeAll(async () => {
  const [files, firstPort] = await Promise.all([bundlePage(new URL('browser/page.ts', import.meta.url)), freePorts(1)]);
  media = await createMediasoupMedia({ count: 1, firstPort, listenIp: '127.0.0.1', log: recordingLog().log });
  bridge = await startBridge(media, files);
  browser = await launchBrowser();
  citizen = await openPage(browser, bridge.origin, 'citizen', CONVERSATION);
  operator = await openPage(browser, bridge.origin, 'operator', CONVERSATION);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await bridge?.close();
  await media?.close();
});

/** Within 15 s: a machine that is busy otherwise takes its time, and makes the picture smaller meanwhile. */
async function expectMovingPictures(): Promise<void> {
  for (const page of [citizen, operator]) {
    await vi.waitFor(async () => {
      const { shown, decoded, width } = await watchFrames(page, 1_000);
      // A still picture, or garbage, would be a frame or two.
      expect(shown).toBeGreaterThan(10);
      expect(decoded).toBeGreaterThan(10);
      expect(width).toBeGreaterThanOrEqual(320);
    }, 15_000);
  }
}

test('CA-42 two browsers see each other move, and again after the media worker was killed', async () => {
  await operator.click('button');
  const clicked = await clickedAt(operator);
  const first = await Promise.all([citizen, operator].map((page) => firstFrameAfter(page, clicked)));
  await expectMovingPictures();
  const before = bridge.desk.stateOf(CONVERSATION);
  expect(before?.streams.map(({ from, source }) => `${from} ${source}`).toSorted()).toEqual([
    'citizen camera',
    'operator camera',
  ]);

  const killed = Date.now();
  for (const pid of runningWorkers()) process.kill(pid, 'SIGKILL');
  await Promise.all([citizen, operator].map((page) => page.waitForSelector('body[data-epoch="2"][data-phase=live]')));
  const joined = Date.now();
  const again = await Promise.all([citizen, operator].map((page) => firstFrameAfter(page, killed + 100)));
  await expectMovingPictures();
  expect(bridge.desk.stateOf(CONVERSATION)).toMatchObject({ id: before?.id, epoch: 2, ready: true });

  const ms = (times: number[], since: number) => times.map((at) => Math.round(at - since)).join(' and ');
  console.log(
    `first frame ${ms(first, clicked)} ms after the click; worker killed: live again after ${joined - killed} ms, ` +
      `frames after ${ms(again, killed)} ms`,
  );
}, 60_000);
