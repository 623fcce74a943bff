import type { Logger } from 'pino';
import type { Store } from '../store/store.ts';

export interface TextRetentionOptions {
  store: Store;
  /** Removes the files whose messages are gone. */
  sweepFiles: () => Promise<void>;
  /** For how many days after the end what people wrote is kept. */
  days: number;
  now: () => number;
  log: Logger;
}

/** Deletes what people wrote to each other when its time is over. The contacts, which say nothing of anybody, stay. */
export interface TextRetention {
  /** Files go with them. Also done by itself, at the start and every day. */
  forget(): Promise<void>;
  /** Idempotent. */
  close(): void;
}

const DAY_MS = 24 * 60 * 60_000;

export function createTextRetention({ store, sweepFiles, days, now, log }: TextRetentionOptions): TextRetention {
  async function forget(): Promise<void> {
    await store.write((writer) => writer.removeTextsBefore(now() - days * DAY_MS));
    await sweepFiles();
  }

  function forgetByItself(): void {
    forget().catch((error: unknown) => log.error({ err: error }, 'old conversations could not be deleted'));
  }

  const forgetting = setInterval(forgetByItself, DAY_MS).unref();
  forgetByItself();

  return { forget, close: () => clearInterval(forgetting) };
}
