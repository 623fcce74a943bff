import type { MailState } from '../../protocol/callback.ts';
import type { MailRecord } from '../store/desk-records.ts';

/** What came of handing a mail to the mail server. `why`: its words, or what kept us from hearing any. */
export type Delivery = { name: 'sent' } | { name: 'later'; why: string } | { name: 'refused'; why: string };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** After the first failure, the second … and from then on the last. */
const PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 4 * HOUR_MS];
/** Who has heard nothing for so long does not wait for it any more, and an operator has to know. */
const GIVEN_UP_AFTER_MS = 3 * 24 * HOUR_MS;
/** The longest pause grows by up to a fifth, so that what failed together does not come back together. */
const JITTER = 0.2;

export type MailChange = Pick<MailRecord, 'state' | 'tries' | 'nextAt' | 'why'> & Partial<MailRecord>;

/**
 * @param chance 0 to 1
 * @returns what changes. Of what has left the words are not kept: they may hold a one-time link
 */
export function afterTry(mail: MailRecord, delivery: Delivery, at: number, chance: number): MailChange {
  const tries = mail.tries + 1;
  switch (delivery.name) {
    case 'sent':
      return { state: 'sent', tries, nextAt: at, why: null, text: '', html: '' };
    case 'refused':
      return { state: 'failed', tries, nextAt: at, why: delivery.why };
    case 'later': {
      const { why } = delivery;
      if (at - mail.createdAt >= GIVEN_UP_AFTER_MS) return { state: 'failed', tries, nextAt: at, why };
      return { state: 'waiting', tries, nextAt: at + pauseAfter(tries, chance), why };
    }
    default:
      return unreachable(delivery);
  }
}

function pauseAfter(tries: number, chance: number): number {
  const pause = PAUSES_MS[Math.min(tries, PAUSES_MS.length) - 1] ?? 0;
  return Math.round(pause * (1 + JITTER * chance));
}

export function stateOf(mail: MailRecord, { configured }: { configured: boolean }): MailState {
  switch (mail.state) {
    case 'sent':
      return { name: 'sent' };
    case 'failed':
      return { name: 'failed', why: mail.why ?? '' };
    case 'waiting':
      if (!configured) return { name: 'no-server' };
      return mail.tries === 0 ? { name: 'queued' } : { name: 'retrying', nextAt: mail.nextAt, why: mail.why ?? '' };
    default:
      return unreachable(mail.state);
  }
}

function unreachable(value: never): never {
  throw new Error(`no such case: ${JSON.stringify(value)}`);
}
