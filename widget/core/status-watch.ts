import type { DeskStatus } from '../../protocol/status.ts';
import type { Clock } from './clock.ts';
import { createObservable, type Observable } from './observable.ts';

const EVERY_MS = 20_000;

export type DeskNow =
  | { name: 'loading' }
  | { name: 'known'; status: DeskStatus }
  /** The server cannot be reached. */
  | { name: 'failed' };

export interface StatusWatch extends Observable<DeskNow> {
  /** Looks now and every 20 seconds: while somebody reads it. Idempotent. */
  start(): void;
  /** Something else tells that it has changed: looks at once, if anybody reads it. */
  refresh(): void;
  /** Idempotent. What was last seen stays. */
  stop(): void;
}

/** What the desk offers now. */
export function createStatusWatch(fetchStatus: () => Promise<DeskStatus>, clock: Clock): StatusWatch {
  const status = createObservable<DeskNow>({ name: 'loading' });
  let cancel: (() => void) | undefined;

  function look(): void {
    cancel = clock.after(EVERY_MS, look);
    fetchStatus().then(
      (seen) => status.set({ name: 'known', status: seen }),
      () => status.set({ name: 'failed' }),
    );
  }

  return {
    get value() {
      return status.value;
    },
    subscribe: status.subscribe,
    start() {
      if (!cancel) look();
    },
    refresh() {
      if (!cancel) return;
      cancel();
      look();
    },
    stop() {
      cancel?.();
      cancel = undefined;
    },
  };
}
