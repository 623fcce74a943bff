import type { Service } from '../../protocol/conversation.ts';
import type { DeskStatus, ServiceState } from '../../protocol/status.ts';
import type { Clock } from './clock.ts';
import type { Observable, WritableObservable } from './observable.ts';
import type { Reopening } from './later.ts';
import type { DeskNow } from './status-watch.ts';

/** Near the opening it is looked at as often as on an open screen … */
const SOONEST_MS = 20_000;
/** … and long before it no less than this: a service may be opened out of turn. */
const LATEST_MS = 300_000;

export interface ReopeningParts {
  fetchStatus: () => Promise<DeskStatus>;
  clock: Clock;
  reopening: WritableObservable<Reopening>;
  /** What an open screen looks at more often. */
  seen: Observable<DeskNow>;
}

export interface ReopeningWatch {
  /** Somebody wants to be told, or no longer does: goes by what `reopening` says. */
  look(): void;
  /** Idempotent. */
  close(): void;
}

/** Watches the services that somebody wants to be told of, and says which one has opened. */
export function createReopeningWatch({ fetchStatus, clock, reopening, seen }: ReopeningParts): ReopeningWatch {
  let cancel = (): void => {};
  let asking = false;
  let closed = false;

  function look(): void {
    cancel();
    const { awaited, opened } = reopening.value;
    if (asking || closed || (awaited.length === 0 && !opened)) return;
    asking = true;
    fetchStatus().then(settle, () => settle(null));
  }

  function settle(status: DeskStatus | null): void {
    asking = false;
    if (closed) return;
    if (status) reopening.set(afterLooking(reopening.value, status));
    cancel = clock.after(status ? pauseOf(reopening.value, status) : SOONEST_MS, look);
  }

  /** Nobody reads «aperto» in a list and is told minutes later. */
  const forget = seen.subscribe(() => {
    const { value } = seen;
    if (value.name === 'known' && afterLooking(reopening.value, value.status) !== reopening.value) look();
  });

  return {
    look,
    close() {
      closed = true;
      forget();
      cancel();
    },
  };
}

/** What has opened is told once, and no longer once it is closed again. */
export function afterLooking(before: Reopening, { services }: DeskStatus): Reopening {
  const isOpen = (service: Service): boolean => services[service].state === 'open';
  const opened = before.awaited.find(isOpen);
  if (opened) return { ...before, awaited: before.awaited.filter((one) => one !== opened), opened, seen: false };
  if (before.opened && !isOpen(before.opened)) return { ...before, opened: null };
  return before;
}

function pauseOf({ awaited, opened }: Reopening, { now, services }: DeskStatus): number {
  if (opened) return SOONEST_MS;
  const waits = awaited.map((service) => untilOpening(services[service], now));
  return Math.min(LATEST_MS, Math.max(SOONEST_MS, ...(waits.length ? [Math.min(...waits)] : [LATEST_MS])));
}

function untilOpening(state: ServiceState, now: number): number {
  if (state.state !== 'closed') return SOONEST_MS;
  return state.opensAt === null ? LATEST_MS : state.opensAt - now;
}
