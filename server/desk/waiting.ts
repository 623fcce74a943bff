import type { WaitingPhase } from '../../protocol/conversation.ts';
import type { Opening } from './hours.ts';
import type { QueueRules } from './settings.ts';

/** What decides about what somebody who waits is told. Times are epoch ms. */
export interface WaitFacts {
  /** When they joined the line, or came back to it. */
  since: number;
  estimateMs: number | null;
  /** Until when they were told it would take. */
  promisedUntil: number | null;
  /** Somebody has answered them before: they came back to the line, or are handed on. */
  answered: boolean;
  opening: Opening;
  /** Somebody with the skill is at the desk. */
  staffed: boolean;
}

type Rules = Pick<QueueRules, 'maximumWaitMs' | 'atClosing'>;

export type WaitTold = Pick<WaitingPhase, 'longer' | 'maximumAt' | 'closing' | 'propose'>;

/** Within this a wait is as long as was said. */
const TOLERANCE_MS = 60_000;

export function waitTold(facts: WaitFacts, rules: Rules, now: number): WaitTold {
  const { opening, answered } = facts;
  const maximumAt = maximumAtOf(facts, rules);
  const closesAt = opening.open ? opening.closesAt : null;
  return {
    longer: isLonger(facts, now),
    maximumAt,
    // Whoever was answered once is served to the end.
    closing: closesAt === null || answered ? null : { at: closesAt, policy: rules.atClosing },
    propose: proposalFor(facts, rules, maximumAt, now),
  };
}

/** Who still waits at closing time and is asked to leave a message stands in no line any more. */
export function isSentHome({ opening, answered }: Pick<WaitFacts, 'opening' | 'answered'>, rules: Rules): boolean {
  return !opening.open && rules.atClosing === 'message' && !answered;
}

/** The next moment at which they are told something else without anything happening; Infinity for never. */
export function nextWaitMoment(facts: WaitFacts, rules: Rules, now: number): number {
  const { opening, promisedUntil, estimateMs } = facts;
  const moments = [
    maximumAtOf(facts, rules),
    opening.open ? opening.closesAt : opening.opensAt,
    promisedUntil === null ? null : promisedUntil + 1,
    promisedUntil === null || estimateMs === null ? null : promisedUntil + TOLERANCE_MS - estimateMs + 1,
  ];
  return Math.min(Infinity, ...moments.filter((at) => at !== null && at > now).map(Number));
}

function isLonger({ promisedUntil, estimateMs }: WaitFacts, now: number): boolean {
  if (promisedUntil === null) return false;
  return now > promisedUntil || (estimateMs !== null && now + estimateMs > promisedUntil + TOLERANCE_MS);
}

function maximumAtOf({ since }: WaitFacts, { maximumWaitMs }: Rules): number | null {
  return maximumWaitMs === null ? null : since + maximumWaitMs;
}

function proposalFor(facts: WaitFacts, rules: Rules, maximumAt: number | null, now: number): WaitTold['propose'] {
  if (isSentHome(facts, rules)) return 'closed';
  if (!facts.staffed) return 'unstaffed';
  return maximumAt !== null && now >= maximumAt ? 'too-long' : null;
}
