import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import { text } from './records.ts';

/*
 * Writes without end into the conversations given, several works at a time, and prints one line for each that was
 * acknowledged: what a server would have promised to somebody.
 */

const [file = '', round = '', ...conversations] = process.argv.slice(2);
const store = await createSqliteStore(file);

async function write(id: string, lane: number): Promise<void> {
  for (let n = 0; ; n++) {
    const draft = text(`${round}-${lane}-${n}`);
    const { message } = await store.write((writer) => writer.appendMessage(id, draft));
    process.stdout.write(`${id} ${message.seq} ${draft.text}\n`);
  }
}

const LANES = 4;
await Promise.all(conversations.flatMap((id) => Array.from({ length: LANES }, (_, lane) => write(id, lane))));
