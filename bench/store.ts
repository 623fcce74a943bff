/**
 * `npm run bench:store -- [--json]`: messages that the store takes, each on disk before it is acknowledged: one at a
 * time, where every message has a commit of its own, and by many at once, who share commits. A few seconds.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createSqliteStore } from '../server/store/sqlite-store.ts';
import type { ConversationRecord, Store } from '../server/store/store.ts';
import { quantile, round } from './chat/figures.ts';

const WRITERS = [1, 10, 50, 200];
const SECONDS = 2;
const CONVERSATIONS = 200;
const TEXT = 'Buongiorno, vorrei sapere come si chiede il rimborso del bollo pagato due volte. Grazie.';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const folder = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
const store = await createSqliteStore(join(folder, 'bench.sqlite'));
try {
  const ids = await fill(store);
  await write(store, ids, 50);
  const figures = [];
  for (const writers of WRITERS) figures.push(await write(store, ids, writers));
  console.log(values.json ? JSON.stringify(figures) : figures.map(describe).join('\n'));
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}

type Figures = Awaited<ReturnType<typeof write>>;

function describe({ writers, perSecond, perCpuSecond, p50, p99 }: Figures): string {
  const who = writers === 1 ? 'one at a time' : `${writers} at once`;
  return `  ${who.padEnd(14)} ${perCpuSecond} messages per processor second   ${perSecond}/s   p50 ${p50} ms   p99 ${p99} ms`;
}

/** Every writer sends its next message when the one before is on disk, to one conversation after the other. */
async function write(into: Store, ids: string[], writers: number) {
  const latencies: number[] = [];
  const cpuBefore = process.cpuUsage();
  const begin = performance.now();
  const end = begin + SECONDS * 1000;
  let next = 0;
  async function writer(): Promise<void> {
    while (performance.now() < end) {
      const draft = { kind: 'text', from: 'citizen', clientId: randomUUID(), text: TEXT, at: Date.now() } as const;
      const id = ids[next++ % ids.length] ?? '';
      const sent = performance.now();
      await into.write((transaction) => transaction.appendMessage(id, draft));
      latencies.push(performance.now() - sent);
    }
  }
  await Promise.all(Array.from({ length: writers }, writer));
  const cpu = process.cpuUsage(cpuBefore);
  return {
    writers,
    perSecond: round(latencies.length / ((performance.now() - begin) / 1000), 0),
    perCpuSecond: round(latencies.length / ((cpu.user + cpu.system) / 1e6), 0),
    p50: round(quantile(latencies, 0.5), 2),
    p99: round(quantile(latencies, 0.99), 2),
  };
}

async function fill(into: Store): Promise<string[]> {
  const records = Array.from({ length: CONVERSATIONS }, newConversation);
  await Promise.all(records.map((record) => into.write((writer) => writer.addConversation(record))));
  return records.map(({ id }) => id);
}

function newConversation(): ConversationRecord {
  const now = Date.now();
  return {
    id: randomUUID(),
    startId: randomUUID(),
    tokenHash: randomUUID(),
    tokenExpiresAt: now,
    service: 'chat',
    language: 'it',
    citizenName: null,
    context: { searches: [], articles: [] },
    phase: 'live',
    operatorId: null,
    startedAt: now,
    queuedAt: now,
    returned: false,
    answeredAt: now,
    closedAt: null,
    closedBy: null,
    rated: false,
    lastSeq: 0,
    readByCitizen: 0,
    readByOperator: 0,
    visitId: null,
    note: '',
    promisedUntil: null,
    transfer: null,
    hold: null,
  };
}
