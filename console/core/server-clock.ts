import type { Clock } from '../../widget/core/clock.ts';

/** A clock set by the server's: an office computer that is minutes off must not show wrong waiting times. */
export interface ServerClock extends Clock {
  /** The server said that it is `serverNow` (epoch ms) now. */
  learn(serverNow: number): void;
}

export function createServerClock(clock: Clock): ServerClock {
  let ahead = 0;
  return {
    now: () => clock.now() + ahead,
    after: (ms, run) => clock.after(ms, run),
    learn(serverNow) {
      ahead = serverNow - clock.now();
    },
  };
}
