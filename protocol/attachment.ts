/**
 * A file that came with a message. It is sent up first (`POST /api/attachments?name=…`, the bytes as the body, a secret
 * of the sender's own making in `Upload-Key`), answered with `{ ok: true, attachment }`, and then claimed by a message
 * that names it with the same secret. One that nobody claims within the hour is deleted.
 *
 * It comes down by `GET /api/attachments/<id>`, always as a download: for the citizen with the conversation's token in
 * `Authorization: Bearer …`, for operators with their session.
 */
export interface Attachment {
  id: string;
  /** As the sender called it, without what file systems do not take. */
  name: string;
  type: AttachmentType;
  bytes: number;
}

/** What is taken, told by the content and not by the name. */
export const ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf'] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];
