import { createTransport } from 'nodemailer';
import type { MailConfig } from '../config.ts';
import type { MailRecord } from '../store/desk-records.ts';
import type { Sender } from './address.ts';
import type { Delivery } from './delivery.ts';
import type { Deliver } from './post.ts';

/** How long the mail server may take for each of these. Milliseconds. */
export interface SmtpTimes {
  connectionTimeout: number;
  greetingTimeout: number;
  /** Without a word. */
  socketTimeout: number;
}

const TIMES: SmtpTimes = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
const DNS_TIMEOUT_MS = 10_000;
/** What an operator is shown of another server's words. */
const WHY_LENGTH = 300;

/** @returns null while there is no mail server */
export function createSmtp({ server, from, replyTo }: MailConfig, times: SmtpTimes = TIMES): Deliver | null {
  if (server === null || from === null) return null;
  const transport = createTransport({
    url: server,
    // A password goes over no line that others can read; on the machine itself nobody else can.
    requireTLS: hasPassword(server) && !isLocal(server),
    dnsTimeout: DNS_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...times,
  });

  return async (mail, signal) => {
    try {
      await transport.sendMail({ ...messageOf(mail, from, replyTo), signal });
      return { name: 'sent' };
    } catch (error) {
      return deliveryOf(error);
    }
  };
}

/** The same mail always has the same Message-ID: who gets it twice after a crash can tell. */
function messageOf({ id, to, language, subject, text, html }: MailRecord, from: Sender, replyTo: Sender | null) {
  return {
    messageId: `<${id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    from,
    // As an object it is one address, whatever is in it.
    to: { name: '', address: to },
    envelope: { from: from.address, to: [to] },
    ...(replyTo && { replyTo }),
    subject,
    text,
    html,
    // No machine is to answer: neither somebody's holiday notice nor another desk like ours.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
  };
}

/** What nodemailer tells of a failure. */
interface SmtpError {
  code?: string;
  responseCode?: number;
  response?: string;
  message?: string;
}

/**
 * A lasting «no» (5xx) to this recipient or to this message is final. One to us (signing in, encryption) is a mistake in
 * the settings: the mail waits until somebody has put it right, and so it does when nobody answered.
 */
export function deliveryOf(error: unknown): Delivery {
  const { code, responseCode = 0, response, message = '' } = error as SmtpError;
  const why = (response ?? [code, message].filter(Boolean).join(': '))
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, WHY_LENGTH);
  const aboutUs = responseCode === 530 || responseCode === 534 || responseCode === 535 || responseCode === 538;
  const aboutIt = code === 'EENVELOPE' || code === 'EMESSAGE';
  return { name: aboutIt && responseCode >= 500 && !aboutUs ? 'refused' : 'later', why };
}

function hasPassword(server: string): boolean {
  return new URL(server).username !== '';
}

function isLocal(server: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(server).hostname);
}
