import { run } from '../setup/processes.mjs';
import { judge } from './results.mjs';

/** No check takes this long, in milliseconds; one that hangs must not hold up the verdict. */
const AT_MOST = 15 * 60_000;

/**
 * Runs every check, whether or not those before it passed, and prints one line for each at the end.
 *
 * @param {readonly import('./checks.mjs').Check[]} checks
 * @param {object} options
 * @param {string} options.root
 * @param {NodeJS.ProcessEnv} options.env
 * @param {(name: string) => string} options.countFile
 * @param {(line: string) => void} options.say
 * @returns {Promise<import('./results.mjs').Count>} the sum
 */
export async function runChecks(checks, { root, env, countFile, say }) {
  const sum = { passed: 0, failed: 0 };
  const summary = [];
  for (const { name, commands, count } of checks) {
    say(`\n== ${name}`);
    const begun = Date.now();
    const ended = await runCommands(commands, { cwd: root, env: { ...env, TEST_COUNT_FILE: countFile(name) }, say });
    const result = judge(count, { ...ended, countFile: countFile(name) });
    sum.passed += result.passed;
    sum.failed += result.failed;
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    summary.push(
      `${result.failed > 0 ? 'FAILED' : 'ok    '}  ${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`,
    );
  }
  say(`\n${summary.join('\n')}\n`);
  return sum;
}

/**
 * @param {string[][]} commands
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, say: (line: string) => void }} options
 */
async function runCommands(commands, { cwd, env, say }) {
  /** @type {string[]} */
  const lines = [];
  const onLine = (/** @type {string} */ line) => {
    lines.push(line);
    say(line);
  };
  for (const [command, ...args] of commands) {
    const { code } = await run(/** @type {string} */ (command), args, { cwd, env, onLine, timeout: AT_MOST });
    if (code !== 0) {
      say(`${[command, ...args].join(' ')} ended with ${code}`);
      return { code, lines };
    }
  }
  return { code: 0, lines };
}
