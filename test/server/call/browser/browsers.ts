/// <reference lib="dom" />
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { Side } from '../../../../protocol/message.ts';
import type {} from './probe.ts';

/** The fake camera at 30 pictures a second, without asking for permission. */
const CAMERA = ['--use-fake-device-for-media-stream=fps=30', '--use-fake-ui-for-media-stream'];

export function launchBrowser(args: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [...CAMERA, ...args],
  });
}

/** A page for one side of a call, with its camera on. */
export async function openPage(browser: Browser, origin: string, side: Side, conversation: string): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`${side}: ${error.message}`));
  await page.goto(`${origin}/?side=${side}&conversation=${conversation}`);
  await page.waitForSelector('body[data-camera=on]');
  return page;
}

export const clickedAt = (page: Page): Promise<number> => page.evaluate(() => window.probe.clickedAt);

/** When this page showed the first frame after `since`; waits for it. */
export async function firstFrameAfter(page: Page, since: number): Promise<number> {
  const frame = await page.waitForFunction((after) => window.probe.frames.find((at) => at > after), since, {
    polling: 20,
    timeout: 10_000,
  });
  return Number(await frame.jsonValue());
}

/** Over the next `ms`: frames shown, frames decoded; and the width of the latest. */
export async function watchFrames(page: Page, ms: number): Promise<{ shown: number; decoded: number; width: number }> {
  const read = () =>
    page.evaluate(async () => ({
      shown: window.probe.frames.length,
      decoded: await window.probe.decoded(),
      width: window.probe.width,
    }));
  const before = await read();
  await page.waitForTimeout(ms);
  const after = await read();
  return { shown: after.shown - before.shown, decoded: after.decoded - before.decoded, width: after.width };
}
