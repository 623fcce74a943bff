import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 *
 * @typedef {object} Ended how a check's command ended
 * @property {number} code its exit code
 * @property {readonly string[]} lines what it printed
 * @property {string} countFile where it may have left its numbers
 *
 * @typedef {(ended: Ended) => Count | undefined} Counter undefined: it left no numbers
 */

/** @type {Counter} a check that is one thing: it passes or it fails */
export const countOnce = ({ code }) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @type {Counter} the numbers that the browser tests' reporter left (browser-test-count.mjs) */
export const countFromFile = ({ countFile }) => readJson(countFile);

/** @type {Counter} vitest's own JSON report; a file that broke before its first test is one failure */
export const countFromVitest = ({ countFile }) => {
  const report = readJson(countFile);
  if (!report) return undefined;
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
};

/** @type {Counter} a last line of the form "3 passed, 0 failed" */
export const countFromClosingLine = ({ lines }) => {
  const found = lines.map((line) => /^(\d+) passed, (\d+) failed$/.exec(line.trim())).findLast(Boolean);
  return found ? { passed: Number(found[1]), failed: Number(found[2]) } : undefined;
};

/**
 * What a check adds to the sum. No numbers, no tests at all, or a bad exit with no failure named: each is a failure.
 *
 * @param {Counter} counter
 * @param {Ended} ended
 * @returns {Count}
 */
export function judge(counter, ended) {
  const { passed, failed } = counter(ended) ?? { passed: 0, failed: 0 };
  const unexplained = failed === 0 && (ended.code !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed };
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
