// `npm test`: sets up what the tests need, then runs every check and every suite. Its last line is the sum.
// For developers: `npm test -- --only vitest` (or several, with commas).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allChecks } from './checks/checks.mjs';
import { runChecks } from './checks/run-checks.mjs';
import { testEnvironment } from './checks/test-environment.mjs';
import { provideChromium } from './setup/chromium.mjs';
import { ROOT } from './setup/places.mjs';
import { endWithChildren } from './setup/processes.mjs';
import { createReport } from './setup/report.mjs';
import { setUp } from './setup/set-up.mjs';
import { SetupError, runMain } from './setup/setup-error.mjs';

/**
 * @param {readonly import('./checks/checks.mjs').Check[]} checks
 * @param {string | undefined} only names, with commas
 */
function chosen(checks, only) {
  const names = only?.split(',') ?? checks.map(({ name }) => name);
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    const known = checks.map(({ name }) => name).join(', ');
    throw new SetupError(`there is no check named ${unknown.join(', ')}. There are: ${known}.`);
  }
  return checks.filter(({ name }) => names.includes(name));
}

await runMain(async () => {
  endWithChildren();
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const folder = mkdtempSync(join(tmpdir(), 'sportello-test-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const countFile = (/** @type {string} */ name) => join(folder, `${name}.json`);
  const checks = chosen(allChecks(ROOT, countFile), values.only);

  const report = createReport(process.stdout);
  await setUp({ root: ROOT, report, worker: true });
  const env = testEnvironment(ROOT, await provideChromium(report));
  const { passed, failed } = await runChecks(checks, { root: ROOT, env, countFile, say: report.say });
  report.say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
});
