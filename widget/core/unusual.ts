import type { Phase } from '../../protocol/conversation.ts';

/** From then on it is said what happens at closing time. */
const CLOSING_TOLD_MS = 3_600_000;

/** Whether a message is proposed to somebody who waits. */
export function isProposed(phase: Phase): boolean {
  return phase.name === 'waiting' && phase.propose !== null;
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
