/**
 * `npm run bench:search [-- --json] [-- --queries FILE]… [-- --misses]`: how often the search finds what was asked, by kind
 * of question, beside other engines over the same articles. Without --queries it runs every set in bench/data; see its
 * README. With --misses it also tells what went wrong: not for the sets that are put away.
 */
import { glob } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createSearch } from '../widget/search/index.ts';
import { loadLanguages } from './search/knowledge.ts';
import { isMiss, runOurs, runPeer, summarise, type Figures } from './search/measure.ts';
import { closestOverlaps } from './search/overlap.ts';
import { createPeer, PEERS } from './search/peers.ts';
import { isInScope, readQuestions } from './search/questions.ts';
import { asLine, asText } from './search/report.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
    queries: { type: 'string', multiple: true, default: [] },
    peers: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

const files = values.queries.length > 0 ? values.queries : (await ownSets()).sort();
const languages = await loadLanguages();
const [knowledge] = languages;
const search = createSearch(...languages);
const peers = values.peers
  ? [false, true].flatMap((lexicon) => PEERS.map((name) => createPeer(name, knowledge, lexicon)))
  : [];

for (const file of files) {
  const questions = await readQuestions(file);
  const results = runOurs(search, questions);
  const figures = summarise(results);
  const others: Record<string, Figures> = {};
  if (questions.some(isInScope)) for (const { name, find } of peers) others[name] = summarise(runPeer(find, questions));
  const overlap = closestOverlaps(
    languages.flatMap(({ articles }) => articles),
    questions.map(({ q }) => q),
  );
  if (values.misses) for (const result of results.filter(isMiss)) console.log(JSON.stringify(result));
  const name = basename(file, '.jsonl');
  if (values.json) {
    const articles = languages.map(({ articles }) => articles.length);
    console.log(JSON.stringify({ set: name, articles, ...figures, peers: others, overlap }));
  } else {
    const beside = Object.entries(others).map(([peer, theirs]) => asLine(peer, theirs));
    const closest = `closest asking: ${overlap.byJaccard} of all words (Jaccard), ${overlap.byContainment} of the shorter one’s; same words: ${overlap.same}`;
    console.log([`— ${name}`, asText(figures), ...beside, closest, ''].join('\n'));
  }
}

async function ownSets(): Promise<string[]> {
  return await Array.fromAsync(glob(join(import.meta.dirname, 'data/*.jsonl')));
}
