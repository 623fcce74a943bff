import { watch } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';

export interface FolderWatch {
  /** Idempotent. */
  close(): void;
}

export interface WatchOptions {
  /** Something in the folder is different; called again when that went on meanwhile, never twice at once. */
  onChange: () => Promise<void>;
  /** What the folder was like when it was last read. */
  seen: string;
  log: Logger;
  /** Editors save in several steps: so long nothing must have happened. */
  quietMs?: number;
  /** How often the folder is looked at whatever the system tells: not every disk reports what others write to it. */
  pollMs?: number;
}

/** Watches a folder and everything below, by its path: also when another folder takes its place. */
export function watchFolder(
  dir: string,
  { onChange, seen: before, log, quietMs = 150, pollMs = 3_000 }: WatchOptions,
): FolderWatch {
  let seen = before;
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
      const now = await fingerprint(dir);
      if (now !== seen && !closed.signal.aborted) {
        seen = now;
        await onChange();
      }
    } catch (error) {
      log.error({ err: error }, 'the knowledge base could not be looked at');
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
    const watcher = watch(dir, { recursive: true, signal: closed.signal }, lookSoon);
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
  const lines = await Promise.all(names.sort().map(async (name) => `${name} ${await stampOf(join(dir, name))}`));
  return lines.join('\n');
}

async function stampOf(path: string): Promise<string> {
  return lstat(path, { bigint: true }).then(
    (found) => (found.isDirectory() ? 'folder' : `${found.size} ${found.mtimeNs} ${found.ino}`),
    () => 'gone',
  );
}
