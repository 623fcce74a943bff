import type { EditorsOverview } from '../../protocol/editors.ts';
import type { Clock } from '../../widget/core/clock.ts';
import { createObservable, type Observable } from '../../widget/core/observable.ts';
import { unreachable } from '../../widget/core/unreachable.ts';
import { isPassing, type Answer, type Trouble } from '../../widget/core/wire.ts';

/** What the editors' page knows. `busy`: it has been asked for again. */
export type EditorsModel =
  /** Never asked, or asked for the first time. */
  | { name: 'loading' }
  /** Nothing to show yet. */
  | { name: 'failed'; code: Trouble; busy: boolean }
  /** With `trouble`, the overview is an older one: asking again did not work. */
  | { name: 'ready'; overview: EditorsOverview; trouble: Trouble | null; busy: boolean };

/** How the knowledge base stands, as the server last said. */
export interface Editors extends Observable<EditorsModel> {
  /** Asks again, unless an answer is awaited. What is shown stays until the answer is there. */
  refresh(): Promise<void>;
  /** Idempotent. */
  close(): void;
}

export interface EditorsOptions {
  /** Never throws: what did not come back is `no-answer`. */
  fetchOverview(): Promise<Answer<{ overview: EditorsOverview }>>;
  clock: Clock;
  online: Observable<boolean>;
  /** The server no longer knows our session. */
  onSessionEnded(): void;
}

const RETRY_MS = 15_000;

export function createEditors({ fetchOverview, clock, online, onSessionEnded }: EditorsOptions): Editors {
  const model = createObservable<EditorsModel>({ name: 'loading' });
  let asking = false;
  let closed = false;
  let cancelRetry = (): void => {};

  async function refresh(): Promise<void> {
    if (asking || closed) return;
    asking = true;
    cancelRetry();
    model.set(withBusy(model.value));
    const answer = await fetchOverview();
    asking = false;
    if (closed) return;
    if (answer.ok) return model.set({ name: 'ready', overview: answer.overview, trouble: null, busy: false });
    model.set(withTrouble(model.value, answer.code));
    if (answer.code === 'not-signed-in') onSessionEnded();
    else if (isPassing(answer.code)) cancelRetry = clock.after(waitOf(answer), () => void refresh());
  }

  const release = online.subscribe(() => {
    if (online.value && troubleOf(model.value) !== null) void refresh();
  });

  return {
    get value() {
      return model.value;
    },
    subscribe: model.subscribe,
    refresh,
    close() {
      closed = true;
      cancelRetry();
      release();
    },
  };
}

function waitOf(refusal: object): number {
  return 'retryAfterMs' in refusal && typeof refusal.retryAfterMs === 'number' ? refusal.retryAfterMs : RETRY_MS;
}

export function troubleOf(model: EditorsModel): Trouble | null {
  switch (model.name) {
    case 'loading':
      return null;
    case 'failed':
      return model.code;
    case 'ready':
      return model.trouble;
    default:
      return unreachable(model);
  }
}

const withBusy = (model: EditorsModel): EditorsModel => (model.name === 'loading' ? model : { ...model, busy: true });

function withTrouble(model: EditorsModel, code: Trouble): EditorsModel {
  return model.name === 'ready' ? { ...model, trouble: code, busy: false } : { name: 'failed', code, busy: false };
}
