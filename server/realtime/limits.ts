import type { Rate } from './budget.ts';

/** How much one may ask for. Tests and benchmarks bring their own. */
export interface Limits {
  /** Events of one connection. An operator with six chats, or a call being set up, stays far below. */
  events: Rate;
  /** Conversations begun from one address: a library's or a school's computers share theirs. */
  starts: Rate;
  /** Messages left from one address, and files sent up. */
  messages: Rate;
  uploads: Rate;
  /** Pages behind offices' links asked for from one address. */
  links: Rate;
  /** What is told from one address of answers and of searches without one. */
  recordings: Rate;
  /** Attempts to sign in with one user name from one address, and from one address with any, within `windowMs`. */
  signIn: { perName: number; perAddress: number; windowMs: number };
}

export const DEFAULT_LIMITS: Limits = {
  events: { burst: 100, everyMs: 50 },
  starts: { burst: 30, everyMs: 20_000 },
  messages: { burst: 10, everyMs: 60_000 },
  uploads: { burst: 30, everyMs: 10_000 },
  links: { burst: 60, everyMs: 1_000 },
  recordings: { burst: 60, everyMs: 5_000 },
  signIn: { perName: 5, perAddress: 50, windowMs: 15 * 60_000 },
};
