import type { Locator, Page } from 'playwright-core';
import { until } from './steps.ts';

/** Frames of the other's pictures that this page has decoded, over all its living connections. */
export function decodedFrames(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const living = window.peerConnections.filter(({ connectionState }) => connectionState === 'connected');
    const reports = await Promise.all(living.map((connection) => connection.getStats()));
    const stats = reports.flatMap((report) => [...report.values()] as { type: string; kind?: string }[]);
    const pictures = stats.filter((one) => one.type === 'inbound-rtp' && one.kind === 'video');
    return pictures.reduce((sum, one) => sum + ((one as { framesDecoded?: number }).framesDecoded ?? 0), 0);
  });
}

/** Resolves once this many more frames have been presented in the video element. */
export function framesShown(video: Locator, frames: number, timeout = 10_000): Promise<void> {
  return video.evaluate(
    (element, { frames: wanted, timeout: ms }) =>
      new Promise<void>((resolve, reject) => {
        const picture = element as HTMLVideoElement;
        const timer = setTimeout(() => reject(new Error(`${seen} of ${wanted} frames shown in ${ms} ms`)), ms);
        let seen = 0;
        const next = (): void => {
          seen += 1;
          if (seen < wanted) return void picture.requestVideoFrameCallback(next);
          clearTimeout(timer);
          resolve();
        };
        picture.requestVideoFrameCallback(next);
      }),
    { frames, timeout },
  );
}

/** Both what was decoded and what was shown has to move: a frozen picture decodes nothing, a hidden one shows nothing. */
export async function expectMovingPicture(page: Page, timeout = 15_000): Promise<void> {
  const before = await decodedFrames(page);
  await framesShown(page.locator('sportello-call-stage sportello-call-tile.theirs video'), 20, timeout);
  await until('frames decoded', async () => (await decodedFrames(page)) >= before + 20, timeout);
}
