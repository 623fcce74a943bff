import { quantile, round } from '../chat/figures.ts';

/** Times things that begin in one place and end in another, by name. */
export interface Stopwatch {
  begin(name: string): void;
  /** What never began, or has ended before, is left out. */
  end(name: string): void;
  /** It will not come. */
  drop(name: string): void;
  /** What has begun and not ended. */
  open(): number;
  figures(): Latency;
}

/** Milliseconds. */
export interface Latency {
  count: number;
  p50: number;
  p95: number;
  p99: number;
}

export function createStopwatch(): Stopwatch {
  const begun = new Map<string, number>();
  const times: number[] = [];
  return {
    begin: (name) => void begun.set(name, performance.now()),
    end(name) {
      const since = begun.get(name);
      if (since !== undefined) times.push(performance.now() - since);
      begun.delete(name);
    },
    drop: (name) => void begun.delete(name),
    open: () => begun.size,
    figures() {
      const at = (share: number): number => round(quantile(times, share), 2);
      return { count: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
    },
  };
}
