/** One thing that must be so. Steps of a journey follow each other: where one fails the rest is not reached. */
export type Step = [what: string, run: () => Promise<void>];

export interface Count {
  passed: number;
  failed: number;
}

/** Runs steps in order and says each one. What is not reached counts as failed: the sum is always the same. */
export async function walk(title: string, steps: readonly Step[]): Promise<Count> {
  console.log(`\n${title}`);
  let broken = false;
  const count = { passed: 0, failed: 0 };
  for (const [what, run] of steps) {
    const problem: string | null = broken ? 'not reached' : await tryTo(run);
    broken ||= problem !== null;
    count[problem === null ? 'passed' : 'failed'] += 1;
    console.log(problem === null ? `  ok      ${what}` : `  FAILED  ${what}\n          ${problem}`);
  }
  return count;
}

async function tryTo(run: () => Promise<void>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return text.replaceAll('\n', '\n          ');
  }
}

/** Throws, naming what it is about, unless the two are the same as JSON. */
export function expectSame(what: string, actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what}: expected ${should}, got ${is}`);
}

type Falsy = false | null | undefined | 0 | '';

/** Resolves with the first truthy value. Throws, naming what it waited for, when there is none in time. */
export async function until<Value>(
  what: string,
  read: () => Promise<Value> | Value,
  ms = 10_000,
): Promise<Exclude<Value, Falsy>> {
  const deadline = Date.now() + ms;
  for (;;) {
    const value = await read();
    if (value) return value as Exclude<Value, Falsy>;
    if (Date.now() > deadline) throw new Error(`did not happen in ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
