import type { ConversationView } from '../../protocol/conversation.ts';
import type { Consultation, ConsultationView, SideMessage } from '../../protocol/consultation.ts';
import type { EventMessage, Message } from '../../protocol/message.ts';
import type { Clock } from '../../widget/core/clock.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import { createObservable, type Observable } from '../../widget/core/observable.ts';
import type { Answer, Connection, OperatorWire, Trouble } from '../../widget/core/wire.ts';
import type { Calls } from './calls.ts';
import type { CaseNotes } from './case-notes.ts';
import { createDeskRequests, type ClosingRequest, type DeskRequests } from './desk-requests.ts';
import { emptyDesk, reduceDesk, type DeskEvent, type DeskModel } from './desk-state.ts';
import type { Leftovers } from './leftovers.ts';
import { createMine, type Mine } from './mine.ts';
import { citizenOf, waitingCitizen, type Citizen, type Doing, type Notice, type NoticeContent } from './notices.ts';
import type { SideTalk } from './side-talk.ts';
import { createSideTalks, type SideTalks } from './side-talks.ts';
import { mayTake, offeredEntry } from './transfers.ts';
import { nextInLine } from './waiting-time.ts';

export interface DeskOptions<Track> {
  wire: OperatorWire;
  clock: Clock;
  calls: Calls<Track>;
  leftovers: Leftovers;
  notes: CaseNotes;
  /** The conversation to begin with, if it is still mine. */
  selected: string | null;
  /** Makes the client of one conversation; `catchUp` is how it comes back after a gap. */
  openConversation(view: ConversationView, catchUp: CatchUp): Conversation;
  /** The same for a side conversation. */
  openSideTalk(consultation: Consultation, fetchView: FetchSideView): SideTalk;
  /** Forgets drafts and unsent texts of a conversation that is done. */
  forget(conversationId: string): void;
  forgetSideTalk(talk: SideTalk): void;
  onNotice(notice: Notice): void;
  /** The server no longer knows our session. */
  onSessionEnded(): void;
}

export type FetchSideView = (consultationId: string) => Promise<Answer<ConsultationView>>;
export type CatchUp = (conversationId: string, lastSeq: number) => Promise<Answer<ConversationView>>;

/** An operator's desk: what the server says of it, the conversations on it, and what may be done. */
export interface Desk<Track> extends Observable<DeskModel>, DeskRequests {
  readonly connection: Observable<Connection>;
  /** The clients of my conversations, by id. */
  readonly mine: Mine;
  readonly calls: Calls<Track>;
  /** What did not leave before its citizen went to somebody else. */
  readonly leftovers: Leftovers;
  /** The side conversations I take part in. */
  readonly sideTalks: SideTalks;
  /** What I write down of my conversations. */
  readonly notes: CaseNotes;
  accept(citizen: Citizen): Promise<void>;
  /** Accepts who is offered to me, or who is next in the lines I serve; false when nobody waits. */
  acceptNext(): Promise<boolean>;
  select(conversationId: string): void;
  /** Shows a question put to me. */
  showQuestion(consultationId: string): void;
  /** I take over from who asked me. */
  ready(consultationId: string): Promise<void>;
  /** Not done unless the answer is `ok`; the answer is for the closing card to put into words. */
  finish(request: ClosingRequest): Promise<Answer>;
  /** An article went into the answer: its topic will be proposed at the end. */
  inserted(conversationId: string, articleId: string): void;
  /** A supervisor takes the conversation from its operator; the answer is for the page to put into words. */
  takeOver(conversationId: string): Promise<Answer>;
  /** A line of news. */
  tell(content: NoticeContent): void;
  /** Tells that something did not work. */
  failed(doing: Doing, code: Trouble): void;
  dismiss(noticeId: number): void;
  /** Whether somebody looks at the selected conversation: only then does it count as read. */
  watch(watching: boolean): void;
  /** Idempotent. */
  close(): void;
}

export function createDesk<Track>(options: DeskOptions<Track>): Desk<Track> {
  const { wire, clock, calls, leftovers, notes, openConversation, forget, onNotice, onSessionEnded } = options;
  const model = createObservable<DeskModel>({ ...emptyDesk, selected: options.selected });
  const connection = createObservable<Connection>(wire.connection);
  let entered = Promise.resolve(false);
  let watching = false;
  let finished: string | null = null;
  let closed = false;

  const mine = createMine({
    open: (view) => openConversation(view, catchUp),
    onChange({ value }) {
      calls.follow(value.state);
      seeSelected();
    },
    onGone: letGo,
  });

  const sideTalks = createSideTalks({
    open: (consultation) => options.openSideTalk(consultation, fetchSideView),
    onGone: options.forgetSideTalk,
  });

  /** With what was written to the citizen and has not left, unless the conversation is done or the desk is closed. */
  function letGo(client: Conversation): void {
    calls.drop(client.id);
    notes.drop(client.id);
    if (closed || client.id === finished) return;
    leftovers.keep(client);
    forget(client.id);
  }

  function dispatch(event: DeskEvent): void {
    const before = model.value.noticesTold;
    const next = reduceDesk(model.value, event);
    if (next.desk !== null) {
      mine.keep(next.order, next.desk.mine);
      sideTalks.keep(next.desk);
      notes.restore(next.order);
    }
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

  async function fetchSideView(consultationId: string): Promise<Answer<ConsultationView>> {
    return (await entered) ? wire.request('consultation:view', { consultationId }) : { ok: false, code: 'no-answer' };
  }

  /** The side conversation on screen: that of the question put to me, or that about my citizen. */
  function sideOnScreen(): SideTalk | undefined {
    const { asked, selected, desk } = model.value;
    return sideTalks.get(asked ?? desk?.cases[selected ?? '']?.consultation?.id);
  }

  function seeSelected(): void {
    if (!watching) return;
    if (model.value.asked === null) mine.get(model.value.selected)?.see();
    sideOnScreen()?.see();
  }

  function citizen(conversationId: string): Citizen {
    const state = mine.get(conversationId)?.value.state;
    return state ? citizenOf(state) : { conversationId, citizenName: null, since: clock.now() };
  }

  function onMessage(message: Message): void {
    const { selected, asked } = model.value;
    if (message.kind === 'event' && message.event === 'handed-over') return onHandedOver(message);
    if (message.from !== 'citizen' || mine.get(message.conversationId) === undefined) return;
    if (watching && asked === null && selected === message.conversationId) return;
    if (message.kind === 'text') tell({ kind: 'message', ...citizen(message.conversationId) });
    else if (message.event === 'call-requested') tell({ kind: 'call-requested', ...citizen(message.conversationId) });
  }

  /** Who was asked to take over is told of by the desk; anybody else took it from me. */
  function onHandedOver({ conversationId, name }: EventMessage): void {
    const { desk } = model.value;
    const mine = desk?.mine.some(({ id }) => id === conversationId);
    if (!mine || name === undefined || name === desk?.me.name) return;
    if (desk?.cases[conversationId]?.consultation?.kind === 'transfer') return;
    tell({ kind: 'taken-over', by: name, ...citizen(conversationId) });
  }

  function onSideMessage({ consultationId, from }: SideMessage): void {
    if (from.operatorId === model.value.desk?.me.id || (watching && sideOnScreen()?.id === consultationId)) return;
    tell({ kind: 'side-message', consultationId, by: from.name });
  }

  /** Those whom I may take, the one offered to me before all others. */
  function nextForMe(): Citizen | undefined {
    const { desk } = model.value;
    if (desk === null) return undefined;
    const lines = desk.me.skills.flatMap((service) => desk.queues[service]);
    const next = offeredEntry(desk) ?? nextInLine(lines.filter((entry) => mayTake(entry, desk.me)));
    return next && waitingCitizen(next);
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
    if (now.name === 'connected') {
      entered = enter();
      void entered.then((isIn) => isIn && notes.flush());
    }
    if (now.name === 'refused' && now.code === 'not-signed-in') onSessionEnded();
  }

  const releases = [
    wire.onConnection(onConnection),
    wire.on('desk:changed', (desk) => dispatch({ type: 'desk', desk, at: clock.now() })),
    wire.on('message:new', onMessage),
    wire.on('side-message:new', onSideMessage),
    sideTalks.subscribe(seeSelected),
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
    leftovers,
    sideTalks,
    notes,
    ...createDeskRequests({ wire, failed, onSessionEnded, beforeLeaving: () => notes.flush() }),
    accept,
    async acceptNext() {
      const next = nextForMe();
      if (next !== undefined) await accept(next);
      return next !== undefined;
    },
    select: (conversationId) => dispatch({ type: 'select', conversationId }),
    showQuestion: (consultationId) => dispatch({ type: 'asked', consultationId }),
    async ready(consultationId) {
      const answer = await wire.request('consultation:ready', { consultationId });
      if (!answer.ok) return failed('ready', answer.code);
      const { conversation } = answer;
      mine.add(answer);
      dispatch({ type: 'answered', conversationId: conversation.id, conversation });
    },
    async takeOver(conversationId) {
      const answer = await wire.request('conversation:take-over', { conversationId });
      if (answer.ok) {
        mine.add(answer);
        dispatch({ type: 'answered', conversationId, conversation: answer.conversation });
      } else if (answer.code === 'not-signed-in') onSessionEnded();
      return answer;
    },
    tell,
    async finish(request) {
      notes.flush();
      const answer = await wire.request('conversation:close', request);
      if (answer.ok) {
        finished = request.conversationId;
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
      closed = true;
      for (const release of releases.splice(0)) release();
      mine.close();
      sideTalks.close();
      notes.close();
      calls.close();
      wire.close();
    },
  };
}
