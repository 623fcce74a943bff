import type { Consultation, ConsultationView } from '../../protocol/consultation.ts';
import type { OperatorName } from '../../protocol/conversation.ts';
import type { Clock } from '../../widget/core/clock.ts';
import { createObservable, type Observable } from '../../widget/core/observable.ts';
import { readList, writeList, type Drawer } from '../../widget/core/storage.ts';
import { isPassing, type Answer, type OperatorWire } from '../../widget/core/wire.ts';
import {
  reduceSideTalk,
  sideBehind,
  type SidePending,
  type SideTalkEvent,
  type SideTalkModel,
} from './side-talk-state.ts';

/** A state may overtake the lines it counts, and the thread changes without a word: asked for again after this. */
const GAP_PATIENCE_MS = 300;
const RETRY_MS = 2_000;

/** One side conversation, kept whole over a line that breaks; what is typed and not sent survives a reload. */
export interface SideTalk extends Observable<SideTalkModel> {
  readonly id: string;
  draft: string;
  /** Sent in order, again after every break. Blank text is nothing. */
  send(text: string): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Everything that is here is on screen. */
  see(): void;
  /** What the desk says of it. */
  follow(consultation: Consultation): void;
  refresh(): Promise<void>;
  /** Idempotent. */
  close(): void;
}

export interface SideTalkOptions {
  consultation: Consultation;
  /** Who writes here. */
  me: OperatorName;
  wire: OperatorWire;
  clock: Clock;
  newId: () => string;
  drawer: Drawer;
  /** Asks for all of it, once this connection has entered the desk. */
  fetchView(consultationId: string): Promise<Answer<ConsultationView>>;
}

/** Where a side conversation keeps what has not left. */
export const sideKeys = (id: string) => ({ draft: `side-draft:${id}`, outbox: `side-outbox:${id}` });

export function createSideTalk({ consultation, me, wire, clock, newId, drawer, fetchView }: SideTalkOptions): SideTalk {
  const { id } = consultation;
  const keys = sideKeys(id);
  const model = createObservable<SideTalkModel>({
    consultation,
    messages: [],
    outbox: readList<SidePending>(drawer, keys.outbox),
    thread: null,
    seen: 0,
  });
  let closed = false;
  let sending = false;
  let asking: Promise<void> | undefined;
  let cancelSend = (): void => {};
  let cancelAsk = (): void => {};

  function apply(event: SideTalkEvent): void {
    if (closed) return;
    const before = model.value.outbox;
    model.set(reduceSideTalk(model.value, event));
    if (model.value.outbox !== before) writeList(drawer, keys.outbox, model.value.outbox);
  }

  function askSoon(ms: number): void {
    cancelAsk();
    cancelAsk = clock.after(ms, () => void refresh());
  }

  function refresh(): Promise<void> {
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  }

  async function ask(): Promise<void> {
    cancelAsk();
    const answer = await fetchView(id);
    if (closed) return;
    if (answer.ok) {
      apply({ type: 'view', view: answer });
      pump();
    } else if (isPassing(answer.code) && wire.connection.name === 'connected') askSoon(RETRY_MS);
  }

  /** One after the other: two at once could arrive in the wrong order. */
  function pump(): void {
    const pending = model.value.outbox.find(({ refused }) => refused === null);
    if (sending || closed || pending === undefined) return;
    cancelSend();
    sending = true;
    void send(pending);
  }

  async function send({ clientId, text }: SidePending): Promise<void> {
    const answer = await wire.request('consultation:send', { consultationId: id, clientId, text });
    sending = false;
    if (answer.ok) {
      const from = { operatorId: me.id, name: me.name };
      apply({
        type: 'sent',
        clientId,
        message: { consultationId: id, clientId, text, from, seq: answer.seq, at: answer.at },
      });
    } else if (isPassing(answer.code)) {
      const pause = 'retryAfterMs' in answer ? answer.retryAfterMs : RETRY_MS;
      cancelSend = clock.after(pause, pump);
      return;
    } else apply({ type: 'refused', clientId, code: answer.code });
    pump();
  }

  const releases = [
    wire.on('side-message:new', (message) => {
      if (message.consultationId !== id) return;
      apply({ type: 'message', message });
      if (sideBehind(model.value)) askSoon(GAP_PATIENCE_MS);
    }),
    // Who is asked reads the thread as it grows, whether or not its lines come here by themselves.
    wire.on('message:new', ({ conversationId }) => {
      if (conversationId === consultation.conversationId && model.value.thread !== null) askSoon(GAP_PATIENCE_MS);
    }),
    wire.onConnection(({ name }) => void (name === 'connected' && refresh())),
  ];
  void refresh();

  return {
    id,
    get value() {
      return model.value;
    },
    subscribe: model.subscribe,
    get draft() {
      return drawer.get(keys.draft) ?? '';
    },
    set draft(text) {
      if (text === '') drawer.remove(keys.draft);
      else drawer.set(keys.draft, text);
    },
    send(text) {
      const words = text.trim();
      if (words === '') return;
      apply({ type: 'queue', pending: { clientId: newId(), text: words, at: clock.now(), refused: null } });
      pump();
    },
    retry(clientId) {
      apply({ type: 'retry', clientId });
      pump();
    },
    discard: (clientId) => apply({ type: 'discard', clientId }),
    see() {
      const seq = model.value.messages.at(-1)?.seq ?? 0;
      if (seq > model.value.seen) apply({ type: 'seen', seq });
    },
    follow(now) {
      if (JSON.stringify(now) === JSON.stringify(model.value.consultation)) return;
      apply({ type: 'consultation', consultation: now });
      if (sideBehind(model.value)) askSoon(GAP_PATIENCE_MS);
    },
    refresh,
    close() {
      if (closed) return;
      closed = true;
      cancelSend();
      cancelAsk();
      for (const release of releases) release();
    },
  };
}
