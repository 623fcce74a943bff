import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/**
 * Writes what comes, as it comes.
 * @returns false as soon as it is more than `most` bytes
 * @throws what the stream throws, when the sender goes away
 */
export async function writeFrom(body: Readable, file: FileHandle, most: number): Promise<boolean> {
  let length = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most) return false;
    await write(file, chunk);
  }
  return true;
}

/** @returns how many bytes they are */
export async function writeAll(file: FileHandle, parts: readonly Uint8Array[]): Promise<number> {
  let length = 0;
  for (const part of parts) {
    await write(file, part);
    length += part.length;
  }
  return length;
}

/** A handle may take less than it is given. */
async function write(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length;) from += (await file.write(bytes, from)).bytesWritten;
}
