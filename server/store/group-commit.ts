/**
 * Lets those who write at about the same time share one commit: a flush to disk costs more than everything else in a
 * write, and costs the same for one as for a hundred. Jobs added in one turn of the event loop form a group; those
 * that come while a group runs form the next one, so groups never overlap.
 */
export interface GroupCommit<Job> {
  add: (job: Job) => void;
  /** Resolves when nothing waits and nothing runs. */
  idle: () => Promise<void>;
}

/**
 * @param run receives one group in order of arrival and resolves when it is done with it. It must not reject: what
 *   fails is told to whoever added the job.
 * @param nextTurn resolves when the sockets have been read once more
 */
export function createGroupCommit<Job>(
  run: (group: Job[]) => Promise<void>,
  nextTurn: () => Promise<void> = afterSockets,
): GroupCommit<Job> {
  let waiting: Job[] = [];
  let draining: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await nextTurn();
      const group = waiting;
      waiting = [];
      await run(group);
    }
    draining = undefined;
  }

  return {
    add(job) {
      waiting.push(job);
      draining ??= drain();
    },
    idle: () => draining ?? Promise.resolve(),
  };
}

/** Node runs immediates right after it has read everything that the sockets had ready. */
function afterSockets(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
