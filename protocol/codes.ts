/** The wire's version. A client that speaks another one is refused with `version-mismatch` and should reload. */
export const PROTOCOL_VERSION = 1;

/**
 * Every reason for which a request can be refused. The list is closed: screens choose their words and the next
 * step from the code, so a new code needs new words in every locale.
 */
export const CODES = [
  'invalid', // the payload does not match its schema
  'too-large', // the payload passes the size limit
  'too-many', // rate limit reached: wait `retryAfterMs`
  'unknown-event', // no such event for this kind of client
  'version-mismatch', // the page is older or newer than the server: reload it
  'not-signed-in', // the operator's session is missing or has ended
  'wrong-credentials', // user name or password not recognised
  'bad-token', // no conversation has this token
  'token-expired', // the conversation's token is past its date
  'no-conversation', // this connection has neither started nor resumed a conversation
  'forbidden', // the conversation, or the action, belongs to somebody else
  'not-found', // what the request names does not exist
  'wrong-phase', // not possible now, for example sending to a closed conversation
  'already-taken', // another operator accepted first
  'at-capacity', // the operator already has as many conversations or calls as allowed
  'nobody-there', // the office or the colleague has nobody at the desk who could take it
  'oneself', // a transfer or a consultation needs somebody else
  'bad-contact', // the e-mail address or the telephone number cannot be right
  'bad-file', // neither an image nor a PDF, or damaged
  'infected', // the virus scanner found something in the file
  'read-only', // the configuration file cannot be written
  'weak-password', // too short, or one of those everybody tries first
  'channel-closed', // outside opening hours, or switched off
  'no-media', // video is not available on this server now
  'bad-media', // the media server refused the parameters
  'unavailable', // the server is starting or stopping: try again
  'internal', // our fault; logged
] as const;

export type Code = (typeof CODES)[number];

/** The answer to every request: a value, or one code. */
export type Acknowledgement<Value extends object = object> = ({ ok: true } & Value) | Refusal;

export interface Refusal {
  ok: false;
  code: Code;
  /** Only with `too-many`: milliseconds to wait before trying again. */
  retryAfterMs?: number;
}
