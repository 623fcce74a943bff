import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Message } from '../../../protocol/message.ts';
import { citizenClient, operatorClient, type LastingClient } from './lasting-client.ts';
import { freePort, startServer, temporaryFolder } from './server-process.ts';

const ROUNDS = 20;

/** What one side sent and was acknowledged, in that order. */
function keepTalking(client: LastingClient, name: string): { acknowledged: string[]; stop(): Promise<void> } {
  const acknowledged: string[] = [];
  let stopping = false;
  async function talk(): Promise<void> {
    for (let count = 0; !stopping; count += 1) {
      const clientId = `${name}-${String(count).padStart(6, '0')}`;
      await client.send(clientId, `${name} ${count}`);
      acknowledged.push(clientId);
    }
  }
  const talking = talk();
  return {
    acknowledged,
    stop() {
      stopping = true;
      return talking;
    },
  };
}

function textsOf(messages: Message[], from: Message['from']): string[] {
  return messages.flatMap((message) => (message.kind === 'text' && message.from === from ? [message.clientId] : []));
}

test(
  `CH-1 after each of ${ROUNDS} kills in the middle of a chat, every acknowledged message is there once, in order, on both sides`,
  { timeout: 600_000 },
  async () => {
    await using folder = await temporaryFolder();
    const environment = { SPORTELLO_DATA: folder.path, PORT: String(await freePort()) };
    let server = await startServer(environment);
    const citizen = await citizenClient(server.url);
    const operator = await operatorClient(server, citizen.conversationId);
    const talks = [keepTalking(citizen, 'citizen'), keepTalking(operator, 'operator')] as const;
    try {
      for (let round = 1; round <= ROUNDS; round += 1) {
        const before = talks.map(({ acknowledged }) => acknowledged.length);
        await expect
          .poll(() => talks.every((talk, side) => talk.acknowledged.length > (before[side] ?? 0)), {
            timeout: 60_000,
            message: `both sides go on after kill ${round - 1}`,
          })
          .toBe(true);
        await pause(Math.random() * 60);
        expect(await server.end('SIGKILL')).toBeNull();
        server = await startServer(environment);
      }
      await Promise.all(talks.map((talk) => talk.stop()));
      const [theirs, ours] = [await citizen.history(), await operator.history()];
      expect(theirs.map(({ seq }) => seq)).toEqual(theirs.map((_, index) => index + 1));
      expect(ours).toEqual(theirs);
      expect(textsOf(theirs, 'citizen')).toEqual(talks[0].acknowledged);
      expect(textsOf(theirs, 'operator')).toEqual(talks[1].acknowledged);
      // What each side heard on the way, a gap closed after every break, is the same.
      expect(citizen.heard()).toEqual(theirs);
      expect(operator.heard()).toEqual(theirs);
    } finally {
      citizen.close();
      operator.close();
      await server.end('SIGKILL');
    }
  },
);
