/**
 * `npm run bench:search-speed [-- --json]`: how long the search takes to read articles and to answer, beside other engines: 1,000
 * generated articles in Node.js and in Chromium, 10,000 in Node.js; and what our articles weigh on the wire.
 */
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { timeInChromium } from './search/chromium.ts';
import { generateKnowledge } from './search/generated.ts';
import { loadLanguages } from './search/knowledge.ts';
import { readQuestions } from './search/questions.ts';
import { timeEngines, type Timing } from './search/timing.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const [knowledge] = await loadLanguages();
const asked = await readQuestions(join(import.meta.dirname, 'data/questions.jsonl'));
const questions = asked.map(({ q }) => q);
const thousand = generateKnowledge(knowledge, 1_000);

const rounds: [string, Timing[]][] = [
  [`our ${knowledge.articles.length} in Node.js`, timeEngines(knowledge, questions)],
  [`our ${knowledge.articles.length} in Chromium`, await timeInChromium(knowledge, questions)],
  ['1,000 in Node.js', timeEngines(thousand, questions)],
  ['1,000 in Chromium', await timeInChromium(thousand, questions)],
  ['10,000 in Node.js', timeEngines(generateKnowledge(knowledge, 10_000), questions)],
];
const kibibytes = Math.round((brotliCompressSync(JSON.stringify(knowledge)).length / 1024) * 10) / 10;

if (values.json) console.log(JSON.stringify({ rounds: Object.fromEntries(rounds), kibibytes }));
else {
  for (const [name, timings] of rounds) {
    console.log(`— ${name} (ms)`);
    for (const { engine, load, p50, p95 } of timings)
      console.log(
        `${engine.padEnd(24)} load ${String(load).padStart(9)}  p50 ${String(p50).padStart(8)}  p95 ${String(p95).padStart(8)}`,
      );
  }
  console.log(`the articles and lexicon as they travel: ${kibibytes} KiB (brotli)`);
}
