import type { Logger } from 'pino';
import type { CallbackCounts } from '../../protocol/callback.ts';
import type { DeskSettings } from '../desk/settings.ts';
import type { Store } from '../store/store.ts';
import { countCallbacks, nextTurn } from './callback-counts.ts';

/** What is open and what is late, kept at hand: operators' desks show it at every change. */
export interface CallbackBoard {
  counts(): CallbackCounts;
  /** The stored ones are different: they are counted anew, and everybody is told. */
  changed(): Promise<void>;
  /** Idempotent. */
  close(): void;
}

export interface CallbackBoardOptions {
  store: Store;
  settings: () => DeskSettings;
  /** Also by itself, when a time has come. */
  onChange: () => void;
  now: () => number;
  log: Logger;
}

/** Also the longest wait between two looks: the clock, or the settings, may have been changed. */
const LOOK_MS = 10 * 60_000;

export async function openCallbackBoard(options: CallbackBoardOptions): Promise<CallbackBoard> {
  const { store, settings, onChange, now, log } = options;
  let dueTimes = await store.dueTimes();
  let counts = count();
  let timer = wakeUp();
  let closed = false;

  function count(): CallbackCounts {
    return countCallbacks(dueTimes, now(), settings().timeZone);
  }

  function wakeUp(): NodeJS.Timeout {
    const turn = nextTurn(dueTimes, now(), settings().timeZone);
    const wait = turn === null ? LOOK_MS : Math.min(LOOK_MS, Math.max(0, turn - now()));
    return setTimeout(look, wait).unref();
  }

  /** A time may have come. */
  function look(): void {
    const before = counts;
    counts = count();
    timer = wakeUp();
    if (before.overdue !== counts.overdue || before.today !== counts.today) onChange();
  }

  return {
    counts: () => counts,
    async changed() {
      try {
        dueTimes = await store.dueTimes();
      } catch (error) {
        log.error({ err: error }, 'the callbacks could not be counted');
      }
      if (closed) return;
      clearTimeout(timer);
      counts = count();
      timer = wakeUp();
      onChange();
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
