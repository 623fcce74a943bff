import type { CallPhase } from './call-state.ts';

/**
 * From the first join until the call is over for us, whatever happens in between. Apart from the call's own code, which
 * who only writes does not fetch.
 */
export function inCall(phase: CallPhase): boolean {
  return phase.name === 'joining' || phase.name === 'live' || phase.name === 'recovering';
}
