import type { WholeKnowledge } from '../../protocol/article.ts';
import { createSearch } from '../../widget/search/index.ts';
import { createPeer, PEERS } from './peers.ts';

export interface Timing {
  engine: string;
  /** Milliseconds to read the articles, once. */
  load: number;
  /** Milliseconds a question takes. */
  p50: number;
  p95: number;
}

/** An engine that takes longer than this for all its questions is asked no more of them. */
const PATIENCE = 8_000;
const WARM_UP = 20;

/** How fast our engine and the others read these articles and answer these questions, one after the other. */
export function timeEngines(knowledge: WholeKnowledge, questions: string[]): Timing[] {
  const ours = timeEngine('ours', questions, () => createSearch(knowledge).ask);
  const typing = timeEngine('ours, typing', questions, () => createSearch(knowledge).suggest);
  const others = PEERS.map((name) => timeEngine(name, questions, () => createPeer(name, knowledge, false).find));
  return [ours, typing, ...others];
}

function timeEngine(engine: string, questions: string[], make: () => (question: string) => unknown): Timing {
  const begun = performance.now();
  const ask = make();
  const load = performance.now() - begun;
  const first: number[] = [];
  const times: number[] = [];
  const deadline = performance.now() + PATIENCE;
  for (const [number, question] of questions.entries()) {
    const asked = performance.now();
    ask(question);
    if (number >= WARM_UP) times.push(performance.now() - asked);
    else first.push(performance.now() - asked);
    if (performance.now() > deadline) break;
  }
  if (times.length === 0) times.push(...first);
  times.sort((a, b) => a - b);
  const at = (share: number): number => round(times[Math.floor(times.length * share)] ?? NaN);
  return { engine, load: round(load), p50: at(0.5), p95: at(0.95) };
}

const round = (ms: number): number => Math.round(ms * 100) / 100;
