/** `node bench/search/write-index.ts FILE`: writes what our Italian articles are found by as it travels, to be weighed. */
import { writeFile } from 'node:fs/promises';
import { indexOf } from '../../server/knowledge/in-two.ts';
import { loadLanguages } from './knowledge.ts';

const [italian] = await loadLanguages();
const [, , file = ''] = process.argv;
await writeFile(file, JSON.stringify(indexOf(italian)));
