import type { Attachment } from '../../protocol/attachment.ts';
import type { Answer } from './wire.ts';

/** A file that is up, with the secret that proves who sent it: what a message claims. */
export interface SentUp extends Attachment {
  key: string;
}

/** A file as it was chosen, pasted or dropped. `type` may be empty where the system does not know. */
export interface ChosenFile<Body> {
  name: string;
  type: string;
  bytes: number;
  body: Body;
}

/** One way up, under way. */
export interface Upload {
  answer: Promise<Answer<{ attachment: Attachment }>>;
  /** Idempotent; the answer is then `no-answer`. */
  cancel(): void;
}

/**
 * Files up and down as a port; `widget/io/files.ts` is the real one. The citizen shows the conversation's token, an
 * operator the session's cookie: that is the adapter's business. `Body` is the browser's `Blob`.
 */
export interface Files<Body> {
  /** `onProgress` is told the share that is up, 0 to 1. */
  upload(file: ChosenFile<Body>, key: string, onProgress: (share: number) => void): Upload;
  download(id: string): Promise<Answer<{ body: Body }>>;
}
