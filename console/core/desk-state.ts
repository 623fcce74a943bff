import type { ConversationState } from '../../protocol/conversation.ts';
import type { DeskState, QueueEntry } from '../../protocol/desk.ts';
import { openConsultations } from './side-talks.ts';
import { deskNews, type Notice, type NoticeContent } from './notices.ts';

/** Everything the operator's screen knows beside the conversations themselves. Immutable. */
export interface DeskModel {
  /** The server's word, whole; null before the first answer. */
  desk: DeskState | null;
  /** My conversations in the order they came to me: the order on screen, which never changes under the pointer. */
  order: readonly string[];
  /** The conversation in the middle column. */
  selected: string | null;
  /** A question put to me, in the middle column instead of the conversation. */
  asked: string | null;
  /** Asked for and not yet answered. */
  accepting: string | null;
  /** The article last put into an answer, by conversation. */
  inserted: Readonly<Record<string, string>>;
  /** Oldest first. */
  notices: readonly Notice[];
  /** How many notices there have been: the next one's id is one more, whichever are left. */
  noticesTold: number;
}

export type DeskEvent =
  | { type: 'desk'; desk: DeskState; at: number }
  | { type: 'select'; conversationId: string | null }
  /** A question put to me is to be shown. */
  | { type: 'asked'; consultationId: string }
  | { type: 'accept'; conversationId: string }
  /** The acceptance was answered: with the conversation, or with a refusal (null). */
  | { type: 'answered'; conversationId: string; conversation: ConversationState | null }
  | { type: 'notice'; content: NoticeContent; at: number }
  /** The server has ended this one: it is mine no longer, whenever the desk's next word comes. */
  | { type: 'finished'; conversationId: string }
  | { type: 'inserted'; conversationId: string; articleId: string }
  | { type: 'dismiss'; id: number };

export const emptyDesk: DeskModel = {
  desk: null,
  order: [],
  selected: null,
  asked: null,
  accepting: null,
  inserted: {},
  notices: [],
  noticesTold: 0,
};

/** Notices kept at once; older ones have been overtaken by events. */
const NOTICES_KEPT = 5;
export function reduceDesk(model: DeskModel, event: DeskEvent): DeskModel {
  switch (event.type) {
    case 'desk':
      return withDesk(model, event.desk, event.at);
    case 'select':
      return withSelected(model, event.conversationId);
    case 'asked':
      return {
        ...model,
        asked: event.consultationId,
        notices: model.notices.filter((notice) => !speaksOf(notice, event.consultationId)),
      };
    case 'accept':
      return { ...model, accepting: event.conversationId };
    case 'answered': {
      const settled = model.accepting === event.conversationId ? { ...model, accepting: null } : model;
      if (event.conversation === null) return settled;
      return withSelected(withTaken(withoutRefusal(settled), event.conversation), event.conversationId);
    }
    case 'notice':
      return withNotice(model, event.content, event.at);
    case 'finished':
      return withoutMine(model, event.conversationId);
    case 'inserted':
      return { ...model, inserted: { ...model.inserted, [event.conversationId]: event.articleId } };
    case 'dismiss':
      return { ...model, notices: model.notices.filter(({ id }) => id !== event.id) };
    default:
      return unreachable(event);
  }
}

function withDesk(model: DeskModel, desk: DeskState, at: number): DeskModel {
  const mine = desk.mine.toSorted((a, b) => mineSince(a) - mineSince(b)).map(({ id }) => id);
  const order = [...model.order.filter((id) => mine.includes(id)), ...mine.filter((id) => !model.order.includes(id))];
  const selected = order.includes(model.selected ?? '') ? model.selected : neighbour(model, order);
  const asked = desk.consultations.some(({ id }) => id === model.asked) ? model.asked : null;
  const notices = model.notices.filter((notice) => stillTrue(notice, desk));
  const next = { ...model, desk, order, selected, asked, notices };
  return deskNews(model.desk, desk).reduce<DeskModel>((told, content) => withNotice(told, content, at), next);
}

/** Who was taken waits no longer; who is gone needs no answer. */
function stillTrue(notice: Notice, desk: DeskState): boolean {
  switch (notice.kind) {
    case 'joined':
    case 'returned':
      return desk.queues[notice.service].some(({ conversationId }) => conversationId === notice.conversationId);
    case 'offered':
      return desk.offer?.conversationId === notice.conversationId;
    case 'asked':
      return desk.consultations.some(({ id }) => id === notice.consultationId);
    case 'side-message':
      return openConsultations(desk).some(({ id }) => id === notice.consultationId);
    case 'listening':
    case 'message':
    case 'call-requested':
      return desk.mine.some(({ id }) => id === notice.conversationId);
    case 'announced':
      return desk.notices.some(({ id }) => id === notice.announcement.id);
    case 'announced-no-more':
      return desk.notices.every(({ id }) => id !== notice.announcement.id);
    case 'passed':
    case 'lost':
    case 'moved':
      return isWaiting(desk, notice.conversationId);
    case 'taken':
    case 'handed-over':
      return desk.mine.every(({ id }) => id !== notice.conversationId);
    // The server's word that it is mine no longer comes after it.
    case 'taken-over':
    case 'left':
    case 'asked-no-more':
    case 'trouble':
      return true;
    case 'callback':
      return desk.callbacks.open > 0;
    default:
      return unreachable(notice);
  }
}

function isWaiting({ queues }: DeskState, id: string): boolean {
  return Object.values(queues).some((line) => line.some(({ conversationId }) => conversationId === id));
}

/** When a conversation came to me: the order of a page that has just been loaded is that of the one before. */
function mineSince({ phase, startedAt }: ConversationState): number {
  return phase.name === 'live' ? phase.since : startedAt;
}

/** When the one on screen goes, the next in the list takes its place; after the last one, the one before it. */
function neighbour({ order, selected }: DeskModel, left: readonly string[]): string | null {
  const after = order.slice(order.indexOf(selected ?? '') + 1).find((id) => left.includes(id));
  return after ?? left.at(-1) ?? null;
}

/** The acceptance may be answered before the desk says so: it is mine, and in line no longer, either way. */
function withTaken(model: DeskModel, conversation: ConversationState): DeskModel {
  const { id } = conversation;
  const order = model.order.includes(id) ? model.order : [...model.order, id];
  if (model.desk === null) return { ...model, order };
  const { chat, lis } = model.desk.queues;
  const without = (line: QueueEntry[]): QueueEntry[] => line.filter(({ conversationId }) => conversationId !== id);
  const mine = [...model.desk.mine.filter((state) => state.id !== id), conversation];
  return { ...model, order, desk: { ...model.desk, mine, queues: { chat: without(chat), lis: without(lis) } } };
}

function withoutMine(model: DeskModel, id: string): DeskModel {
  const order = model.order.filter((candidate) => candidate !== id);
  const selected = model.selected === id ? neighbour(model, order) : model.selected;
  const desk = model.desk && { ...model.desk, mine: model.desk.mine.filter((state) => state.id !== id) };
  return { ...model, desk, order, selected };
}

/** To look at a conversation is to have heard what was said of it. */
function withSelected(model: DeskModel, id: string | null): DeskModel {
  const question = model.desk?.cases[id ?? '']?.consultation?.id;
  const notices = model.notices.filter((notice) => !speaksOf(notice, id) && !speaksOf(notice, question));
  return { ...model, selected: id, asked: null, notices };
}

/** Whether a notice is overtaken by looking at this conversation or question. */
function speaksOf(notice: Notice, id: string | null | undefined): boolean {
  switch (notice.kind) {
    case 'message':
    case 'call-requested':
      return notice.conversationId === id;
    case 'asked':
    case 'side-message':
      return notice.consultationId === id;
    default:
      return false;
  }
}

function withNotice(model: DeskModel, content: NoticeContent, at: number): DeskModel {
  const others = model.notices.filter((notice) => !sameMatter(notice, content));
  const id = model.noticesTold + 1;
  return { ...model, noticesTold: id, notices: [...others, { id, at, ...content }].slice(-NOTICES_KEPT) };
}

/** Somebody was taken: that the one before could not be is no longer what the operator has to know. */
function withoutRefusal(model: DeskModel): DeskModel {
  const old = (notice: Notice): boolean =>
    notice.kind === 'taken' || (notice.kind === 'trouble' && notice.doing === 'accept');
  return { ...model, notices: model.notices.filter((notice) => !old(notice)) };
}

/** A second message of the same person replaces the notice of the first. */
function sameMatter(a: NoticeContent, b: NoticeContent): boolean {
  return a.kind === b.kind && matterOf(a) === matterOf(b);
}

/** Of trouble the newest is enough. */
function matterOf(content: NoticeContent): string {
  if ('conversationId' in content) return content.conversationId;
  if ('consultationId' in content) return content.consultationId;
  if ('callbackId' in content) return content.callbackId;
  return content.kind === 'trouble' ? content.kind : content.announcement.id;
}

function unreachable(value: never): never {
  throw new TypeError(`no such event or notice: ${JSON.stringify(value)}`);
}
