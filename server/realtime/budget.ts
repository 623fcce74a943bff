/** `burst` at once, then one more every `everyMs`. */
export interface Rate {
  burst: number;
  everyMs: number;
}

/** A token bucket. */
export interface Budget {
  /** Takes one. @returns 0, or the milliseconds to wait until there is one again */
  take(): number;
}

export function createBudget({ burst, everyMs }: Rate, now: () => number = () => performance.now()): Budget {
  let left = burst;
  let refilledAt = now();

  return {
    take() {
      const at = now();
      left = Math.min(burst, left + (at - refilledAt) / everyMs);
      refilledAt = at;
      if (left < 1) return Math.ceil((1 - left) * everyMs);
      left -= 1;
      return 0;
    },
  };
}

/** A budget for each key; those that are full again are forgotten. */
export interface Budgets {
  take(key: string): number;
}

const PRUNE_AT = 10_000;

export function createBudgets(rate: Rate, now: () => number = () => performance.now()): Budgets {
  const budgets = new Map<string, { budget: Budget; usedAt: number }>();

  function prune(at: number): void {
    const full = at - rate.burst * rate.everyMs;
    for (const [key, { usedAt }] of budgets) if (usedAt <= full) budgets.delete(key);
  }

  return {
    take(key) {
      const at = now();
      if (budgets.size >= PRUNE_AT) prune(at);
      const budget = budgets.get(key)?.budget ?? createBudget(rate, now);
      budgets.set(key, { budget, usedAt: at });
      return budget.take();
    },
  };
}
