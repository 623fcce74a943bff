import type { WholeKnowledge } from '../../protocol/article.ts';
import { createSearch } from '../../widget/search/index.ts';
import { createPeer, PEERS } from './peers.ts';

export interface Timing {
  engine: string;
  /** Milliseconds to read the articles, once. */
  load: number;
  /** Milliseconds that the very first question takes. */
  first: number;
  /** Milliseconds a question takes. */
  p50: number;
  p95: number;
}

/** An engine that takes longer than this, in milliseconds, for all its questions is asked no more of them. */
const PATIENCE = 4_000;

/** Asked before, others than those that count: a browser first has to learn the engine's code. */
export interface Asked {
  before: string[];
  questions: string[];
}

/** How fast our engine and the others read these articles and answer these questions, one after the other. */
export function timeEngines(knowledge: WholeKnowledge, asked: Asked, peers: readonly string[] = PEERS): Timing[] {
  const ours = timeEngine('ours', asked, () => createSearch(knowledge).ask);
  const typing = timeEngine('ours, typing', asked, () => createSearch(knowledge).suggest);
  const others = peers.map((name) => timeEngine(name, asked, () => createPeer(name, knowledge, false).find));
  return [ours, typing, ...others];
}

function timeEngine(engine: string, { before, questions }: Asked, make: () => (question: string) => unknown): Timing {
  const begun = performance.now();
  const ask = make();
  const load = performance.now() - begun;
  const warm = timesOf(ask, before);
  const times = timesOf(ask, questions).sort((a, b) => a - b);
  const at = (share: number): number => round(times[Math.floor(times.length * share)] ?? NaN);
  return { engine, load: round(load), first: round(warm[0] ?? NaN), p50: at(0.5), p95: at(0.95) };
}

/** Of as many as one has patience for. */
function timesOf(ask: (question: string) => unknown, questions: string[]): number[] {
  const deadline = performance.now() + PATIENCE;
  const times: number[] = [];
  for (const question of questions) {
    times.push(timeOf(ask, question));
    if (performance.now() > deadline) break;
  }
  return times;
}

function timeOf(ask: (question: string) => unknown, question: string): number {
  const begun = performance.now();
  ask(question);
  return performance.now() - begun;
}

const round = (ms: number): number => Math.round(ms * 100) / 100;
