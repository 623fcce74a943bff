import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { whenAskedToEnd } from './ending.mjs';

/** Lines of a command's output that are kept to explain a failure. */
const KEPT_LINES = 30;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a command to its end, in a process group of its own: a compiler started by make started by cmake ends with it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {(line: string) => void} [options.onLine] called with each line of either output
 * @param {number} [options.timeout] milliseconds after which it is ended
 * @returns {Promise<{ code: number, output: string }>} its exit code (127: it could not be started; 128 + n: ended by
 *   signal n) and its last lines
 */
export function run(command, args, { cwd, env, onLine, timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running.add(child);
    /** @type {string[]} */
    const kept = [];
    const keep = (/** @type {string} */ line) => {
      kept.push(line);
      if (kept.length > KEPT_LINES) kept.shift();
      onLine?.(line);
    };
    eachLine(child.stdout, keep);
    eachLine(child.stderr, keep);
    const timer = timeout && setTimeout(() => stop(child, 'SIGKILL'), timeout);
    const settle = (/** @type {number} */ code) => {
      running.delete(child);
      clearTimeout(timer);
      resolve({ code, output: kept.join('\n') });
    };
    child.once('error', (error) => {
      kept.push(error.message);
      settle(127);
    });
    child.once('close', (code, signal) => settle(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * @param {NodeJS.ReadableStream} stream
 * @param {(line: string) => void} onLine
 */
function eachLine(stream, onLine) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
  stream.on('end', () => rest && onLine(rest));
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function stop(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    child.kill(signal); // its group is gone, or the system has no groups
  }
}

/**
 * Ends what `run` has under way when this process is asked to end; a group of its own would outlive it.
 *
 * @returns {() => void} leaves the ending to others again
 */
export function endWithChildren() {
  return whenAskedToEnd((signal) => {
    for (const child of running) stop(child, 'SIGTERM');
    process.exit(128 + constants.signals[signal]);
  });
}
