import { readFile } from 'node:fs/promises';
import type { LearnedWords } from '../../protocol/article.ts';
import { pack } from '../../widget/search/learned-pack.ts';

/** In the file, what stands for «answered elsewhere». */
const ELSEWHERE = '-';
const ENTRY = /^(\S+) (-?\d)$/;

/**
 * What `npm run search:learn` wrote, packed for travelling; nothing without the file. A line that is not as it wrote it
 * is left out.
 */
export async function readLearned(file: string): Promise<{ learned?: LearnedWords }> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const ids: string[] = [];
  const placeOf = (id: string): number => {
    if (id === ELSEWHERE) return 0;
    if (!ids.includes(id)) ids.push(id);
    return ids.indexOf(id) + 1;
  };
  const words = text.split('\n').flatMap((line): [string, [number, number][]][] => {
    const [word, ...entries] = line.split('\t');
    const weights = entries.flatMap((entry): [number, number][] => {
      const [, id, weight] = ENTRY.exec(entry) ?? [];
      return id === undefined ? [] : [[placeOf(id), Number(weight)]];
    });
    return word === undefined || weights.length === 0 ? [] : [[word, weights]];
  });
  return words.length === 0 ? {} : { learned: pack(ids, new Map(words)) };
}
