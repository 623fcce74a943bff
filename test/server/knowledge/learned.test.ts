import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLearned } from '../../../server/knowledge/learned.ts';
import { hashOf, unpack } from '../../../widget/search/learned-pack.ts';

test('KB-15 what was learned is read line by line, and what is no line of it is left out', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'learned-')), 'learned.tsv');
  await writeFile(file, 'nat\tpediatra 4\t- -2\nnonsense\nbolo\tbollo\tbollo 99\n\t\n');
  const { learned } = await readLearned(file);
  expect(learned?.ids).toEqual(['pediatra']);
  expect([...unpack(learned ?? { ids: [], words: '', counts: '', places: '', weights: '' })]).toEqual([
    [
      hashOf('nat'),
      [
        [1, 1.6],
        [0, -0.8],
      ],
    ],
  ]);
});

test('KB-15 a folder where nothing was learned is a knowledge base all the same', async () => {
  expect(await readLearned('/nowhere/learned.tsv')).toEqual({});
});
