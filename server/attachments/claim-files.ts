import type { Attachment } from '../../protocol/attachment.ts';
import { hashSecret } from '../identity/secrets.ts';
import type { AttachmentRecord } from '../store/desk-records.ts';
import type { Claimant } from '../store/promise-store.ts';
import type { Writer } from '../store/store.ts';

/** A file that is not there, is another's, or was claimed before: the transaction it is thrown in leaves no trace. */
export class ClaimRefused extends Error {
  override name = 'ClaimRefused';
}

export interface Claim {
  id: string;
  /** What the sender sent the file up with. */
  key: string;
}

/**
 * Makes files that were sent up part of a message, in the message's own transaction.
 * @throws ClaimRefused for the first that cannot be had
 */
export async function claimFiles(writer: Writer, claims: readonly Claim[], by: Claimant): Promise<Attachment[]> {
  const attachments: Attachment[] = [];
  const once = new Map(claims.map((claim) => [claim.id, claim]));
  for (const { id, key } of once.values()) {
    const record = await writer.claimAttachment(id, hashSecret(key), by);
    if (!record) throw new ClaimRefused(`no file ${id} to claim`);
    attachments.push(attachmentOf(record));
  }
  return attachments;
}

export function attachmentOf({ id, name, type, bytes }: AttachmentRecord): Attachment {
  return { id, name, type, bytes };
}
