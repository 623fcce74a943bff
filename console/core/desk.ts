import type { ConversationView } from '../../protocol/conversation.ts';
import type { closeAsOperator, Presence } from '../../protocol/desk.ts';
import type { Message } from '../../protocol/message.ts';
import type { infer as Infer } from 'zod/mini';
import type { Clock } from '../../widget/core/clock.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import { createObservable, type Observable } from '../../widget/core/observable.ts';
import type { Answer, Connection, OperatorWire, Trouble } from '../../widget/core/wire.ts';
import type { Calls } from './calls.ts';
import { emptyDesk, reduceDesk, type DeskEvent, type DeskModel } from './desk-state.ts';
import { createMine, type Mine } from './mine.ts';
import { citizenOf, waitingCitizen, type Citizen, type Doing, type Notice, type NoticeContent } from './notices.ts';
import { nextInLine } from './waiting-time.ts';

export type ClosingRequest = Infer<typeof closeAsOperator>;

export interface DeskOptions<Track> {
  wire: OperatorWire;
  clock: Clock;
  calls: Calls<Track>;
  /** The conversation to begin with, if it is still mine. */
  selected: string | null;
  /** Makes the client of one conversation; `catchUp` is how it comes back after a gap. */
  openConversation(view: ConversationView, catchUp: CatchUp): Conversation;
  /** Forgets drafts and unsent texts of a conversation that is done. */
  forget(conversationId: string): void;
  onNotice(notice: Notice): void;
  /** The server no longer knows our session. */
  onSessionEnded(): void;
}

export type CatchUp = (conversationId: string, lastSeq: number) => Promise<Answer<ConversationView>>;

/** An operator's desk: what the server says of it, the conversations on it, and what may be done. */
export interface Desk<Track> extends Observable<DeskModel> {
  readonly connection: Observable<Connection>;
  /** The clients of my conversations, by id. */
  readonly mine: Mine;
  readonly calls: Calls<Track>;
  accept(citizen: Citizen): Promise<void>;
  /** Accepts who is next in the lines I serve; false when nobody waits. */
  acceptNext(): Promise<boolean>;
  select(conversationId: string): void;
  setPresence(presence: Presence): Promise<void>;
  /** Not done unless the answer is `ok`; the answer is for the closing card to put into words. */
  finish(request: ClosingRequest): Promise<Answer>;
  /** An article went into the answer: its topic will be proposed at the end. */
  inserted(conversationId: string, articleId: string): void;
  /** Tells that something did not work. */
  failed(doing: Doing, code: Trouble): void;
  dismiss(noticeId: number): void;
  /** Whether somebody looks at the selected conversation: only then does it count as read. */
  watch(watching: boolean): void;
  /** Idempotent. */
  close(): void;
}

export function createDesk<Track>(options: DeskOptions<Track>): Desk<Track> {
  const { wire, clock, calls, openConversation, forget, onNotice, onSessionEnded } = options;
  const model = createObservable<DeskModel>({ ...emptyDesk, selected: options.selected });
  const connection = createObservable<Connection>(wire.connection);
  let entered = Promise.resolve(false);
  let watching = false;

  const mine = createMine({
    open: (view) => openConversation(view, catchUp),
    onChange({ value }) {
      calls.follow(value.state);
      seeSelected();
    },
    onGone: (conversationId) => calls.drop(conversationId),
  });

  function dispatch(event: DeskEvent): void {
    const before = model.value.noticesTold;
    const next = reduceDesk(model.value, event);
    if (next.desk !== null) mine.keep(next.order, next.desk.mine);
    model.set(next);
    seeSelected();
    for (const notice of next.notices) if (notice.id > before) onNotice(notice);
  }

  const tell = (content: NoticeContent): void => dispatch({ type: 'notice', content, at: clock.now() });

  async function enter(): Promise<boolean> {
    const answer = await wire.request('desk:enter', {});
    if (answer.ok) dispatch({ type: 'desk', desk: answer.desk, at: clock.now() });
    else if (answer.code === 'not-signed-in') onSessionEnded();
    return answer.ok;
  }

  /** A new connection is nobody until it has entered the desk: a conversation waits for that before it asks. */
  async function catchUp(conversationId: string, lastSeq: number): Promise<Answer<ConversationView>> {
    return (await entered)
      ? wire.request('conversation:sync', { conversationId, lastSeq })
      : { ok: false, code: 'no-answer' };
  }

  function seeSelected(): void {
    if (watching) mine.get(model.value.selected)?.see();
  }

  function citizen(conversationId: string): Citizen {
    const state = mine.get(conversationId)?.value.state;
    return state ? citizenOf(state) : { conversationId, citizenName: null, since: clock.now() };
  }

  function onMessage(message: Message): void {
    if (message.from !== 'citizen' || (watching && model.value.selected === message.conversationId)) return;
    if (message.kind === 'text') tell({ kind: 'message', ...citizen(message.conversationId) });
    else if (message.event === 'call-requested') tell({ kind: 'call-requested', ...citizen(message.conversationId) });
  }

  async function accept(who: Citizen): Promise<void> {
    if (model.value.accepting !== null) return;
    const { conversationId } = who;
    dispatch({ type: 'accept', conversationId });
    const answer = await wire.request('conversation:accept', { conversationId });
    if (answer.ok) {
      if (answer.conversation.service === 'lis') calls.enter(conversationId);
      mine.add(answer);
    }
    dispatch({ type: 'answered', conversationId, conversation: answer.ok ? answer.conversation : null });
    if (answer.ok) return;
    if (answer.code === 'already-taken') tell({ kind: 'taken', ...who });
    else failed('accept', answer.code);
  }

  function failed(doing: Doing, code: Trouble): void {
    if (code === 'not-signed-in') onSessionEnded();
    else tell({ kind: 'trouble', doing, code });
  }

  function onConnection(now: Connection): void {
    connection.set(now);
    if (now.name === 'connected') entered = enter();
    if (now.name === 'refused' && now.code === 'not-signed-in') onSessionEnded();
  }

  const releases = [
    wire.onConnection(onConnection),
    wire.on('desk:changed', (desk) => dispatch({ type: 'desk', desk, at: clock.now() })),
    wire.on('message:new', onMessage),
  ];
  onConnection(wire.connection);

  return {
    get value() {
      return model.value;
    },
    subscribe: (listener) => model.subscribe(listener),
    connection,
    mine,
    calls,
    accept,
    async acceptNext() {
      const { desk } = model.value;
      const next = nextInLine(desk?.me.skills.flatMap((service) => desk.queues[service]) ?? []);
      if (next !== undefined) await accept(waitingCitizen(next));
      return next !== undefined;
    },
    select: (conversationId) => dispatch({ type: 'select', conversationId }),
    async setPresence(presence) {
      const answer = await wire.request('presence:set', { presence });
      if (!answer.ok) failed('presence', answer.code);
    },
    async finish(request) {
      const answer = await wire.request('conversation:close', request);
      if (answer.ok) {
        dispatch({ type: 'finished', conversationId: request.conversationId });
        forget(request.conversationId);
      } else if (answer.code === 'not-signed-in') onSessionEnded();
      return answer;
    },
    inserted: (conversationId, articleId) => dispatch({ type: 'inserted', conversationId, articleId }),
    failed,
    dismiss: (id) => dispatch({ type: 'dismiss', id }),
    watch(now) {
      watching = now;
      seeSelected();
    },
    close() {
      for (const release of releases.splice(0)) release();
      mine.close();
      calls.close();
      wire.close();
    },
  };
}
