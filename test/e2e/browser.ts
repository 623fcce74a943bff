import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

declare global {
  interface Window {
    /** Every one that the page has made, so that statistics can be read. */
    peerConnections: RTCPeerConnection[];
    policyViolations: string[];
  }
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      // A window that is behind another one is not to show fewer frames.
      '--disable-renderer-backgrounding',
      '--disable-backgrounding-occluded-windows',
    ],
  });
}

/** One person at one browser of their own, and all that their pages complained of or asked the network for. */
export interface Person {
  context: BrowserContext;
  page: Page;
  /** Console errors, uncaught exceptions and violations of the page's policy, so far. */
  complaints(): Promise<string[]>;
  /** Every address asked for, so far. */
  requests: string[];
  close(): Promise<void>;
}

export async function invite(browser: Browser, viewport = { width: 1280, height: 800 }): Promise<Person> {
  const context = await browser.newContext({ viewport, locale: 'it-IT' });
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  await context.addInitScript(instrument);
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`exception: ${error.message}`));
  page.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url()));
  return {
    context,
    page,
    requests,
    complaints: async () => {
      const violations = await page.evaluate(() => window.policyViolations);
      return [...errors, ...violations.map((what) => `policy: ${what}`)];
    },
    close: () => context.close(),
  };
}

/** Runs in the page before anything of its own. */
function instrument(): void {
  window.peerConnections = [];
  window.policyViolations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    window.policyViolations.push(`${violatedDirective} ${blockedURI}`);
  });
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      window.peerConnections.push(this);
    }
  };
}
