import { chromium, type Browser, type BrowserContext, type Page, type Response } from 'playwright-core';

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
  /** Every text that came over the wire, so far: frames of sockets and answers over HTTP, scripts left out. */
  heard(): Promise<string[]>;
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
  const frames: string[] = [];
  const answers: Promise<string>[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => {
    requests.push(socket.url());
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
  });
  page.on('response', (response) => {
    // What went with the page that asked for it cannot be read any more.
    if (isTold(response)) answers.push(response.text().catch(() => ''));
  });
  return {
    context,
    page,
    requests,
    heard: async () => [...frames, ...(await Promise.all(answers))],
    complaints: async () => {
      const violations = await page.evaluate(() => window.policyViolations);
      return [...errors, ...violations.map((what) => `policy: ${what}`)];
    },
    close: () => context.close(),
  };
}

/** What a server says at the time, and not what a page is made of. */
function isTold(response: Response): boolean {
  return /^\/(api|socket\.io)\//.test(new URL(response.url()).pathname);
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
