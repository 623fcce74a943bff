import type { ConversationState, Service } from '../../protocol/conversation.ts';
import type { DeskState, QueueEntry } from '../../protocol/desk.ts';
import type { Notice as Announcement } from '../../protocol/notice.ts';
import type { Trouble } from '../../widget/core/wire.ts';
import { offeredEntry, type Recipient } from './transfers.ts';

/** Something the operator should know now, in one line. Kept until dismissed or until newer ones push it out. */
export type Notice = { id: number; at: number } & NoticeContent;

export type NoticeContent =
  /** Somebody is waiting where nobody was: the one that may make a sound. */
  | ({ kind: 'joined'; service: Service } & Citizen)
  /** Back in line because their operator was lost. */
  | ({ kind: 'returned'; service: Service } & Citizen)
  /** For me to take, for a short while. */
  | ({ kind: 'offered'; service: Service } & Citizen)
  /** One of my conversations is on its way to an office or a colleague. */
  | ({ kind: 'passed'; to: Recipient } & Citizen)
  /** Who was asked has taken over. */
  | ({ kind: 'handed-over'; to: Recipient } & Citizen)
  /** A supervisor has taken over what was mine. */
  | ({ kind: 'taken-over'; by: string } & Citizen)
  /** A colleague asks me, or somebody of my office. */
  | { kind: 'asked'; consultationId: string; by: string }
  /** The question put to me is over. */
  | { kind: 'asked-no-more'; consultationId: string; by: string }
  /** A line in a side conversation that is not on screen. */
  | { kind: 'side-message'; consultationId: string; by: string }
  /** A supervisor reads along. */
  | ({ kind: 'listening'; by: string } & Citizen)
  /** Another operator was quicker. */
  | ({ kind: 'taken' } & Citizen)
  /** The citizen ended one of my conversations. */
  | ({ kind: 'left' } & Citizen)
  /** One of my conversations now waits for an operator who signs: its citizen asked for a call. */
  | ({ kind: 'moved' } & Citizen)
  /** One of my conversations went back to the queue while my connection was gone. */
  | ({ kind: 'lost' } & Citizen)
  /** A message in a conversation that is not on screen. */
  | ({ kind: 'message' } & Citizen)
  | ({ kind: 'call-requested' } & Citizen)
  /** Citizens are told something new, or in other words. */
  | { kind: 'announced'; announcement: Announcement }
  /** Citizens are no longer told this. */
  | { kind: 'announced-no-more'; announcement: Announcement }
  /** A promise that I took is due within the hour, or late. */
  | { kind: 'callback'; stage: 'soon' | 'overdue'; callbackId: string; number: string; citizenName: string | null }
  | { kind: 'trouble'; doing: Doing; code: Trouble };

/** What did not work. */
export type Doing = 'accept' | 'decline' | 'presence' | 'close' | 'end-question' | 'ready' | 'sign-out';

/** Whom a notice speaks of; the one who gave no name is told apart by the time. */
export interface Citizen {
  conversationId: string;
  citizenName: string | null;
  since: number;
}

/** What is new between two states of the desk. Silent on the first one: nothing in it is news. */
export function deskNews(before: DeskState | null, after: DeskState): NoticeContent[] {
  if (before === null) return [];
  return [
    ...announcementNews(before.notices, after.notices),
    ...after.me.skills.flatMap((service) => queueNews(before, after, service)),
    ...offerNews(before, after),
    ...ownNews(before, after),
    ...questionNews(before, after),
    ...listenerNews(before, after),
  ];
}

function announcementNews(before: readonly Announcement[], after: readonly Announcement[]): NoticeContent[] {
  const known = new Map(before.map((announcement) => [announcement.id, JSON.stringify(announcement)]));
  const fresh = after.filter((announcement) => known.get(announcement.id) !== JSON.stringify(announcement));
  const over = before.filter(({ id }) => !after.some((announcement) => announcement.id === id));
  return [
    ...over.map((announcement) => ({ kind: 'announced-no-more' as const, announcement })),
    // They come with the newest first; told last, the newest is the one that stays in view.
    ...fresh.toReversed().map((announcement) => ({ kind: 'announced' as const, announcement })),
  ];
}

function queueNews(before: DeskState, after: DeskState, service: Service): NoticeContent[] {
  const known = new Set(before.queues[service].map(({ conversationId }) => conversationId));
  const fresh = after.queues[service].filter(({ conversationId }) => !known.has(conversationId));
  const returned = fresh
    .filter((entry) => entry.returned && !before.mine.some(({ id }) => id === entry.conversationId))
    .map((entry) => ({ kind: 'returned' as const, service, ...waitingCitizen(entry) }));
  // Of who is offered to me, or on the way to somebody else, nothing is to be said here.
  const first = fresh.find(
    (entry) => !entry.returned && entry.transfer === null && entry.conversationId !== after.offer?.conversationId,
  );
  if (first === undefined || before.queues[service].length > 0) return returned;
  return [...returned, { kind: 'joined', service, ...waitingCitizen(first) }];
}

function offerNews(before: DeskState, after: DeskState): NoticeContent[] {
  if (after.offer?.conversationId === before.offer?.conversationId) return [];
  const entry = offeredEntry(after);
  return entry ? [{ kind: 'offered', service: entry.service, ...waitingCitizen(entry) }] : [];
}

function ownNews(before: DeskState, after: DeskState): NoticeContent[] {
  const waiting = new Map(
    Object.values(after.queues).flatMap((line) => line.map((entry) => [entry.conversationId, entry])),
  );
  return before.mine.flatMap((old): NoticeContent[] => {
    const citizen = citizenOf(old);
    const entry = waiting.get(old.id);
    if (entry?.transfer) return [{ kind: 'passed', to: entry.transfer.to, ...citizen }];
    if (entry !== undefined) return [{ kind: entry.returned ? 'lost' : 'moved', ...citizen }];
    const now = after.mine.find(({ id }) => id === old.id);
    const asked = before.cases[old.id]?.consultation;
    if (now === undefined && asked?.kind === 'transfer') return [{ kind: 'handed-over', to: asked.to, ...citizen }];
    const ended = now?.phase.name === 'closed' && now.phase.by !== 'operator' && old.phase.name !== 'closed';
    return ended ? [{ kind: 'left', ...citizen }] : [];
  });
}

function questionNews(before: DeskState, after: DeskState): NoticeContent[] {
  const had = new Set(before.consultations.map(({ id }) => id));
  const has = new Set(after.consultations.map(({ id }) => id));
  const mine = new Set(after.mine.map(({ id }) => id));
  return [
    ...after.consultations
      .filter(({ id }) => !had.has(id))
      .map(({ id, openedBy }) => ({ kind: 'asked' as const, consultationId: id, by: openedBy.name })),
    // Whoever has taken over knows that the question is over.
    ...before.consultations
      .filter(({ id, conversationId }) => !has.has(id) && !mine.has(conversationId))
      .map(({ id, openedBy }) => ({ kind: 'asked-no-more' as const, consultationId: id, by: openedBy.name })),
  ];
}

function listenerNews(before: DeskState, after: DeskState): NoticeContent[] {
  return after.mine.flatMap((state) => {
    const known = new Set(before.cases[state.id]?.listeners.map(({ id }) => id));
    const fresh = after.cases[state.id]?.listeners.filter(({ id }) => !known.has(id)) ?? [];
    return fresh.map(({ name }) => ({ kind: 'listening' as const, by: name, ...citizenOf(state) }));
  });
}

/** Of a conversation that is mine. */
export const citizenOf = ({ id, citizenName, startedAt }: ConversationState): Citizen => ({
  conversationId: id,
  citizenName,
  since: startedAt,
});

/** Of one who waits. */
export const waitingCitizen = ({ conversationId, citizenName, since }: QueueEntry): Citizen => ({
  conversationId,
  citizenName,
  since,
});
