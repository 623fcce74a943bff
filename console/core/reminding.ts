import type { Clock } from '../../widget/core/clock.ts';
import { readList, writeList, type Drawer } from '../../widget/core/storage.ts';
import type { Callbacks } from './callbacks.ts';
import { keyOf, remindersFor, type Reminder } from './due.ts';

export interface RemindingOptions {
  callbacks: Callbacks;
  /** My id. */
  me: string;
  clock: Clock;
  /** Keeps what was said, so that a reload does not say it again. */
  drawer: Drawer;
  tell(reminder: Reminder): void;
}

const LOOK_MS = 30_000;
const TOLD = 'reminded';

/** Reminds of promises that I took, wherever in the console I am. @returns the way to stop */
export function startReminding({ callbacks, me, clock, drawer, tell }: RemindingOptions): () => void {
  let cancel = (): void => {};

  function look(): void {
    const { open } = callbacks.value;
    if (open === null) return;
    const due = remindersFor(open, me, clock.now());
    const told = readList<string>(drawer, TOLD);
    const fresh = due.filter((reminder) => !told.includes(keyOf(reminder)));
    // What is over is forgotten: taken again, it is said again.
    writeList(drawer, TOLD, due.map(keyOf));
    fresh.forEach(tell);
  }

  function again(): void {
    cancel = clock.after(LOOK_MS, () => {
      look();
      again();
    });
  }

  const release = callbacks.subscribe(look);
  again();
  return () => {
    release();
    cancel();
    drawer.remove(TOLD);
  };
}
