import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { MailState } from '../../protocol/callback.ts';
import type { Language } from '../../protocol/conversation.ts';
import type { MailRecord } from '../store/desk-records.ts';
import type { Store, Writer } from '../store/store.ts';
import { checkEmail } from './address.ts';
import { afterTry, stateOf, type Delivery, type MailChange } from './delivery.ts';

/** What goes out by e-mail. It waits in the database and is tried until it has left or was refused for good. */
export interface Post {
  /** Whether there is a mail server to hand them to. */
  readonly configured: boolean;
  /**
   * In the caller's transaction. Afterwards, when it is committed: `poke`.
   * @returns the mail's id
   */
  add(writer: Writer, letter: Letter): Promise<string>;
  /** Something may be waiting. */
  poke(): void;
  /** Where these mails stand; those that are deleted are missing. */
  states(ids: readonly string[]): Promise<Map<string, MailState>>;
  /** Waits a moment for the one under way. Idempotent. */
  close(): Promise<void>;
}

export interface Letter {
  /** One address, checked before. */
  to: string;
  language: Language;
  subject: string;
  text: string;
  /** A whole document. */
  html: string;
}

/** Hands one mail to the mail server. Never rejects. */
export type Deliver = (mail: MailRecord, signal: AbortSignal) => Promise<Delivery>;

export interface PostOptions {
  store: Store;
  /** null while no mail server is configured: everything is kept until there is one. */
  deliver: Deliver | null;
  /** Some mail stands differently from before. */
  onChange: () => void;
  now: () => number;
  log: Logger;
  /** How long one mail may take in all, and how long a stopping server waits for it. Milliseconds. */
  patience?: { mailMs?: number; closeMs?: number };
}

/** Looked at again at least this often: a clock may be set, a failed commit may have left something behind. */
const LOOK_MS = 60_000;
const MAIL_MS = 2 * 60_000;
const CLOSE_MS = 5_000;
const AT_ONCE = 20;

export function createPost({ store, deliver, onChange, now, log, patience = {} }: PostOptions): Post {
  const { mailMs = MAIL_MS, closeMs = CLOSE_MS } = patience;
  const stopped = new AbortController();
  /** What came of mails while the disk was full, say: they must not go out again because of it. */
  const unwritten = new Map<string, MailChange>();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let poked = false;
  let closing: Promise<void> | undefined;

  /**
   * One mail after the other. That a mail was taken is written down at once and before the next one: only a process that
   * is killed between the other server's yes and that commit sends one twice, under the same Message-ID.
   */
  async function work(): Promise<void> {
    if (!deliver) return;
    do {
      poked = false;
      for (let due = await store.mailsDue(now(), AT_ONCE); due.length > 0; due = await store.mailsDue(now(), AT_ONCE)) {
        for (const mail of due) {
          if (stopped.signal.aborted) return;
          await send(mail, deliver);
        }
      }
    } while (poked);
  }

  async function send(mail: MailRecord, hand: Deliver): Promise<void> {
    const change = unwritten.get(mail.id) ?? (await tryOnce(mail, hand));
    unwritten.set(mail.id, change);
    await store.write((writer) => writer.updateMail(mail.id, change));
    unwritten.delete(mail.id);
    onChange();
  }

  async function tryOnce(mail: MailRecord, hand: Deliver): Promise<MailChange> {
    const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(mailMs)]);
    const delivery = await hand(mail, signal);
    const change = afterTry(mail, delivery, now(), Math.random());
    if (delivery.name !== 'sent') log.warn({ mail: mail.id, state: change.state }, 'a mail could not leave');
    return change;
  }

  async function untilNext(): Promise<number> {
    const nextAt = await store.nextMailAt();
    return nextAt === undefined ? LOOK_MS : Math.min(LOOK_MS, Math.max(0, nextAt - now()));
  }

  async function run(): Promise<void> {
    let wait = LOOK_MS;
    try {
      await work();
      wait = await untilNext();
    } catch (error) {
      log.error({ err: error }, 'the mails could not be looked through; it is tried again');
    }
    working = undefined;
    // What was poked in after the last look must not wait.
    look(poked ? 0 : wait);
  }

  function look(inMs: number): void {
    clearTimeout(timer);
    if (closing || !deliver) return;
    timer = setTimeout(() => {
      working ??= run();
    }, inMs).unref();
  }

  look(0);

  return {
    configured: deliver !== null,

    async add(writer, { to, language, subject, text, html }) {
      // Checked before: here it only keeps a mistake of ours from becoming two recipients, or another header.
      const address = checkEmail(to);
      if (address === null || /\p{Cc}/u.test(subject))
        throw new TypeError('a letter has one address and a subject of one line');
      const createdAt = now();
      const id = randomUUID();
      const content = { id, to: address, language, subject, text, html };
      await writer.addMail({ ...content, createdAt, state: 'waiting', tries: 0, nextAt: createdAt, why: null });
      return id;
    },

    poke() {
      poked = true;
      if (!working) look(0);
    },

    async states(ids) {
      const mails = await store.mails(ids);
      return new Map(mails.map((mail) => [mail.id, stateOf(mail, { configured: deliver !== null })]));
    },

    close() {
      clearTimeout(timer);
      closing ??= (async () => {
        const patienceIsOver = setTimeout(() => stopped.abort(), closeMs).unref();
        // Only the one under way: the next one waits for the next start.
        await working;
        clearTimeout(patienceIsOver);
      })();
      return closing;
    },
  };
}
