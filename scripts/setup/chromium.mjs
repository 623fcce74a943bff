import { installLine, installPackages, mayInstall } from './debian.mjs';
import { run } from './processes.mjs';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The browser the tests drive.
 *
 * @param {NodeJS.ProcessEnv} [env] CHROMIUM names another one
 * @returns {Promise<string | undefined>}
 */
export async function findChromium(env = process.env) {
  for (const file of env['CHROMIUM'] ? [env['CHROMIUM']] : USUAL_PLACES) {
    if ((await run(file, ['--version'], { timeout: 20_000 })).code === 0) return file;
  }
  return undefined;
}

/**
 * @param {import('./report.mjs').Report} report
 * @returns {Promise<string | undefined>} undefined, and a line that says what to do, when there is none to be had
 */
export async function provideChromium(report) {
  const found = await findChromium();
  if (found) return found;
  if (mayInstall() && !process.env['CHROMIUM'] && (await installPackages(['chromium'], report))) return findChromium();
  report.say(`No Chromium: the browser tests will fail. ${installLine(['chromium'])} — or name one in CHROMIUM.`);
  return undefined;
}
