import type { ServiceState } from '../../protocol/status.ts';
import type { Opening } from './hours.ts';

export interface ServiceFacts {
  opening: Opening;
  /** False when what the service needs (the media) is missing. */
  possible: boolean;
  waiting: number;
  /** Somebody with the skill is at the desk … */
  staffed: boolean;
  /** … and has room for one more. */
  free: boolean;
  /** For one who would join the line now. */
  estimateMs: number | null;
}

/** What a citizen is told about a service before choosing it. */
export function serviceState(facts: ServiceFacts): ServiceState {
  const { opening, waiting } = facts;
  if (!facts.possible) return { state: 'unavailable' };
  if (!opening.open) {
    const { opensAt, reason } = opening;
    return { state: 'closed', opensAt, ...(reason && { reason }) };
  }
  const { closesAt } = opening;
  if (!facts.staffed) return { state: 'unstaffed', waiting, closesAt };
  const atOnce = facts.free && waiting === 0;
  return { state: 'open', waiting, estimateMs: atOnce ? 0 : facts.estimateMs, closesAt };
}
