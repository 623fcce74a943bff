/** Sizes both sides agree on: the screen counts down to them, the server refuses beyond them. */
export const LIMITS = {
  /** Characters in one message. */
  messageText: 4000,
  /** Characters in the citizen's optional name. */
  name: 60,
  /** Characters in the comment beside the stars. */
  comment: 1000,
  /** Characters in the operator's closing note. */
  note: 2000,
  /** Characters in one search carried along to the operator. */
  searchText: 300,
  /** Searches, and articles, carried along. */
  contextEntries: 20,
  /** Files with one message, and bytes of one file. */
  attachments: 5,
  attachmentBytes: 10 * 1024 * 1024,
  /** Bytes of one event on the socket; media parameters are the largest. */
  eventBytes: 64 * 1024,
} as const;
