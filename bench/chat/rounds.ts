import type { Child } from './child.ts';
import { median, quantile, round } from './figures.ts';
import type { Latencies } from './load.ts';
import type { Talker } from './talk.ts';

/** A server under load, and those who load it. */
export interface Side {
  child: Child<unknown>;
  talkers: Talker[];
}

export interface Plan {
  load: (talkers: Talker[], seconds: number) => Promise<Latencies>;
  clients: number;
  seconds: number;
}

/** Latencies in milliseconds. */
export interface Figures {
  p50: number;
  p99: number;
  perSecond: number;
  perCpuSecond: number;
  /** Processor seconds of the server a second. */
  cores: number;
}

const ROUNDS = 3;
/** Until the compiler has seen enough of the code: its work, in threads of its own, is the server's processor time too. */
const WARM_UP = { messages: 20_000, seconds: 5 };

/** The sides in turn, several times, so that whatever else the machine does meets them all. @returns medians */
export async function inTurn<Name extends string>(
  sides: Record<Name, Side>,
  plan: Plan,
): Promise<Record<Name, Figures>> {
  const names = Object.keys(sides) as Name[];
  const rounds = new Map<Name, Figures[]>(names.map((name) => [name, []]));
  for (const name of names) await warmUp(sides[name], plan);
  for (let turn = 0; turn < ROUNDS; turn++) {
    for (const name of names) rounds.get(name)?.push(await measure(sides[name], plan));
  }
  return Object.fromEntries(names.map((name) => [name, medians(rounds.get(name) ?? [])])) as Record<Name, Figures>;
}

async function warmUp({ talkers }: Side, { load, clients }: Plan): Promise<void> {
  let sent = 0;
  for (let second = 0; second < WARM_UP.seconds && sent < WARM_UP.messages; second++) {
    sent += (await load(talkers.slice(0, clients), 1)).length;
  }
}

async function measure({ child, talkers }: Side, { load, clients, seconds }: Plan): Promise<Figures> {
  const cpuBefore = await child.cpuSeconds();
  const begin = performance.now();
  const latencies = await load(talkers.slice(0, clients), seconds);
  const elapsed = (performance.now() - begin) / 1000;
  const cpu = (await child.cpuSeconds()) - cpuBefore;
  return {
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    perSecond: latencies.length / elapsed,
    perCpuSecond: latencies.length / cpu,
    cores: cpu / elapsed,
  };
}

function medians(rounds: Figures[]): Figures {
  const of = (name: keyof Figures, digits: number): number =>
    round(median(rounds.map((figures) => figures[name])), digits);
  return {
    p50: of('p50', 2),
    p99: of('p99', 2),
    perSecond: of('perSecond', 0),
    perCpuSecond: of('perCpuSecond', 0),
    cores: of('cores', 2),
  };
}
