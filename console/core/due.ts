import type { Callback } from '../../protocol/callback.ts';

/** How near a promise's time is. */
export type Nearness = 'overdue' | 'today' | 'later';

/** The desk's own days, wherever the reader is. */
const DESK_ZONE = 'Europe/Rome';
const HOUR_MS = 3_600_000;

const dayOf = (at: number): string =>
  new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone: DESK_ZONE }).format(at);

/** @param now epoch ms, the server's clock */
export function nearnessOf({ dueAt }: Pick<Callback, 'dueAt'>, now: number): Nearness {
  if (dueAt <= now) return 'overdue';
  return dayOf(dueAt) === dayOf(now) ? 'today' : 'later';
}

/** A stretch of time as people say it: minutes up to an hour, hours up to two days, then days. Never nothing. */
export function stretchOf(ms: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / 24) };
}

/** A promise that I took and whose time is near: `soon` within the hour, `overdue` when it has passed. */
export interface Reminder {
  stage: 'soon' | 'overdue';
  callback: Callback;
}

/** What I should be reminded of now. Said once for each stage: `keyOf` tells them apart. */
export function remindersFor(open: readonly Callback[], me: string, now: number): Reminder[] {
  return open.flatMap((callback): Reminder[] => {
    if (callback.takenBy?.id !== me || callback.dueAt - now > HOUR_MS) return [];
    return [{ stage: callback.dueAt <= now ? 'overdue' : 'soon', callback }];
  });
}

export const keyOf = ({ stage, callback }: Reminder): string => `${stage}:${callback.id}`;
