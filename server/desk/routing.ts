import type { Code } from '../../protocol/codes.ts';
import type { Service } from '../../protocol/conversation.ts';
import type { Presence } from '../../protocol/desk.ts';
import type { QueueRules } from './settings.ts';

/** What an operator can do and is doing. */
export interface Load {
  skills: readonly Service[];
  /** Conversations going on, the one with the call not counted. */
  chats: number;
  inCall: boolean;
}

type Room = Pick<QueueRules, 'chatsAtOnce'>;

/**
 * Whether an operator may take a waiting citizen: null, or the reason why not. The call has a place of its own beside
 * the chats, so that full desks never shut out who signs; a call that goes on in writing becomes one chat more, and no
 * further call is taken until there is room again.
 */
export function whyNotAccept(load: Load, service: Service, chatsAtOnce: number): Code | null {
  if (!load.skills.includes(service)) return 'forbidden';
  return hasRoom(load, service, { chatsAtOnce }) ? null : 'at-capacity';
}

/**
 * The same for what a colleague hands to them or to their office: to write they need no skill for the general line,
 * to sign they do.
 */
export function whyNotTakeOver(load: Load, service: Service, rules: Room): Code | null {
  if (service === 'lis' && !load.skills.includes('lis')) return 'forbidden';
  return hasRoom(load, service, rules) ? null : 'at-capacity';
}

/** Whether they are asked at all: in a call only where the office wants it so. By hand they may still take a chat. */
export function isAskedFor(load: Load, service: Service, rules: Room & Pick<QueueRules, 'chatsDuringCall'>): boolean {
  if (service === 'chat' && load.inCall && !rules.chatsDuringCall) return false;
  return hasRoom(load, service, rules);
}

/** As colleagues see it. */
export function isBusy({ chats, inCall }: Load, { chatsAtOnce }: Room): boolean {
  return inCall || chats >= chatsAtOnce;
}

/** At the desk, whether or not there is room for one more now. */
export function isStaffing(operator: { skills: readonly Service[]; presence: Presence }, service: Service): boolean {
  return operator.presence === 'available' && operator.skills.includes(service);
}

function hasRoom({ chats, inCall }: Load, service: Service, { chatsAtOnce }: Room): boolean {
  return service === 'lis' ? !inCall && chats <= chatsAtOnce : chats < chatsAtOnce;
}
