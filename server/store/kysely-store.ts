import type { Kysely } from 'kysely';
import { createAppend } from './append-message.ts';
import { commitGroup, type Job, type WriterOf } from './commit-group.ts';
import { createGroupCommit } from './group-commit.ts';
import { createReader } from './kysely-reader.ts';
import { type ConstraintOf, createWriter } from './kysely-writer.ts';
import { runOn } from './run.ts';
import type { Tables } from './schema.ts';
import { type Store, StoreError, type Writer } from './store.ts';

/** What a dialect gives to make a store of it. */
export interface Backing {
  /** Runs the transactions, one at a time. */
  writing: Kysely<Tables>;
  /** Runs all other reads. It must never see what `writing` has not committed. */
  reading: Kysely<Tables>;
  constraintOf: ConstraintOf;
  /** Releases both. */
  close: () => Promise<void>;
}

/** The storage port over Kysely. Nothing in it is particular to a dialect. */
export function createKyselyStore({ writing, reading, constraintOf, close }: Backing): Store {
  const parts = { db: writing, append: createAppend(writing), constraintOf };
  const writerOf: WriterOf = (run) => createWriter(parts, run);
  const commits = createGroupCommit<Job>((group) => commitGroup(writing, writerOf, group));
  let closing: Promise<void> | undefined;

  return {
    ...createReader(reading, runOn(reading)),
    async write(work) {
      if (closing) throw new StoreError('closed', 'the store is closed');
      return await enqueue(work, commits.add);
    },
    close: () => (closing ??= commits.idle().then(close)),
  };
}

function enqueue<Value>(work: (writer: Writer) => Promise<Value>, add: (job: Job) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    let done = (): void => {};
    add({
      async run(writer) {
        const value = await work(writer);
        done = () => resolve(value);
      },
      done: () => done(),
      failed: reject,
    });
  });
}
