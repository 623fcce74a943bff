import type { Consultation } from '../../protocol/consultation.ts';
import type { DeskState, OperatorState, QueueEntry, Transfer } from '../../protocol/desk.ts';

/** Who is asked or handed to: an office, or one colleague. */
export type Recipient = Transfer['to'] | Consultation['to'];

/** Who waits for an office or a colleague is theirs to take, for as long as the transfer lasts. */
export function mayTake({ transfer }: QueueEntry, me: Pick<OperatorState, 'id' | 'offices'>): boolean {
  if (transfer === null) return true;
  const { to } = transfer;
  return 'operator' in to ? to.operator.id === me.id : me.offices.includes(to.office);
}

/** The citizen offered to me, as they stand in line. */
export function offeredEntry({ offer, queues }: Pick<DeskState, 'offer' | 'queues'>): QueueEntry | undefined {
  if (offer === null) return undefined;
  return Object.values(queues)
    .flat()
    .find(({ conversationId }) => conversationId === offer.conversationId);
}
