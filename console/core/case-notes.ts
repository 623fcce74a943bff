import type { Clock } from '../../widget/core/clock.ts';
import { createObservable, type Observable } from '../../widget/core/observable.ts';
import type { Drawer } from '../../widget/core/storage.ts';
import { isPassing, type OperatorWire, type Trouble } from '../../widget/core/wire.ts';

/** After this long without a key the note goes to the server. */
const PAUSE_MS = 800;
const RETRY_MS = 3_000;

/** Where a note stands. `null`: nothing was written here, the server's word holds. */
export type NoteState = null | { text: string; saved: 'saved' | 'saving' | 'unsaved'; trouble: Trouble | null };

/**
 * The notes on my conversations, saved as one types. What the server does not have yet is kept in the tab, so that a
 * reload or a line that breaks loses nothing.
 */
export interface CaseNotes extends Observable<ReadonlyMap<string, NonNullable<NoteState>>> {
  write(conversationId: string, text: string): void;
  /** Sends at once what is not saved: a conversation is put away, or the line is back. */
  flush(): void;
  /** Takes up what a page before this one could not save. */
  restore(conversationIds: readonly string[]): void;
  /** The conversation is mine no longer. */
  drop(conversationId: string): void;
  close(): void;
}

export interface CaseNotesOptions {
  wire: OperatorWire;
  clock: Clock;
  /** Lives as long as the tab. */
  drawer: Drawer;
}

const keyOf = (id: string): string => `note:${id}`;

export function createCaseNotes({ wire, clock, drawer }: CaseNotesOptions): CaseNotes {
  const model = createObservable<ReadonlyMap<string, NonNullable<NoteState>>>(new Map());
  const timers = new Map<string, () => void>();
  let closed = false;

  function put(id: string, state: NonNullable<NoteState>): void {
    if (!closed) model.set(new Map(model.value).set(id, state));
  }

  function later(id: string, ms: number): void {
    timers.get(id)?.();
    timers.set(
      id,
      clock.after(ms, () => void save(id)),
    );
  }

  async function save(id: string): Promise<void> {
    timers.get(id)?.();
    timers.delete(id);
    const { text } = model.value.get(id) ?? { text: drawer.get(keyOf(id)) ?? '' };
    put(id, { text, saved: 'saving', trouble: null });
    const answer = await wire.request('note:write', { conversationId: id, note: text });
    const now = model.value.get(id);
    // Written on meanwhile: that goes out by itself.
    if (now === undefined || now.text !== text) return;
    if (answer.ok) {
      drawer.remove(keyOf(id));
      put(id, { text, saved: 'saved', trouble: null });
      return;
    }
    put(id, { text, saved: 'unsaved', trouble: answer.code });
    if (isPassing(answer.code)) later(id, RETRY_MS);
  }

  return {
    get value() {
      return model.value;
    },
    subscribe: model.subscribe,
    write(id, text) {
      drawer.set(keyOf(id), text);
      put(id, { text, saved: 'unsaved', trouble: null });
      later(id, PAUSE_MS);
    },
    flush() {
      for (const [id, { saved }] of model.value) if (saved !== 'saved') void save(id);
    },
    restore(ids) {
      for (const id of ids) {
        const text = drawer.get(keyOf(id));
        if (text === null || model.value.has(id)) continue;
        put(id, { text, saved: 'unsaved', trouble: null });
        later(id, PAUSE_MS);
      }
    },
    drop(id) {
      timers.get(id)?.();
      timers.delete(id);
      drawer.remove(keyOf(id));
      if (!model.value.has(id)) return;
      const rest = new Map(model.value);
      rest.delete(id);
      model.set(rest);
    },
    close() {
      closed = true;
      for (const cancel of timers.values()) cancel();
      timers.clear();
    },
  };
}
