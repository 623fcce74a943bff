import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { invite, launchBrowser } from './browser.ts';
import { asCitizen, type Citizen } from './citizen.ts';
import { startHostPage } from './host-page.ts';
import { asOperator, type Operator } from './operator.ts';
import { startServer, type RunningServer } from './server.ts';

/** All that a journey needs, each of it real: the server process, the host's site on its own origin, the browsers. */
export interface World {
  server: RunningServer;
  /** The page that embeds the widget. */
  host: string;
  citizen(viewport?: { width: number; height: number }): Promise<Citizen>;
  operator(): Promise<Operator>;
  /** Pictures of every page as it is now; resolves to the folder they are in. */
  photograph(): Promise<string>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Environment of the server, on top of the usual. */
  settings?: Record<string, string>;
  /** The host page's Permissions-Policy. */
  permissions?: string;
}

export async function createWorld({ settings, permissions }: WorldOptions = {}): Promise<World> {
  const closers = new AsyncDisposableStack();
  try {
    const server = await startServer(settings);
    closers.defer(() => server.close());
    const page = await startHostPage(server.url, permissions);
    closers.defer(() => page.close());
    const browser: Browser = await launchBrowser();
    closers.defer(() => browser.close());
    return {
      server,
      host: page.url,
      citizen: async (viewport) => asCitizen(await invite(browser, viewport)),
      operator: async () => asOperator(await invite(browser), server.url),
      async photograph() {
        const folder = await mkdtemp(join(tmpdir(), 'sportello-pictures-'));
        const pages = browser.contexts().flatMap((context) => context.pages());
        await Promise.all(pages.map((one, at) => one.screenshot({ path: join(folder, `${at + 1}.png`) })));
        return folder;
      },
      close: () => closers.disposeAsync(),
    };
  } catch (error) {
    await closers.disposeAsync();
    throw error;
  }
}
