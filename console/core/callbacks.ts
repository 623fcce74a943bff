import type { infer as Infer } from 'zod/mini';
import type { Callback, logAttempt } from '../../protocol/callback.ts';
import type { closeCallback } from '../../protocol/desk.ts';
import type { Message } from '../../protocol/message.ts';
import type { Clock } from '../../widget/core/clock.ts';
import { createObservable, type Observable } from '../../widget/core/observable.ts';
import type { Drawer } from '../../widget/core/storage.ts';
import { isPassing, type Answer, type OperatorWire, type Trouble } from '../../widget/core/wire.ts';

export type AttemptRequest = Omit<Infer<typeof logAttempt>, 'clientId'>;
export type CallbackClosing = Infer<typeof closeCallback>;

/** What is known of the promises to write or to call back. */
export interface CallbacksModel {
  /** By due time; null before the first answer. */
  open: readonly Callback[] | null;
  /** The latest first; null until somebody wanted to see them. */
  closed: readonly Callback[] | null;
  /** Why the lists could not be asked for again: what is shown is older. */
  trouble: Trouble | null;
}

/** The promises, kept as the server has them, and what may be done with them. */
export interface Callbacks extends Observable<CallbacksModel> {
  refresh(): Promise<void>;
  /** From now on the closed ones are kept up, too. */
  showClosed(): void;
  /** I will do it; a second time gives it back. */
  take(callbackId: string): Promise<Answer>;
  /** The same sent again after silence is one attempt. */
  attempt(request: AttemptRequest): Promise<Answer>;
  /** By e-mail. The same text sent again after silence is one answer. */
  answer(callbackId: string, text: string): Promise<Answer>;
  finish(request: CallbackClosing): Promise<Answer>;
  thread(callbackId: string): Promise<Answer<{ messages: Message[] }>>;
  /** The answer as far as it is written: kept by this tab. */
  draft(callbackId: string): string;
  keepDraft(callbackId: string, text: string): void;
  /** Idempotent. */
  close(): void;
}

export interface CallbacksOptions {
  wire: OperatorWire;
  clock: Clock;
  drawer: Drawer;
  newId: () => string;
  /** The server no longer knows our session. */
  onSessionEnded(): void;
}

/** Several changes at once are one question. */
const TOGETHER_MS = 300;
const RETRY_MS = 15_000;
const draftKey = (id: string): string => `callback:${id}`;

export function createCallbacks({ wire, clock, drawer, newId, onSessionEnded }: CallbacksOptions): Callbacks {
  const model = createObservable<CallbacksModel>({ open: null, closed: null, trouble: null });
  /** What was sent last and may not have arrived, by what it is about. */
  const sending = new Map<string, { what: string; clientId: string }>();
  let wantsClosed = false;
  let asking: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let cancel = (): void => {};

  const set = (change: Partial<CallbacksModel>): void => model.set({ ...model.value, ...change });

  function soon(ms = TOGETHER_MS): void {
    cancel();
    if (!closed) cancel = clock.after(ms, () => void refresh());
  }

  /** What changed while an answer was on its way is not in it. */
  function refresh(): Promise<void> {
    cancel();
    again = asking !== null;
    asking ??= ask().finally(() => {
      asking = null;
      if (again) soon(0);
    });
    return asking;
  }

  async function ask(): Promise<void> {
    const answers = await Promise.all([
      wire.request('callback:list', { which: 'open' }),
      wantsClosed ? wire.request('callback:list', { which: 'closed' }) : null,
    ]);
    if (closed) return;
    const [open, old] = answers;
    if (!open.ok) return failed(open.code);
    set({ open: open.callbacks, trouble: null, ...(old?.ok && { closed: old.callbacks }) });
  }

  function failed(code: Trouble): void {
    if (code === 'not-signed-in') return onSessionEnded();
    set({ trouble: code });
    if (isPassing(code) && wire.connection.name === 'connected') soon(RETRY_MS);
  }

  async function done<Value extends object>(request: Promise<Answer<Value>>): Promise<Answer<Value>> {
    const answer = await request;
    if (!answer.ok && answer.code === 'not-signed-in') onSessionEnded();
    if (answer.ok && 'callback' in answer) replace(answer.callback as Callback);
    return answer;
  }

  function replace(callback: Callback): void {
    const open = model.value.open?.map((known) => (known.id === callback.id ? callback : known));
    set({ open: open ?? null });
  }

  function sameId(about: string, what: string): string {
    const before = sending.get(about);
    const clientId = before?.what === what ? before.clientId : newId();
    sending.set(about, { what, clientId });
    return clientId;
  }

  function forget(id: string): void {
    sending.delete(id);
    drawer.remove(draftKey(id));
  }

  const releases = [
    wire.on('callbacks:changed', () => soon()),
    wire.onConnection(({ name }) => name === 'connected' && soon()),
  ];
  if (wire.connection.name === 'connected') soon();

  return {
    get value() {
      return model.value;
    },
    subscribe: model.subscribe,
    refresh,
    showClosed() {
      wantsClosed = true;
      void refresh();
    },
    take: (callbackId) => done(wire.request('callback:take', { callbackId })),
    async attempt(request) {
      const about = `attempt:${request.callbackId}`;
      const clientId = sameId(about, JSON.stringify(request));
      const answer = await done(wire.request('callback:attempt', { ...request, clientId }));
      // The next one may say the same, and is another.
      if (answer.ok) sending.delete(about);
      return answer;
    },
    async answer(callbackId, text) {
      const clientId = sameId(callbackId, text);
      const answer = await done(wire.request('callback:answer', { callbackId, clientId, text }));
      if (answer.ok) forget(callbackId);
      return answer;
    },
    async finish(request) {
      const answer = await done(wire.request('callback:close', request));
      if (!answer.ok) return answer;
      forget(request.callbackId);
      set({ open: model.value.open?.filter(({ id }) => id !== request.callbackId) ?? null });
      soon();
      return answer;
    },
    thread: (callbackId) => done(wire.request('callback:thread', { callbackId })),
    draft: (callbackId) => drawer.get(draftKey(callbackId)) ?? '',
    keepDraft(callbackId, text) {
      if (text === '') drawer.remove(draftKey(callbackId));
      else drawer.set(draftKey(callbackId), text);
    },
    close() {
      closed = true;
      cancel();
      for (const release of releases.splice(0)) release();
      // Whoever sits here next must find nothing of it.
      for (const { id } of model.value.open ?? []) forget(id);
    },
  };
}
