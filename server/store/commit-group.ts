import { CompiledQuery, type Kysely } from 'kysely';
import { inTransaction, type Run } from './run.ts';
import type { Tables } from './schema.ts';
import type { Writer } from './store.ts';

/** One work that waits for its commit. It may run twice; what counts is the last run. */
export interface Job {
  /** @throws what the work throws */
  run(writer: Writer): Promise<void>;
  /** It is on disk. */
  done(): void;
  /** It left no trace. */
  failed(error: unknown): void;
}

export type WriterOf = (run: Run) => Writer;

/**
 * Runs the jobs one after the other and commits them together; then, and not before, tells each how it ended.
 *
 * Nearly always all of them succeed, so the first attempt runs them bare: a savepoint around each would cost a quarter
 * more processor time. When one fails, everything is rolled back and run once more with savepoints.
 */
export async function commitGroup(db: Kysely<Tables>, writerOf: WriterOf, group: Job[]): Promise<void> {
  try {
    await inTransaction(db, (run) => runAll(writerOf(run), group));
  } catch (error) {
    if (error instanceof JobFailed && group.length > 1) return commitThoseThatCan(db, writerOf, group);
    const cause = error instanceof JobFailed ? error.cause : error;
    for (const job of group) job.failed(cause);
    return;
  }
  for (const job of group) job.done();
}

async function runAll(writer: Writer, group: Job[]): Promise<void> {
  for (const job of group) {
    try {
      await job.run(writer);
    } catch (cause) {
      throw new JobFailed('one of the group', { cause });
    }
  }
}

/** Tells a job's own failure from that of the transaction around it, which nobody's second run would mend. */
class JobFailed extends Error {}

async function commitThoseThatCan(db: Kysely<Tables>, writerOf: WriterOf, group: Job[]): Promise<void> {
  const failures = new Map<Job, unknown>();
  try {
    await inTransaction(db, async (run) => {
      const writer = writerOf(run);
      for (const job of group) {
        const failure = await runWithSavepoint(run, () => job.run(writer));
        if (failure) failures.set(job, failure.cause);
      }
    });
  } catch (error) {
    for (const job of group) job.failed(error);
    return;
  }
  for (const job of group) {
    if (failures.has(job)) job.failed(failures.get(job));
    else job.done();
  }
}

const SAVEPOINT = CompiledQuery.raw('savepoint job');
const RELEASE = CompiledQuery.raw('release savepoint job');
const ROLL_BACK = CompiledQuery.raw('rollback to savepoint job');

/** @throws only when the transaction itself is lost */
async function runWithSavepoint(run: Run, job: () => Promise<void>): Promise<JobFailed | undefined> {
  await run(SAVEPOINT);
  const failure = await job().then(
    () => undefined,
    (cause: unknown) => new JobFailed('one of the group', { cause }),
  );
  if (failure) await run(ROLL_BACK);
  await run(RELEASE);
  return failure;
}
