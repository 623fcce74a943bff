import type { Clock } from '../../widget/core/clock.ts';

/** Node's own time: the browser's clock lives with what only a browser has. */
export const clock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
