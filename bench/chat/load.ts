import { setTimeout as delay } from 'node:timers/promises';
import type { Talker } from './talk.ts';

/** Milliseconds from sending to acknowledgement, of every message sent in the time. */
export type Latencies = number[];

const EVENT = 'message:send';
const REFUSAL = '"ok":false';

/** Every talker sends one message a second, the talkers spread evenly over it. */
export async function paced(talkers: Talker[], seconds: number): Promise<Latencies> {
  const latencies: Latencies = [];
  const total = talkers.length * seconds;
  const begin = performance.now();
  let sent = 0;
  const answers = Promise.withResolvers<void>();
  while (sent < total) {
    const due = Math.min(total, Math.floor(((performance.now() - begin) / 1000) * talkers.length));
    for (; sent < due; sent++) {
      say(talkers[sent % talkers.length], (milliseconds) => {
        if (latencies.push(milliseconds) === total) answers.resolve();
      });
    }
    await delay(2);
  }
  await answers.promise;
  return latencies;
}

/** Every talker sends the next message as soon as the one before is acknowledged. */
export async function closedLoop(talkers: Talker[], seconds: number): Promise<Latencies> {
  const latencies: Latencies = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    talkers.map(
      (talker) =>
        new Promise<void>((resolve) => {
          const next = (milliseconds: number): void => {
            latencies.push(milliseconds);
            if (performance.now() < end) say(talker, next);
            else resolve();
          };
          say(talker, next);
        }),
    ),
  );
  return latencies;
}

function say(talker: Talker | undefined, acknowledged: (milliseconds: number) => void): void {
  if (!talker) return;
  const sentAt = performance.now();
  talker.client.send(EVENT, talker.nextMessage(), (answer) => {
    if (answer.includes(REFUSAL)) throw new Error(`a message was refused: ${answer}`);
    acknowledged(performance.now() - sentAt);
  });
}
