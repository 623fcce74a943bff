import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';

/** Where files lie: under random names that say nothing, for the server's user only. */
export interface FileFolder {
  /** A new file that is not there yet for anybody else: `keep` it, or throw it away. */
  begin(): Promise<Draft>;
  open(name: string): Promise<FileHandle>;
  remove(name: string): Promise<void>;
  /** All names, drafts included, that were not written to since `before` (epoch ms). */
  untouched(before: number): Promise<string[]>;
}

export interface Draft {
  path: string;
  handle: FileHandle;
  /** On disk under a name of its own, whatever happens next. The handle is closed. */
  keep(): Promise<string>;
  /** Idempotent. */
  discard(): Promise<void>;
}

const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

export async function openFileFolder(dir: string): Promise<FileFolder> {
  await mkdir(dir, { recursive: true, mode: PRIVATE_FOLDER });

  async function flushFolder(): Promise<void> {
    const folder = await open(dir, constants.O_RDONLY);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  const remove = (name: string): Promise<void> => rm(join(dir, name), { force: true });

  return {
    async begin() {
      const draft = `draft-${randomUUID()}`;
      const path = join(dir, draft);
      const handle = await open(path, 'wx+', PRIVATE_FILE);
      return {
        path,
        handle,
        async keep() {
          await handle.sync();
          await handle.close();
          const name = randomUUID();
          await rename(path, join(dir, name));
          await flushFolder();
          return name;
        },
        async discard() {
          await handle.close();
          await remove(draft);
        },
      };
    },
    open: (name) => open(join(dir, name), constants.O_RDONLY | constants.O_NOFOLLOW),
    remove,
    async untouched(before) {
      const names = await readdir(dir);
      const ages = await Promise.all(names.map(async (name) => ({ name, at: await touchedAt(join(dir, name)) })));
      return ages.filter(({ at }) => at < before).map(({ name }) => name);
    },
  };
}

/** Gone meanwhile is as good as new: there is nothing to do about it. */
async function touchedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return Infinity;
  }
}
