import type { Service, WaitingPhase } from '../../protocol/conversation.ts';
import type { DeskConfig } from '../config.ts';
import { openingAt } from '../desk/calendar.ts';
import type { Opening } from '../desk/hours.ts';
import { isStaffing } from '../desk/routing.ts';
import type { DeskSettings } from '../desk/settings.ts';
import { isSentHome, nextWaitMoment, waitTold, type WaitFacts } from '../desk/waiting.ts';
import type { Conversation } from './conversation-model.ts';
import type { Roster } from './roster.ts';
import type { Targets } from './targets.ts';
import type { Place, Standing } from './waiting-line.ts';

/** What those who wait are told beside their place, and what becomes of them as time goes by. */
export interface WaitingRoom {
  phaseOf(conversation: Conversation, place: Place): WaitingPhase;
  /** Who is asked to leave a message because it is closed: out of the line. */
  sentHome(service: Service): (conversation: Conversation) => boolean;
  /** @returns the next moment at which somebody is told something else, and who has to be seen to now */
  review(waiting: Standing[]): { next: number; toPromise: Standing[]; toAbandon: Conversation[] };
}

export interface WaitingRoomParts {
  settings: () => DeskSettings;
  roster: Roster;
  targets: Targets;
  config: Pick<DeskConfig, 'operatorGraceMs'>;
  now: () => number;
}

/** So long somebody who was sent home may still leave a message here. */
const LEAVING_MS = 30 * 60_000;

export function createWaitingRoom({ settings, roster, targets, config, now }: WaitingRoomParts): WaitingRoom {
  // After a restart the operators' pages need a moment to come back.
  const staffedUntil = now() + config.operatorGraceMs;
  const sentHomeSince = new Map<string, number>();

  const opening = (service: Service): Opening => openingAt(settings(), service, now());

  /** A connection that is lost for a moment leaves the desk staffed: nobody is told a thing that is over again. */
  function isStaffed(service: Service): boolean {
    return now() < staffedUntil || [...roster.values()].some((member) => isStaffing(member, service));
  }

  function factsOf(
    { queuedAt, promisedUntil, answeredAt, transfer, service }: Conversation,
    { estimateMs }: Place,
    known: { opening: Opening; staffed: boolean } = { opening: opening(service), staffed: isStaffed(service) },
  ): WaitFacts {
    return {
      since: queuedAt,
      estimateMs,
      promisedUntil,
      answered: answeredAt !== null,
      opening: known.opening,
      staffed: known.staffed || (transfer?.reserved ?? false),
    };
  }

  function notedHome(id: string, isHome: boolean): number {
    if (!isHome) sentHomeSince.delete(id);
    else if (!sentHomeSince.has(id)) sentHomeSince.set(id, now());
    return sentHomeSince.get(id) ?? Infinity;
  }

  return {
    phaseOf(conversation, place) {
      const { language, queuedAt, transfer } = conversation;
      return {
        name: 'waiting',
        since: queuedAt,
        ...place,
        ...waitTold(factsOf(conversation, place), settings().queue, now()),
        transferTo: transfer?.reserved ? targets.nameOf(transfer.to, language) : null,
      };
    },

    sentHome(service) {
      const facts = { opening: opening(service) };
      const rules = settings().queue;
      return ({ answeredAt }) => isSentHome({ ...facts, answered: answeredAt !== null }, rules);
    },

    review(waiting) {
      const at = now();
      const rules = settings().queue;
      const known = {
        chat: { opening: opening('chat'), staffed: isStaffed('chat') },
        lis: { opening: opening('lis'), staffed: isStaffed('lis') },
      };
      let next = at < staffedUntil && waiting.length > 0 ? staffedUntil : Infinity;
      const toAbandon: Conversation[] = [];
      for (const { conversation, place } of waiting) {
        const facts = factsOf(conversation, place, known[conversation.service]);
        const leavesAt = notedHome(conversation.id, isSentHome(facts, rules)) + LEAVING_MS;
        if (leavesAt <= at) toAbandon.push(conversation);
        next = Math.min(next, nextWaitMoment(facts, rules, at), leavesAt > at ? leavesAt : Infinity);
      }
      const here = new Set(waiting.map(({ conversation }) => conversation.id));
      for (const id of sentHomeSince.keys()) if (!here.has(id)) sentHomeSince.delete(id);
      const toPromise = waiting.filter(
        ({ conversation, place }) => conversation.promisedUntil === null && place.estimateMs !== null,
      );
      return { next, toPromise, toAbandon };
    },
  };
}
