import { randomUUID } from 'node:crypto';
import { readFile, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import type { Attachment } from '../../protocol/attachment.ts';
import type { Acknowledgement, Refusal } from '../../protocol/codes.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { hashSecret } from '../identity/secrets.ts';
import type { AttachmentRecord } from '../store/desk-records.ts';
import type { Store } from '../store/store.ts';
import { attachmentOf } from './claim-files.ts';
import { cleanFile } from './clean-file.ts';
import { openFileFolder, type Draft } from './file-folder.ts';
import { fileName } from './file-name.ts';
import { BadFile } from './formats/bytes.ts';
import { writeAll, writeFrom } from './receive.ts';
import type { Scan } from './scanner.ts';

/** Files that come with messages: taken in, kept, given out, thrown away. Who may have one is decided elsewhere. */
export interface Attachments {
  /** @param name as the sender calls it @param key the sender's secret, with which a message claims it */
  receive(body: Readable, name: string, key: string): Promise<Acknowledgement<{ attachment: Attachment }>>;
  /** The caller closes the handle. @throws where the file is not there */
  open(record: AttachmentRecord): Promise<FileHandle>;
  /** Removes what nobody claimed in time, or what was claimed by something that is deleted. Also done by itself. */
  sweep(): Promise<void>;
  /** Lets go of senders who are still sending, and waits for files that have come. Idempotent. */
  close(): Promise<void>;
}

export interface AttachmentsOptions {
  dir: string;
  store: Store;
  scan: Scan;
  /** Bytes of all files together. */
  quotaBytes: number;
  now: () => number;
  log: Logger;
}

const HOUR_MS = 60 * 60_000;
const SWEEP_MS = 10 * 60_000;
/** Each holds a whole file in memory while it is looked through. */
const AT_ONCE = 4;

export async function openAttachments(options: AttachmentsOptions): Promise<Attachments> {
  const { dir, store, scan, quotaBytes, now, log } = options;
  const folder = await openFileFolder(dir);
  const underWay = new Set<Promise<unknown>>();
  const coming = new Set<Readable>();
  let closed = false;
  let looking = 0;
  const inLine: (() => void)[] = [];

  // What an ended process left behind has no owner any more.
  await removeStrays(Infinity);
  const sweeping = setInterval(sweepByItself, SWEEP_MS).unref();

  async function receive(body: Readable, name: string, key: string): ReturnType<Attachments['receive']> {
    if (closed) return { ok: false, code: 'unavailable' };
    coming.add(body);
    const incoming = await folder.begin();
    try {
      const came = await writeFrom(body, incoming.handle, LIMITS.attachmentBytes);
      coming.delete(body);
      if (!came) return { ok: false, code: 'too-large' };
      return await inTurn(() => takeIn(incoming, name, key));
    } catch (error) {
      if (error instanceof BadFile) return { ok: false, code: 'bad-file' };
      throw error;
    } finally {
      coming.delete(body);
      await incoming.discard();
    }
  }

  async function takeIn(incoming: Draft, name: string, key: string): ReturnType<Attachments['receive']> {
    const bytes = await readFile(incoming.path);
    const { type, parts } = await cleanFile(bytes);
    if ((await store.attachmentBytes()) + bytes.length > quotaBytes) {
      log.error('the space for files is used up: see SPORTELLO_ATTACHMENTS_MIB');
      return { ok: false, code: 'unavailable' };
    }
    const draft = await folder.begin();
    try {
      const length = await writeAll(draft.handle, parts);
      const refusal = refusalFor(await scan(draft.path));
      if (refusal) return refusal;
      const file = await draft.keep();
      const record: AttachmentRecord = {
        id: randomUUID(),
        keyHash: hashSecret(key),
        name: fileName(name, type),
        type,
        bytes: length,
        file,
        createdAt: now(),
        conversationId: null,
        callbackId: null,
      };
      await store.write((writer) => writer.addAttachment(record));
      return { ok: true, attachment: attachmentOf(record) };
    } finally {
      await draft.discard();
    }
  }

  async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    if (looking >= AT_ONCE) await new Promise<void>((resolve) => inLine.push(resolve));
    looking += 1;
    try {
      return await work();
    } finally {
      looking -= 1;
      inLine.shift()?.();
    }
  }

  /** The row goes first, if it is still unclaimed; a file without a row is a stray, found by the next look. */
  async function sweep(): Promise<void> {
    for (const { id, file } of await store.unclaimedAttachments(now() - HOUR_MS)) {
      const removed = await store.write((writer) => writer.removeAttachments([id]));
      if (removed > 0) await folder.remove(file);
    }
    // The age of a file is told by the system's clock.
    await removeStrays(Date.now() - HOUR_MS);
  }

  async function removeStrays(before: number): Promise<void> {
    const old = await folder.untouched(before);
    if (old.length === 0) return;
    const known = new Set(await store.attachmentFiles());
    for (const name of old) if (!known.has(name)) await folder.remove(name);
  }

  function sweepByItself(): void {
    sweep().catch((error: unknown) => log.error({ err: error }, 'old files could not be removed; it is tried again'));
  }

  return {
    receive(body, name, key) {
      const work = receive(body, name, key);
      underWay.add(work);
      void work.then(
        () => underWay.delete(work),
        () => underWay.delete(work),
      );
      return work;
    },
    open: ({ file }) => folder.open(file),
    sweep,
    async close() {
      closed = true;
      clearInterval(sweeping);
      for (const body of coming) body.destroy();
      await Promise.allSettled(underWay);
    },
  };
}

function refusalFor(verdict: Awaited<ReturnType<Scan>>): Refusal | null {
  return verdict === 'clean' ? null : { ok: false, code: verdict };
}
