import type { Offer } from '../../protocol/desk.ts';
import {
  declineOffer,
  NO_OFFERS,
  nextOfferMoment,
  offerTo,
  reviewOffers,
  showPresence,
  type Asking,
  type Candidate,
  type Offers,
} from '../desk/offers.ts';
import { inOrder } from '../desk/queue.ts';
import { isAskedFor } from '../desk/routing.ts';
import type { Conversation } from './conversation-model.ts';
import { loadOf, type LoadParts } from './load.ts';
import type { DeskSettings } from '../desk/settings.ts';
import type { Attendance } from './attendance.ts';
import { changeMember, type Roster } from './roster.ts';
import { isOf } from './targets.ts';
import { asWaiting, type WaitingLine } from './waiting-line.ts';

/** Asks operators, one after the other, to take whoever waits. In memory: after a restart it is asked anew. */
export interface OfferRunner {
  to(operatorId: string): Offer | null;
  /** Who is being asked about this one. */
  of(conversationId: string): string | null;
  /** @returns false when they were not being asked about it */
  decline(operatorId: string, conversationId: string): boolean;
  /** They have done something at the desk: they are there. */
  present(operatorId: string): void;
  /** Asks whoever is next. @returns the next moment at which it has to be looked at again */
  review(): number;
}

export interface OfferParts extends LoadParts {
  line: WaitingLine;
  roster: Roster;
  operators: Pick<Attendance, 'isHere'>;
  settings: () => DeskSettings;
  now: () => number;
}

export function createOfferRunner(parts: OfferParts): OfferRunner {
  const { line, roster, operators, settings, now } = parts;
  let offers: Offers = NO_OFFERS;

  function candidates(): Candidate[] {
    const { queue } = settings();
    const ready = [...roster.values()].filter(({ id, presence }) => presence === 'available' && operators.isHere(id));
    return ready.map((member) => {
      const load = loadOf(parts, member);
      const room = { chat: isAskedFor(load, 'chat', queue), lis: isAskedFor(load, 'lis', queue) };
      const { id, skills, languages, idleSince } = member;
      return { id, skills, languages, idleSince, room };
    });
  }

  /** Both lines as one: who can serve either goes to whoever came first. */
  function asking(): Asking[] {
    const both = [...line.standing('lis'), ...line.standing('chat')];
    return inOrder(both.map(({ conversation }) => asWaiting(conversation))).map(({ conversation }) => ({
      conversationId: conversation.id,
      service: conversation.service,
      language: conversation.language,
      only: reservedFor(conversation, roster),
    }));
  }

  return {
    to: (operatorId) => offerTo(offers, operatorId),
    of: (conversationId) => offers.open.get(conversationId)?.operatorId ?? null,
    decline(operatorId, conversationId) {
      const time = { now: now(), offerMs: settings().queue.offerMs };
      const declined = declineOffer(offers, operatorId, conversationId, time);
      if (declined) offers = declined;
      return declined !== null;
    },
    present(operatorId) {
      offers = showPresence(offers, operatorId);
    },
    review() {
      const time = { now: now(), offerMs: settings().queue.offerMs };
      const reviewed = reviewOffers(offers, { line: asking(), operators: candidates() }, time);
      offers = reviewed.offers;
      // Nobody is handed to an empty desk. They see it, and why, and come back with one press.
      const away = { presence: 'break', breakReason: 'missed-offers' } as const;
      for (const id of reviewed.away) changeMember(roster, id, away);
      return nextOfferMoment(offers, time.now);
    },
  };
}

/** Those to whom it was handed, without the one who had it. */
function reservedFor({ transfer }: Conversation, roster: Roster): Asking['only'] {
  if (!transfer?.reserved) return null;
  const those = [...roster.values()].filter((member) => isOf(transfer.to, member) && member.id !== transfer.hadById);
  return new Set(those.map(({ id }) => id));
}
