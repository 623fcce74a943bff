import type { Service } from '../../protocol/conversation.ts';
import { estimateWait, inOrder, paceOf, remember, type Served } from '../desk/queue.ts';
import type { Conversation } from './conversation-model.ts';

/** The lines of those who wait, one per service, and the pace at which they move. */
export interface WaitingLine {
  standing(service: Service): Standing[];
  /** For somebody in the line. Whoever is not in it is told what joining it would mean. */
  placeOf(conversation: Pick<Conversation, 'id' | 'service'>): Place;
  /** Remembers the place at joining: the pace is learnt from it. */
  joined(conversation: Conversation): void;
  served(conversation: Conversation, at: number): void;
  left(id: string): void;
}

export interface Place {
  /** 1 is the first. */
  position: number;
  /** null when the recent pace does not allow an honest guess. */
  estimateMs: number | null;
}

export interface Standing {
  conversation: Conversation;
  place: Place;
}

export interface WaitingLineParts {
  waiting: () => Iterable<Conversation>;
  /** Who waits and stands in no line any more: the service is closed. */
  sentHome: (service: Service) => (conversation: Conversation) => boolean;
  now: () => number;
}

export function createWaitingLine({ waiting, sentHome, now }: WaitingLineParts): WaitingLine {
  const placeAtJoining = new Map<string, number>();
  const pace: Record<Service, Served[]> = { chat: [], lis: [] };

  /** The pace is looked up once for a whole line. */
  function placesOf(service: Service): (position: number) => Place {
    const perPlace = paceOf(pace[service], now());
    return (position) => ({ position, estimateMs: estimateWait(position, perPlace) });
  }

  function standing(service: Service): Standing[] {
    const isSentHome = sentHome(service);
    const placeAt = placesOf(service);
    const here = [...waiting()].filter((each) => each.service === service && !isSentHome(each));
    return inOrder(here.map(asWaiting)).map(({ conversation }, index) => ({
      conversation,
      place: placeAt(index + 1),
    }));
  }

  function placeOf({ id, service }: Pick<Conversation, 'id' | 'service'>): Place {
    const line = standing(service);
    return line.find(({ conversation }) => conversation.id === id)?.place ?? placesOf(service)(line.length + 1);
  }

  return {
    standing,
    placeOf,
    joined(conversation) {
      placeAtJoining.set(conversation.id, placeOf(conversation).position);
    },
    served({ id, service, queuedAt }, at) {
      const place = placeAtJoining.get(id);
      if (place !== undefined) pace[service] = remember(pace[service], { at, place, waitedMs: at - queuedAt });
      placeAtJoining.delete(id);
    },
    left: (id) => void placeAtJoining.delete(id),
  };
}

/** As the rules of the order see it. */
export function asWaiting(conversation: Conversation) {
  const { phase, queuedAt } = conversation;
  return { since: queuedAt, returned: phase.name === 'waiting' && phase.returned, conversation };
}
