import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGroupCommit } from '../../../server/store/group-commit.ts';

test('jobs of one turn form one group, in order of arrival', async () => {
  const groups: number[][] = [];
  const commits = createGroupCommit<number>(async (group) => void groups.push(group));
  for (const job of [1, 2, 3]) commits.add(job);
  expect(groups).toEqual([]);
  await commits.idle();
  expect(groups).toEqual([[1, 2, 3]]);
});

test('jobs that come while a group runs form the next one, and groups never overlap', async () => {
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const commits = createGroupCommit<string>(async (group) => {
    log.push(`begin ${group.join()}`);
    await new Promise<void>((resolve) => ends.push(resolve));
    log.push(`end ${group.join()}`);
  });
  commits.add('a');
  await turn();
  await turn();
  commits.add('b');
  commits.add('c');
  await turn();
  expect(log).toEqual(['begin a']);
  ends[0]?.();
  await turn();
  await turn();
  expect(log).toEqual(['begin a', 'end a', 'begin b,c']);
  ends[1]?.();
  await commits.idle();
  expect(log.at(-1)).toBe('end b,c');
});

test('after a pause a new job is taken up again', async () => {
  const groups: number[][] = [];
  const commits = createGroupCommit<number>(async (group) => void groups.push(group));
  await commits.idle();
  commits.add(1);
  await commits.idle();
  commits.add(2);
  await commits.idle();
  expect(groups).toEqual([[1], [2]]);
});

test('idle waits for jobs that are added on the way', async () => {
  const groups: number[][] = [];
  const commits = createGroupCommit<number>(async (group) => {
    groups.push(group);
    if (group[0] === 1) commits.add(2);
  });
  commits.add(1);
  await commits.idle();
  expect(groups).toEqual([[1], [2]]);
});
