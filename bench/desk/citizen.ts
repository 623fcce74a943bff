import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ConversationState, StartedConversation } from '../../protocol/conversation.ts';
import { NAMESPACES } from '../../protocol/events.ts';
import type { Message } from '../../protocol/message.ts';
import type { Hall } from './hall.ts';
import { ask, connect, must } from './sockets.ts';

/**
 * Comes, waits, writes a line every now and then as long as somebody is there, and is done when the operator closes.
 * @returns whether an operator answered them and closed
 */
export async function beCitizen(hall: Hall, end: AbortSignal): Promise<boolean> {
  const [socket, twin] = [await connect(hall.port, NAMESPACES.citizen), await hall.twin()];
  let phase: ConversationState['phase'] = { name: 'waiting' } as ConversationState['phase'];
  let answered = false;

  function see(state: ConversationState): void {
    phase = state.phase;
    answered ||= phase.name === 'live';
  }

  try {
    socket.on('conversation:changed', see);
    socket.on('message:new', (message: Message) => {
      if (message.kind === 'text') hall.watches.message.end(message.clientId);
    });
    const startId = randomUUID();
    const context = { searches: ['rimborso del bollo'], articles: [] };
    const start = { startId, service: 'chat', language: 'it', context };
    const { conversation } = await must<StartedConversation>(socket, 'conversation:start', start);
    hall.watches.offer.begin(conversation.id);
    while (!end.aborted) {
      await pause(hall.pace.pauseMs * (0.5 + Math.random()), undefined, { signal: end }).catch(() => undefined);
      // What another one has put there meanwhile is not known to the compiler.
      const { name } = phase as ConversationState['phase'];
      if (name === 'closed') return answered;
      if (name === 'live') await hall.send(socket, twin, conversation.id);
    }
    await ask(socket, 'conversation:close', { conversationId: conversation.id });
    return false;
  } finally {
    socket.disconnect();
    twin.disconnect();
  }
}
