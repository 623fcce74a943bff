import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { invite, launchBrowser } from './browser.ts';
import { startMailServer, type Received } from '../server/mail/mail-server.ts';
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
  /** Writes other settings of the desk into the file that the server follows. */
  configure(settings: string): Promise<void>;
  /** All mails that the body's mail server was handed. */
  mails: readonly Received[];
  /** Pictures of every page as it is now; resolves to the folder they are in. */
  photograph(): Promise<string>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Environment of the server, on top of the usual. */
  settings?: Record<string, string>;
  /** The host page's Permissions-Policy. */
  permissions?: string;
  /** The desk's own settings, as in sportello.config.yaml; what is left out is as in a demo. */
  desk?: () => string;
}

const FROM = 'Sportello <sportello@comune.example>';

export async function createWorld({ settings, permissions, desk = () => '' }: WorldOptions = {}): Promise<World> {
  const closers = new AsyncDisposableStack();
  try {
    const folder = await mkdtemp(join(tmpdir(), 'sportello-desk-'));
    closers.defer(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'sportello.config.yaml');
    await writeFile(file, desk());
    const mail = await startMailServer();
    closers.defer(() => mail.close());
    const post = { SPORTELLO_SMTP_URL: mail.url, SPORTELLO_MAIL_FROM: FROM };
    const server = await startServer({ SPORTELLO_CONFIG: file, ...post, ...settings });
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
      configure: (text) => writeFile(file, text),
      mails: mail.received,
      async photograph() {
        const pictures = await mkdtemp(join(tmpdir(), 'sportello-pictures-'));
        const pages = browser.contexts().flatMap((context) => context.pages());
        await Promise.all(pages.map((one, at) => one.screenshot({ path: join(pictures, `${at + 1}.png`) })));
        return pictures;
      },
      close: () => closers.disposeAsync(),
    };
  } catch (error) {
    await closers.disposeAsync();
    throw error;
  }
}
