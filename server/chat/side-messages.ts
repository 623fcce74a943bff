import type { SideMessage } from '../../protocol/consultation.ts';
import type { ConsultationRecord, SideMessageRecord } from '../store/desk-records.ts';
import type { Writer } from '../store/store.ts';
import { isAsked } from './desk-views.ts';
import type { Floor } from './floor.ts';

export function sideMessageView({ operatorId, name, ...same }: SideMessageRecord): SideMessage {
  const { consultationId, seq, at, clientId, text } = same;
  return { consultationId, seq, at, from: { operatorId, name }, clientId, text };
}

/**
 * In the lane of the consultation's conversation.
 * @param beside is written in the same transaction
 * @returns with what tells those who take part, except the connection that has it as its acknowledgement
 */
export async function addSideMessage(
  { store, book, roster, voice, deskChanged, now }: Floor,
  consultation: ConsultationRecord,
  draft: Pick<SideMessageRecord, 'operatorId' | 'name' | 'clientId' | 'text'>,
  beside?: (writer: Writer) => Promise<void>,
): Promise<{ message: SideMessageRecord; tell: (except?: string) => void }> {
  const { id, conversationId } = consultation;
  const at = now();
  const { message, added } = await store.write(async (writer) => {
    await beside?.(writer);
    return writer.appendSideMessage({ ...draft, consultationId: id, at });
  });
  // Sent again because the acknowledgement was lost: everyone has it already.
  if (!added) return { message, tell: () => {} };
  const current = book.get(conversationId)?.consultation;
  if (current?.id === id) book.apply(conversationId, { consultation: { ...current, lastSeq: message.seq } });

  function tell(except?: string): void {
    const asked = [...roster.values()].filter((member) => isAsked(consultation, member));
    const view = sideMessageView(message);
    for (const to of new Set([consultation.openedById, ...asked.map((member) => member.id)])) {
      voice.toOperator(to, 'side-message:new', view, except);
    }
    deskChanged();
  }
  return { message, tell };
}
