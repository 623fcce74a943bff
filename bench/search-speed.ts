/**
 * `npm run bench:search-speed [-- --json] [-- --beside MiniSearch]`: how long the search takes to read articles and to
 * answer, beside other engines: our articles and 1,000 generated ones in Node.js and in Chromium, 10,000 in Node.js; and
 * what our articles weigh on the wire. With --beside only those engines are asked whose names begin so: the others take
 * minutes. A hundred other questions are asked before those that count.
 */
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { indexOf, textsOf } from '../server/knowledge/in-two.ts';
import { timeInChromium } from './search/chromium.ts';
import { generateKnowledge } from './search/generated.ts';
import { loadLanguages } from './search/knowledge.ts';
import { readQuestions } from './search/questions.ts';
import { PEERS } from './search/peers.ts';
import { timeEngines, type Timing } from './search/timing.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, beside: { type: 'string', default: '' } },
});
const peers = PEERS.filter((name) => name.startsWith(values.beside));
const [knowledge] = await loadLanguages();
const asked = {
  before: await questionsOf('questions-blind-dev.jsonl'),
  questions: await questionsOf('questions.jsonl'),
};
const thousand = generateKnowledge(knowledge, 1_000);

const rounds: [string, Timing[]][] = [
  [`our ${knowledge.articles.length} in Node.js`, timeEngines(knowledge, asked, peers)],
  [`our ${knowledge.articles.length} in Chromium`, await timeInChromium(knowledge, asked, peers)],
  ['1,000 in Node.js', timeEngines(thousand, asked, peers)],
  ['1,000 in Chromium', await timeInChromium(thousand, asked, peers)],
  ['10,000 in Node.js', timeEngines(generateKnowledge(knowledge, 10_000), asked, peers)],
];
const packed = (value: unknown): number =>
  Math.round((brotliCompressSync(JSON.stringify(value)).length / 1024) * 10) / 10;
const kibibytes = { index: packed(indexOf(knowledge)), texts: packed(textsOf(knowledge)) };

if (values.json) console.log(JSON.stringify({ rounds: Object.fromEntries(rounds), kibibytes }));
else {
  for (const [name, timings] of rounds) {
    console.log(`— ${name} (ms)`);
    for (const { engine, load, first, p50, p95 } of timings)
      console.log(
        `${engine.padEnd(24)} load ${String(load).padStart(9)}  first ${String(first).padStart(8)}  p50 ${String(p50).padStart(8)}  p95 ${String(p95).padStart(8)}`,
      );
  }
  console.log(
    `what articles are found by travels in ${kibibytes.index} KiB, their texts in ${kibibytes.texts} (brotli)`,
  );
}

async function questionsOf(file: string): Promise<string[]> {
  return (await readQuestions(join(import.meta.dirname, 'data', file))).map(({ q }) => q);
}
