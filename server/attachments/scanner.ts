import { execFile } from 'node:child_process';
import type { Logger } from 'pino';

/** `unavailable`: nobody can say, so the file is not taken. */
export type Verdict = 'clean' | 'infected' | 'unavailable';

export type Scan = (path: string) => Promise<Verdict>;

/** A scanner that has its patterns in memory takes a second, one that loads them first up to half a minute. */
const TIMEOUT_MS = 60_000;

/**
 * Runs the site's own virus scanner on a file.
 * @param command the program and its arguments, with spaces between; the path comes last. It ends with 0 for a clean
 *   file and with 1 for an infected one, as `clamdscan` does. null: there is none
 */
export function createScan(command: string | null, log: Logger, timeoutMs: number = TIMEOUT_MS): Scan {
  const [program, ...parameters] = command?.trim().split(/\s+/) ?? [];
  if (!program) return async () => 'clean';

  return (path) =>
    new Promise((resolve) => {
      // Without a shell: nothing in a name can become a command.
      execFile(program, [...parameters, path], { timeout: timeoutMs, killSignal: 'SIGKILL' }, (error) => {
        if (!error) return resolve('clean');
        if (error.code === 1 && !error.killed) return resolve('infected');
        log.error({ code: error.code ?? error.signal }, 'the virus scanner gave no answer: no file is taken');
        resolve('unavailable');
      });
    });
}
