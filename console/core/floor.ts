import type { DeskState, FloorEntry, OperatorState, QueueEntry } from '../../protocol/desk.ts';

/** The first line of the floor. */
export interface FloorFigures {
  waiting: number;
  /** Epoch ms since when who has waited longest waits; null when nobody does. */
  longestSince: number | null;
  live: number;
  /** Who could take one more, of those here who answer citizens. */
  free: number;
  here: number;
  overdue: number;
  today: number;
}

/** Everybody at the desk, me first. */
export const everybody = ({ me, colleagues }: Pick<DeskState, 'me' | 'colleagues'>): OperatorState[] => [
  me,
  ...colleagues.filter(({ id }) => id !== me.id),
];

export function floorFigures(desk: DeskState): FloorFigures {
  const waiting = allWaiting(desk);
  const here = everybody(desk).filter(({ presence, skills }) => presence !== 'off' && skills.length > 0);
  return {
    waiting: waiting.length,
    longestSince: waiting.reduce<number | null>((first, { since }) => Math.min(first ?? since, since), null),
    live: desk.floor.length,
    free: here.filter(({ presence, busy }) => presence === 'available' && !busy).length,
    here: here.length,
    overdue: desk.callbacks.overdue,
    today: desk.callbacks.today,
  };
}

/** Both lines, each in its order. */
export const allWaiting = ({ queues }: Pick<DeskState, 'queues'>): QueueEntry[] => [...queues.chat, ...queues.lis];

/** Who has been talking longest first: new ones come at the bottom. */
export const byBeginning = (floor: readonly FloorEntry[]): FloorEntry[] => floor.toSorted((a, b) => a.since - b.since);

/** How many conversations each one has. */
export function chatsOf(floor: readonly FloorEntry[]): ReadonlyMap<string, number> {
  const chats = new Map<string, number>();
  for (const { operator } of floor) chats.set(operator.id, (chats.get(operator.id) ?? 0) + 1);
  return chats;
}
