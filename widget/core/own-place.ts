import type { ConversationState } from '../../protocol/conversation.ts';
import type { DeskNow } from './status-watch.ts';

/** The desk's state for somebody who stands in a line already: who counts there is before them, not they themselves. */
export function seenBy(own: ConversationState | undefined, desk: DeskNow): DeskNow {
  if (own?.phase.name !== 'waiting' || desk.name !== 'known') return desk;
  const { service, phase } = own;
  const { services } = desk.status;
  const state = services[service];
  if (state.state !== 'open') return desk;
  const { estimateMs } = phase;
  const mine = { ...state, waiting: phase.position - 1, estimateMs };
  return { ...desk, status: { ...desk.status, services: { ...services, [service]: mine } } };
}
