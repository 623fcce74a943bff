import type { ConversationState, Phase } from '../../protocol/conversation.ts';
import { keepsWaiting, type Visit } from './visit.ts';

/** From then on it is said what happens at closing time. */
const CLOSING_TOLD_MS = 3_600_000;

/** Out of the line: nobody will come any more. */
export function isSentHome(phase: Phase): boolean {
  return phase.name === 'waiting' && phase.propose === 'closed';
}

/** Not where one was sent home, or is on the way to somebody. */
export function isInLine(phase: Phase): boolean {
  return phase.name === 'waiting' && !isSentHome(phase) && phase.transferTo === null;
}

/** Whether a message is being proposed to somebody who waits: not to who has said that they wait on. */
export function isProposed({ id, phase }: ConversationState, visit: Visit): boolean {
  return phase.name === 'waiting' && phase.propose !== null && !keepsWaiting(visit, id, phase.propose);
}

/** Whether there is more to say than the place and the estimate. */
export function isUnusual(phase: Phase, now: number): boolean {
  if (phase.name !== 'waiting') return phase.name === 'live' && phase.hold !== null;
  const { longer, propose, transferTo, closing } = phase;
  return longer || propose !== null || transferTo !== null || isNear(closing?.at, now);
}

function isNear(at: number | undefined, now: number): boolean {
  return at !== undefined && at - now < CLOSING_TOLD_MS;
}
