import type { ConversationView } from '../../protocol/conversation.ts';
import type { Side } from '../../protocol/message.ts';
import type { Clock } from './clock.ts';
import { createOutbox } from './conversation-outbox.ts';
import {
  isBehind,
  lastContiguous,
  openModel,
  reduceConversation,
  type ConversationChange,
  type ConversationModel,
} from './conversation-state.ts';
import type { SentUp } from './files.ts';
import { createTyping } from './conversation-typing.ts';
import { createObservable, type Observable } from './observable.ts';
import { readList, writeList, type Drawer } from './storage.ts';
import { isPassing, type Answer, type Connection, type ConversationWire } from './wire.ts';

/** A state may overtake the messages it counts; only what is still missing after this is a gap. */
const GAP_PATIENCE_MS = 300;
const RETRY_MS = 2_000;

export interface ConversationOptions {
  wire: ConversationWire;
  me: Side;
  /** What start, resume or accept was answered with. */
  view: ConversationView;
  clock: Clock;
  /** A new identifier that fits the protocol's `id`. */
  newId: () => string;
  /** Keeps the draft and what is not yet sent through a reload. */
  drawer: Drawer;
  /**
   * How to come back after a gap. By default `conversation:sync`; a citizen's new connection first has to show its
   * token, an operator's has to enter the desk.
   */
  catchUp?: (lastSeq: number) => Promise<Answer<ConversationView>>;
}

/** One conversation as one side sees it, kept whole over a line that breaks. Used by the widget and by the console. */
export interface Conversation extends Observable<ConversationModel> {
  readonly id: string;
  /** What is typed and not sent. Kept through a reload. */
  draft: string;
  /**
   * Shown at once as pending, sent in order, again after every break, until the server has it. Blank text without
   * attachments is nothing.
   */
  send(text: string, attachments?: readonly SentUp[]): void;
  /** Tries a refused text again. */
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Call at every keystroke with true; it falls back to false by itself, and when a message goes out. */
  setTyping(typing: boolean): void;
  /** The person is looking at everything that has arrived. */
  see(): void;
  /** Fetches what may have been missed: after a sleep, when a tab comes to the front. */
  refresh(): Promise<void>;
  /** Lets go of timers and listeners; the wire belongs to whoever made it. Idempotent. */
  close(): void;
}

export function createConversation(options: ConversationOptions): Conversation {
  const { wire, me, view, clock, newId, drawer } = options;
  const { id } = view.conversation;
  const keys = { outbox: `outbox:${id}`, draft: `draft:${id}` };
  const catchUp = options.catchUp ?? ((lastSeq) => wire.request('conversation:sync', { conversationId: id, lastSeq }));

  const model = createObservable(openModel(me, view, readList(drawer, keys.outbox)));
  const typing = createTyping({
    wire,
    conversationId: id,
    clock,
    onOther: (on) => apply({ type: 'typing', typing: on }),
  });
  /** False from the moment the line breaks until the server has taken this connection back into the conversation. */
  let joined = true;
  let closed = false;
  let seen = 0;
  let refreshing: Promise<void> | undefined;
  let cancelRetry = (): void => {};
  let cancelGap = (): void => {};

  const outbox = createOutbox({
    wire,
    conversationId: id,
    clock,
    next: () => (joined && !closed ? model.value.outbox.find(({ refused }) => refused === null) : undefined),
    apply,
    rejoin: () => void refresh(),
  });

  function apply(change: ConversationChange): void {
    if (closed) return;
    const before = model.value.outbox;
    model.set(reduceConversation(model.value, change));
    if (model.value.outbox !== before) writeList(drawer, keys.outbox, model.value.outbox);
    cancelGap();
    if (joined && isBehind(model.value)) cancelGap = clock.after(GAP_PATIENCE_MS, () => void refresh());
  }

  function refresh(): Promise<void> {
    refreshing ??= fetchMissing().finally(() => (refreshing = undefined));
    return refreshing;
  }

  async function fetchMissing(): Promise<void> {
    cancelRetry();
    const answer = await catchUp(lastContiguous(model.value));
    if (closed) return;
    joined = answer.ok;
    if (answer.ok) {
      apply({ type: 'view', view: answer });
      outbox.pump();
    } else if (isPassing(answer.code) && wire.connection.name === 'connected') {
      cancelRetry = clock.after(RETRY_MS, () => void refresh());
    }
  }

  function handleConnection(connection: Connection): void {
    joined = false;
    if (connection.name === 'connected') void refresh();
    else typing.reset();
  }

  const forget = [
    wire.on('conversation:changed', (state) => state.id === id && apply({ type: 'state', state })),
    wire.on('message:new', (message) => {
      if (message.conversationId !== id) return;
      if (message.from !== me) typing.otherStopped();
      apply({ type: 'message', message });
    }),
    wire.on('typing:changed', (change) => {
      if (change.conversationId === id && change.from !== me) typing.other(change.typing);
    }),
    wire.onConnection(handleConnection),
  ];
  outbox.pump();

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
      if (text) drawer.set(keys.draft, text);
      else drawer.remove(keys.draft);
    },
    send(text, attachments = []) {
      const words = text.trim();
      if (!words && attachments.length === 0) return;
      typing.reset();
      apply({ type: 'queue', clientId: newId(), text: words, attachments, at: clock.now() });
      outbox.pump();
    },
    retry(clientId) {
      apply({ type: 'retry', clientId });
      outbox.pump();
    },
    discard: (clientId) => apply({ type: 'discard', clientId }),
    setTyping: typing.mine,
    see() {
      const seq = lastContiguous(model.value);
      if (!joined || seq <= Math.max(seen, model.value.state.read[me])) return;
      seen = seq;
      void wire.request('message:read', { conversationId: id, seq }).then((answer) => {
        if (!answer.ok) seen = 0;
      });
    },
    refresh,
    close() {
      if (closed) return;
      closed = true;
      typing.close();
      outbox.close();
      cancelRetry();
      cancelGap();
      for (const stop of forget) stop();
    },
  };
}
