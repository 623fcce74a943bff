import type { Code } from '../../protocol/codes.ts';
import type { Service } from '../../protocol/conversation.ts';
import type { Presence } from '../../protocol/desk.ts';

/** What an operator can do and is doing. */
export interface Load {
  skills: readonly Service[];
  /** Conversations going on. */
  chats: number;
  inCall: boolean;
}

/** Whether an operator may take a waiting citizen: null, or the reason why not. */
export function whyNotAccept(load: Load, service: Service, chatsAtOnce: number): Code | null {
  if (!load.skills.includes(service)) return 'forbidden';
  if (load.chats >= chatsAtOnce) return 'at-capacity';
  if (service === 'lis' && load.inCall) return 'at-capacity';
  return null;
}

/** At the desk, whether or not there is room for one more now. */
export function isStaffing(operator: { skills: readonly Service[]; presence: Presence }, service: Service): boolean {
  return operator.presence === 'available' && operator.skills.includes(service);
}
