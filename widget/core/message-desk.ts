import type { LeaveMessage, ReachBy, Receipt } from '../../protocol/callback.ts';
import type { Clock } from './clock.ts';
import { isSettled, type Tray } from './attachment-tray.ts';
import { reachOf } from './message-check.ts';
import { createObservable, type Observable } from './observable.ts';
import { readJson, type Drawer } from './storage.ts';
import { isPassing, type Answer, type Trouble } from './wire.ts';

const RETRY_MS = 3_000;
const KEYS = { draft: 'message', sentAs: 'message:sent-as', receipt: 'receipt' } as const;

/** What is typed; kept in the tab until it is sent. */
export interface MessageDraft {
  text: string;
  name: string;
  by: ReachBy['by'];
  email: string;
  phone: string;
  /** Names of the files chosen: they do not survive a reload, and it can be said which they were. */
  files: readonly string[];
}

const BLANK: MessageDraft = { text: '', name: '', by: 'email', email: '', phone: '', files: [] };

export type MessageState =
  | { name: 'writing'; trouble: Trouble | null }
  /** First the files, then the message; `lost` while the line is down and it is tried again. */
  | { name: 'sending'; what: 'files' | 'message'; lost: boolean }
  /** The server has it. */
  | { name: 'sent'; receipt: Receipt };

/** What goes along besides what is typed. `token` is that of the conversation which ends with it. */
export type MessageContext = Pick<LeaveMessage, 'service' | 'language' | 'context'> & { token: string | null };

/** One message to leave, from the first letter to the receipt. It outlives the screen it is written on. */
export interface MessageDesk extends Observable<MessageState> {
  readonly draft: Observable<MessageDraft>;
  /** Kept at once. */
  change(part: Partial<MessageDraft>): void;
  /** What is typed has been checked. Waits for the files, and tries until there is an answer or `stop`. */
  send(context: MessageContext, tray?: Tray<unknown>): void;
  /** Back to writing; what was typed stays. */
  stop(): void;
  /** The network is back: do not sit out the pause. */
  hurry(): void;
  /** The receipt has been read: everything is cleared. */
  finish(): void;
  /** Idempotent. What is typed stays in the tab. */
  close(): void;
}

export interface MessageParts {
  post: (message: LeaveMessage) => Promise<Answer<{ receipt: Receipt }>>;
  clock: Clock;
  newId: () => string;
  /** This tab's own. */
  own: Drawer;
}

export function createMessageDesk({ post, clock, newId, own }: MessageParts): MessageDesk {
  const kept = readJson<Receipt>(own, KEYS.receipt);
  const state = createObservable<MessageState>(kept ? { name: 'sent', receipt: kept } : writing(null));
  const draft = createObservable<MessageDraft>({ ...BLANK, ...readJson<MessageDraft>(own, KEYS.draft) });
  /** Changed words are another message: sent with the same id they would be taken for those that may have arrived. */
  let sentAs = readJson<{ words: string; startId: string }>(own, KEYS.sentAs);
  /** Grows with every attempt that is begun or given up: an answer to an older one is nobody's. */
  let attempt = 0;
  let now = (): void => {};
  let cancel = (): void => {};

  function begin(context: MessageContext, tray: Tray<unknown> | undefined): void {
    attempt += 1;
    const mine = attempt;
    const refused = refusals(tray);
    state.set({ name: 'sending', what: 'files', lost: false });
    const forget = tray?.subscribe(look) ?? ((): void => {});
    now = () => tray?.hurry();
    cancel = forget;
    look();

    function look(): void {
      if (mine !== attempt) return forget();
      // A file that was not taken says so itself: whether the message goes without it is the citizen's to decide.
      if (refusals(tray) > refused) return halt(null);
      if (tray && !isSettled(tray.value)) return;
      forget();
      void deliver(mine, context, tray);
    }
  }

  async function deliver(mine: number, context: MessageContext, tray: Tray<unknown> | undefined): Promise<void> {
    const message = compose(context, tray);
    const again = (): void => void deliver(mine, context, tray);
    cancel();
    state.set({ name: 'sending', what: 'message', lost: state.value.name === 'sending' && state.value.lost });
    const answer = await post(message);
    if (mine !== attempt) return;
    if (answer.ok) return settle(answer.receipt, tray);
    if (answer.code === 'bad-token' || answer.code === 'token-expired') {
      // The conversation is gone; the message stands by itself.
      if (message.token) return deliver(mine, { ...context, token: null }, tray);
    }
    if (!isPassing(answer.code)) return halt(answer.code);
    state.set({ name: 'sending', what: 'message', lost: true });
    now = again;
    cancel = clock.after('retryAfterMs' in answer ? answer.retryAfterMs : RETRY_MS, again);
  }

  function compose({ token, ...context }: MessageContext, tray: Tray<unknown> | undefined): LeaveMessage {
    const { text, name } = draft.value;
    const ready = tray?.value.flatMap(({ state: one }) => (one.name === 'ready' ? [one.file] : [])) ?? [];
    const attachments = ready.map(({ id, key }) => ({ id, key }));
    const what = {
      text: text.trim(),
      reach: reachOf(draft.value),
      attachments,
      ...(name.trim() && { name: name.trim() }),
    };
    const words = JSON.stringify(what);
    if (words !== sentAs?.words) {
      sentAs = { words, startId: newId() };
      own.set(KEYS.sentAs, JSON.stringify(sentAs));
    }
    return { startId: sentAs.startId, ...context, ...what, ...(token && { token }) };
  }

  function settle(receipt: Receipt, tray: Tray<unknown> | undefined): void {
    own.remove(KEYS.draft);
    own.remove(KEYS.sentAs);
    own.set(KEYS.receipt, JSON.stringify(receipt));
    draft.set(BLANK);
    tray?.take();
    state.set({ name: 'sent', receipt });
  }

  function halt(trouble: Trouble | null): void {
    attempt += 1;
    cancel();
    state.set(writing(trouble));
  }

  return {
    get value() {
      return state.value;
    },
    subscribe: state.subscribe,
    draft,
    change(part) {
      draft.set({ ...draft.value, ...part });
      own.set(KEYS.draft, JSON.stringify(draft.value));
    },
    send(context, tray) {
      if (state.value.name === 'writing') begin(context, tray);
    },
    stop() {
      if (state.value.name === 'sending') halt(null);
    },
    hurry() {
      if (state.value.name === 'sending' && state.value.lost) now();
    },
    finish() {
      own.remove(KEYS.receipt);
      state.set(writing(null));
    },
    close() {
      attempt += 1;
      cancel();
    },
  };
}

function writing(trouble: Trouble | null): MessageState {
  return { name: 'writing', trouble };
}

function refusals(tray: Tray<unknown> | undefined): number {
  return tray?.value.filter(({ state }) => state.name === 'refused').length ?? 0;
}
