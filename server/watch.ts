import { watch as watchPath, type BigIntStats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Logger } from 'pino';

export interface Watch {
  /** Idempotent. */
  close(): void;
}

export interface WatchOptions {
  /** Something is different; called again when that went on meanwhile, never twice at once. */
  onChange: () => Promise<void>;
  /** What it was like when it was last read. */
  seen: string;
  log: Logger;
  /** Editors save in several steps: so long nothing must have happened. */
  quietMs?: number;
  /** How often one looks whatever the system tells: not every disk reports what others write to it. */
  pollMs?: number;
}

/** Watches a folder and everything below, by its path: also when another folder takes its place. */
export function watchFolder(dir: string, options: WatchOptions): Watch {
  return watchFor({ dir, recursive: true, look: () => fingerprint(dir) }, options);
}

/**
 * Watches one file by its path: also when another takes its place, or the one that a link leads to changes. What else
 * goes on in its folder, where a database may be written all the time, is nobody's business.
 */
export function watchFile(file: string, options: WatchOptions): Watch {
  return watchFor({ dir: dirname(file), recursive: false, only: basename(file), look: () => fileStamp(file) }, options);
}

interface Watched {
  dir: string;
  recursive: boolean;
  /** The one name whose news count. */
  only?: string;
  look: () => Promise<string>;
}

function watchFor(watched: Watched, options: WatchOptions): Watch {
  const { onChange, log, quietMs = 150, pollMs = 3_000 } = options;
  let { seen } = options;
  let looking = false;
  let again = false;
  let soon: NodeJS.Timeout | undefined;
  const closed = new AbortController();

  async function look(): Promise<void> {
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      const now = await watched.look();
      if (now !== seen && !closed.signal.aborted) {
        seen = now;
        await onChange();
      }
    } catch (error) {
      log.error({ err: error }, `${watched.dir} could not be looked at`);
    } finally {
      looking = false;
    }
    if (again) {
      again = false;
      await look();
    }
  }

  function lookSoon(): void {
    if (closed.signal.aborted) return;
    clearTimeout(soon);
    soon = setTimeout(() => void look(), quietMs).unref();
  }

  try {
    const { dir, recursive, only } = watched;
    const watcher = watchPath(dir, { recursive, signal: closed.signal }, (_event, name) => {
      // Some systems do not say whose news it is.
      if (only === undefined || name === null || name === only) lookSoon();
    });
    watcher.on('error', () => watcher.close());
  } catch {
    log.debug('this system does not tell of changes in folders: they are looked for');
  }
  const polling = setInterval(() => void look(), pollMs).unref();

  return {
    close() {
      closed.abort();
      clearTimeout(soon);
      clearInterval(polling);
    },
  };
}

/** Changes with any file's name, size, time or identity. */
export async function fingerprint(dir: string): Promise<string> {
  const names = await readdir(dir, { recursive: true });
  const lines = await Promise.all(
    names.sort().map(async (name) => `${name} ${await stampOf(lstat(join(dir, name), { bigint: true }))}`),
  );
  return lines.join('\n');
}

/** The same of one file, or of the one that a link leads to. */
export function fileStamp(file: string): Promise<string> {
  return stampOf(stat(file, { bigint: true }));
}

async function stampOf(found: Promise<BigIntStats>): Promise<string> {
  return found.then(
    (stats) => (stats.isDirectory() ? 'folder' : `${stats.size} ${stats.mtimeNs} ${stats.ino}`),
    () => 'gone',
  );
}
