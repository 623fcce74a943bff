import { randomUUID } from 'node:crypto';
import type { StartedConversation } from '../../protocol/conversation.ts';
import { NAMESPACES } from '../../protocol/events.ts';
import type { Credentials } from '../../server/identity/demo-operators.ts';
import { connectRaw, type RawClient, request } from './raw-client.ts';
import type { ChatServerReady } from './server.ts';

/** Somebody who talks: a connection, and the next message to send over it as JSON. */
export interface Talker {
  client: RawClient;
  nextMessage(): string;
}

const EVENTS_AT_ONCE = 50;
const TEXT = 'Buongiorno, vorrei sapere come si chiede il rimborso del bollo pagato due volte. Grazie.';

/** Both servers are sent the same bytes. */
function talker(client: RawClient, conversationId: string): Talker {
  let sent = 0;
  return {
    client,
    nextMessage: () =>
      `{"conversationId":"${conversationId}","clientId":"message-${String(sent++).padStart(12, '0')}","text":"${TEXT}"}`,
  };
}

export async function openTalkers(port: number, count: number): Promise<Talker[]> {
  return inGroups(count, async () => talker(await connectRaw({ port, namespace: '/' }), randomUUID()));
}

/** Talkers whose messages are passed on to as many desks, around. */
export async function openRelayed(port: number, count: number, desks: number): Promise<Talker[]> {
  await inGroups(desks, () => connectRaw({ port, namespace: '/desk' }));
  return inGroups(count, async () => talker(await connectRaw({ port, namespace: '/relay' }), randomUUID()));
}

/** Citizens whose conversations were accepted; each message goes to the operator who has it. */
export async function openCitizens({ port, operators }: ChatServerReady, count: number): Promise<Talker[]> {
  const desks = await Promise.all(operators.map((operator) => openDesk(port, operator)));
  return inGroups(count, async (n) => {
    const client = await connectRaw({ port, namespace: NAMESPACES.citizen });
    const start = { startId: randomUUID(), service: 'chat', language: 'it', context: { searches: [], articles: [] } };
    const { conversation } = await request<StartedConversation>(client, 'conversation:start', start);
    const desk = desks[n % desks.length];
    if (desk) await request(desk, 'conversation:accept', { conversationId: conversation.id });
    return talker(client, conversation.id);
  });
}

async function openDesk(port: number, { username, password }: Credentials): Promise<RawClient> {
  const response = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!response.ok || cookie === undefined) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  const desk = await connectRaw({ port, namespace: NAMESPACES.operator, cookie });
  await request(desk, 'desk:enter', {});
  return desk;
}

/** A queue of a thousand tells a thousand citizens their place at every step: they come and are taken in groups. */
async function inGroups<Value>(count: number, make: (n: number) => Promise<Value>): Promise<Value[]> {
  const made: Value[] = [];
  while (made.length < count) {
    const size = Math.min(EVENTS_AT_ONCE, count - made.length);
    made.push(...(await Promise.all(Array.from({ length: size }, (_, n) => make(made.length + n)))));
  }
  return made;
}
