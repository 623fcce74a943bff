import type { ConversationInput, Conversation } from './conversation-model.ts';
import type { Floor } from './floor.ts';
import { settle } from './settle.ts';
import { isOf } from './targets.ts';
import type { Standing } from './waiting-line.ts';

/** Does what time brings about: offers, what those who wait are told, transfers that nobody took. */
export interface Keeper {
  /** @returns the next moment at which something comes about by itself */
  review(): number;
}

export function createKeeper(floor: Floor): Keeper {
  const { offers, announcer, room, config, now } = floor;
  // After a restart the operators' pages need a moment to come back.
  const allBackAt = now() + config.operatorGraceMs;

  function failTransfers(waiting: Standing[]): number {
    const { transferMs } = floor.settings().queue;
    let next = Infinity;
    for (const { conversation } of waiting) {
      if (!conversation.transfer?.reserved) continue;
      const end = isSomebodyThere(conversation) ? conversation.transfer.at + transferMs : 0;
      if (end <= now()) void changeLater(floor, conversation.id, failure);
      else next = Math.min(next, end, now() < allBackAt ? allBackAt : Infinity);
    }
    return next;
  }

  function failure({ transfer, language }: Conversation): ConversationInput | null {
    if (!transfer?.reserved) return null;
    return { type: 'transfer-fails', to: floor.targets.nameOf(transfer.to, language), at: now() };
  }

  function isSomebodyThere({ transfer }: Conversation): boolean {
    if (!transfer || now() < allBackAt) return true;
    const those = [...floor.roster.values()].filter(({ presence }) => presence === 'available');
    return those.some((member) => isOf(transfer.to, member) && member.id !== transfer.hadById);
  }

  return {
    review() {
      const nextOffer = offers.review();
      const waiting = announcer.tellWaiting();
      announcer.tellDesks();
      const { next, toPromise, toAbandon } = room.review(waiting);
      for (const { conversation, place } of toPromise) {
        void promise(floor, conversation.id, now() + (place.estimateMs ?? 0));
      }
      for (const { id } of toAbandon) void changeLater(floor, id, () => ({ type: 'abandon', at: now() }));
      return Math.min(nextOffer, next, failTransfers(waiting));
    },
  };
}

/** What was said once is kept: a wait that grows beyond it is told. */
async function promise({ book, store, log }: Floor, id: string, promisedUntil: number): Promise<void> {
  try {
    await book.inLane(id, async () => {
      const conversation = book.get(id);
      if (conversation?.phase.name !== 'waiting' || conversation.promisedUntil !== null) return;
      await store.write((writer) => writer.updateConversation(id, { promisedUntil }));
      book.apply(id, { promisedUntil });
    });
  } catch (error) {
    log.error({ err: error }, 'an estimate that was told could not be stored');
  }
}

/** Decided in the lane, where all that came before is done; what fails is tried again at the next look. */
async function changeLater(
  floor: Floor,
  id: string,
  decide: (conversation: Conversation) => ConversationInput | null,
): Promise<void> {
  const { book, log } = floor;
  try {
    await book.inLane(id, async () => {
      const conversation = book.get(id);
      const input = conversation && decide(conversation);
      if (!input) return;
      const changed = await book.change(conversation, input);
      if (changed.ok) settle(floor, changed)();
    });
  } catch (error) {
    log.error({ err: error }, 'what time brought about could not be stored');
  }
}
