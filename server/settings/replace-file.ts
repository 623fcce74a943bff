import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';

/**
 * Writes a file in one move: whoever reads it sees the old text or the new one, also after a power cut. A link stays,
 * and what it leads to is replaced, with the same permissions.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const place = await realpath(file).catch(() => file);
  const mode = await stat(place).then(
    (stats) => stats.mode & 0o777,
    () => 0o640,
  );
  const fresh = `${place}.${randomUUID().slice(0, 8)}.new`;
  try {
    const handle = await open(fresh, 'wx', mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, place);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
