/** Runs what concerns the same key one after the other; different keys do not wait for each other. */
export interface Lanes {
  run<Value>(key: string, work: () => Promise<Value>): Promise<Value>;
  /** Resolves when everything that was begun is done. */
  idle(): Promise<void>;
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();

  return {
    run(key, work) {
      const before = tails.get(key);
      const result = before ? before.then(work, work) : work();
      tails.set(key, result);
      const leave = (): void => {
        if (tails.get(key) === result) tails.delete(key);
      };
      result.then(leave, leave);
      return result;
    },
    async idle() {
      while (tails.size > 0) await Promise.allSettled(tails.values());
    },
  };
}
