import type { Code } from '../../protocol/codes.ts';
import type { Service } from '../../protocol/conversation.ts';
import type { Presence } from '../../protocol/desk.ts';

/** What an operator can do and is doing. */
export interface Load {
  skills: readonly Service[];
  /** Conversations going on, the one with the call not counted. */
  chats: number;
  inCall: boolean;
}

/**
 * Whether an operator may take a waiting citizen: null, or the reason why not. The call has a place of its own beside
 * the chats, so that full desks never shut out who signs; a call that goes on in writing becomes one chat more, and no
 * further call is taken until there is room again.
 */
export function whyNotAccept(load: Load, service: Service, chatsAtOnce: number): Code | null {
  if (!load.skills.includes(service)) return 'forbidden';
  const full = service === 'lis' ? load.inCall || load.chats > chatsAtOnce : load.chats >= chatsAtOnce;
  return full ? 'at-capacity' : null;
}

/** At the desk, whether or not there is room for one more now. */
export function isStaffing(operator: { skills: readonly Service[]; presence: Presence }, service: Service): boolean {
  return operator.presence === 'available' && operator.skills.includes(service);
}
