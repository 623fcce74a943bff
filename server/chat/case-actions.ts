import type { infer as Infer } from 'zod/mini';
import type { addContact, writeNote } from '../../protocol/desk.ts';
import { StoreError, type ContactRecord } from '../store/store.ts';
import type { Operator } from './actors.ts';
import { belonging, type Floor } from './floor.ts';
import { done, refused, type Reply } from './reply.ts';

/** What operators write down for themselves and for what is counted. */
export interface CaseActions {
  /** For colleagues; the citizen never sees it. */
  note(operator: Operator, request: Infer<typeof writeNote>): Promise<Reply>;
  /** One that came in another way. */
  addContact(operator: Operator, request: Infer<typeof addContact>): Promise<Reply>;
}

/** Clocks differ a little: what came in this very moment is not in the future. */
const TOLERANCE_MS = 60_000;

export function createCaseActions(floor: Floor): CaseActions {
  const { store, book, targets, now } = floor;

  return {
    note: (operator, { conversationId, note }) =>
      book.inLane(conversationId, async () => {
        const found = belonging(floor, operator, conversationId);
        if (!found.ok) return refused(found.code);
        floor.offers.present(operator.account.id);
        await store.write((writer) => writer.updateConversation(conversationId, { note }));
        book.apply(conversationId, { note });
        return done({}, () => floor.deskChanged());
      }),

    async addContact({ account }, request) {
      const { contactId, office, at } = request;
      if (at > now() + TOLERANCE_MS) return refused('invalid');
      if (office !== undefined && !targets.office(office)) return refused('not-found');
      try {
        await store.write((writer) => writer.addContact(typedIn(request, account.id, now())));
        return done({});
      } catch (error) {
        if (!(error instanceof StoreError) || error.code !== 'conflict') throw error;
        // Sent again because the acknowledgement was lost; anything else of this name is not theirs to name.
        const known = await store.contact(contactId);
        return known?.operatorId === account.id && known.channel === request.channel ? done({}) : refused('forbidden');
      }
    },
  };
}

function typedIn(request: Infer<typeof addContact>, operatorId: string, closedAt: number): ContactRecord {
  const { contactId, channel, at, reason, topic, outcome, office, note } = request;
  return {
    id: contactId,
    conversationId: null,
    channel,
    language: 'it',
    reason,
    topic,
    outcome,
    handling: 'direct',
    office: office ?? null,
    operatorId,
    arrivedAt: at,
    // How long somebody waited elsewhere nobody has measured.
    answeredAt: null,
    closedAt,
    heldMs: 0,
    selfHelpFirst: false,
    stars: null,
    comment: null,
    note: note || null,
  };
}
