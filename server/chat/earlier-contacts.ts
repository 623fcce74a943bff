import type { Logger } from 'pino';
import type { EarlierContact } from '../../protocol/desk.ts';
import type { Store } from '../store/store.ts';
import type { Conversation } from './conversation-model.ts';
import type { People } from './roster.ts';

/** What was talked about earlier in the same visit: looked up once for each conversation on a desk, then known. */
export interface EarlierContacts {
  /** Empty until it is known; then the desks are told. */
  of(conversation: Conversation): EarlierContact[];
  forget(conversationId: string): void;
}

export interface EarlierParts {
  store: Pick<Store, 'conversationsOfVisit'>;
  people: People;
  onKnown: () => void;
  log: Logger;
}

export function createEarlierContacts({ store, people, onKnown, log }: EarlierParts): EarlierContacts {
  const known = new Map<string, EarlierContact[]>();

  async function lookUp(id: string, visitId: string): Promise<void> {
    const visit = await store.conversationsOfVisit(visitId);
    const before = visit.filter(({ conversationId }) => conversationId !== id);
    known.set(
      id,
      before.map(({ operatorId, ...same }) => ({
        ...same,
        operator: operatorId === null ? null : people.nameOf(operatorId),
      })),
    );
    if (before.length > 0) onKnown();
  }

  return {
    of({ id, visitId }) {
      const found = known.get(id);
      if (found) return found;
      known.set(id, []);
      if (visitId !== null) {
        lookUp(id, visitId).catch((error: unknown) => {
          known.delete(id);
          log.error({ err: error }, 'the earlier contacts of a visit could not be looked up');
        });
      }
      return [];
    },
    forget: (id) => void known.delete(id),
  };
}
