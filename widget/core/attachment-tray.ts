import { LIMITS } from '../../protocol/limits.ts';
import type { Clock } from './clock.ts';
import type { ChosenFile, Files, SentUp, Upload } from './files.ts';
import { createObservable, type Observable } from './observable.ts';
import { isPassing, type Trouble } from './wire.ts';

const RETRY_MS = 3_000;
/** Written out, because the protocol's own list would bring the schemas along. The server looks at the content. */
export const TAKEN_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf'];

export type TrayState =
  /** Its turn has not come, or the line is down: it is tried again by itself. `lost` tells the two apart. */
  | { name: 'waiting'; lost: boolean }
  /** `share` is 0 to 1. */
  | { name: 'uploading'; share: number }
  | { name: 'ready'; file: SentUp }
  /** For good. It does not go along; what else was written does. */
  | { name: 'refused'; why: Trouble | 'too-many-files' };

export interface TrayEntry {
  id: string;
  name: string;
  bytes: number;
  state: TrayState;
}

/** Files on their way into a message: sent up as soon as they are chosen, one after the other. */
export interface Tray<Body> extends Observable<readonly TrayEntry[]> {
  add(files: readonly ChosenFile<Body>[]): void;
  /** Takes one out, wherever it is. */
  remove(id: string): void;
  /** Those that are up; the tray is empty afterwards. */
  take(): readonly SentUp[];
  /** The network is back: do not sit out the pause. */
  hurry(): void;
  /** Idempotent. */
  close(): void;
}

/** Whether nothing is on its way any more: all up, or refused. */
export function isSettled(entries: readonly TrayEntry[]): boolean {
  return entries.every(({ state }) => state.name === 'ready' || state.name === 'refused');
}

export interface TrayParts<Body> {
  files: Files<Body>;
  clock: Clock;
  newId: () => string;
}

export function createTray<Body>({ files, clock, newId }: TrayParts<Body>): Tray<Body> {
  const entries = createObservable<readonly TrayEntry[]>([]);
  const bodies = new Map<string, ChosenFile<Body>>();
  let current: { id: string; upload: Upload } | undefined;
  let cancelRetry = (): void => {};
  let closed = false;

  function move(id: string, state: TrayState): void {
    entries.set(entries.value.map((entry) => (entry.id === id ? { ...entry, state } : entry)));
  }

  function pump(): void {
    if (current || closed) return;
    cancelRetry();
    const next = entries.value.find(({ state }) => state.name === 'waiting');
    const file = next && bodies.get(next.id);
    if (!next || !file) return;
    const { id } = next;
    // Two identifiers in a row: longer than anybody guesses within the hour.
    const key = `${newId()}${newId()}`;
    move(id, { name: 'uploading', share: 0 });
    const upload = files.upload(file, key, (share) => current?.id === id && move(id, { name: 'uploading', share }));
    current = { id, upload };
    void upload.answer.then((answer) => {
      if (current?.id !== id) return;
      current = undefined;
      if (answer.ok) {
        bodies.delete(id);
        move(id, { name: 'ready', file: { ...answer.attachment, key } });
      } else if (isPassing(answer.code)) {
        move(id, { name: 'waiting', lost: true });
        cancelRetry = clock.after('retryAfterMs' in answer ? answer.retryAfterMs : RETRY_MS, pump);
        return;
      } else {
        bodies.delete(id);
        move(id, { name: 'refused', why: answer.code });
      }
      pump();
    });
  }

  function letGo(id: string): void {
    bodies.delete(id);
    if (current?.id !== id) return;
    const { upload } = current;
    current = undefined;
    upload.cancel();
  }

  return {
    get value() {
      return entries.value;
    },
    subscribe: entries.subscribe,
    add(chosen) {
      let room = LIMITS.attachments - entries.value.filter(({ state }) => state.name !== 'refused').length;
      const added = chosen.map((file): TrayEntry => {
        const id = newId();
        const why = refusalOf(file, room);
        if (!why) {
          room -= 1;
          bodies.set(id, file);
        }
        const state: TrayState = why ? { name: 'refused', why } : { name: 'waiting', lost: false };
        return { id, name: file.name, bytes: file.bytes, state };
      });
      entries.set([...entries.value, ...added]);
      pump();
    },
    remove(id) {
      letGo(id);
      entries.set(entries.value.filter((entry) => entry.id !== id));
      pump();
    },
    take() {
      const ready = entries.value.flatMap(({ state }) => (state.name === 'ready' ? [state.file] : []));
      for (const { id } of entries.value) letGo(id);
      entries.set([]);
      return ready;
    },
    hurry: pump,
    close() {
      closed = true;
      cancelRetry();
      for (const { id } of entries.value) letGo(id);
    },
  };
}

/** What can be told without sending it anywhere. */
function refusalOf({ type, bytes }: ChosenFile<unknown>, room: number): 'too-many-files' | Trouble | null {
  if (type && !TAKEN_TYPES.includes(type)) return 'bad-file';
  if (bytes > LIMITS.attachmentBytes) return 'too-large';
  return room > 0 ? null : 'too-many-files';
}
