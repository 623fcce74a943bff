import type { Clock } from './clock.ts';
import type { ConversationChange, Pending } from './conversation-state.ts';
import { isPassing, type Answer, type ConversationWire } from './wire.ts';

const RETRY_MS = 2_000;

export interface OutboxOptions {
  wire: ConversationWire;
  conversationId: string;
  clock: Clock;
  /** The oldest text that may go out now. */
  next: () => Pending | undefined;
  apply: (change: ConversationChange) => void;
  /** This connection does not belong to the conversation any more. */
  rejoin: () => void;
}

export interface Outbox {
  /** Sends what waits, one after the other: two at once could arrive in the wrong order. */
  pump(): void;
  close(): void;
}

/** Sends again whatever got no answer. The client id makes a text that had arrived all the same one message. */
export function createOutbox({ wire, conversationId, clock, next, apply, rejoin }: OutboxOptions): Outbox {
  let busy = false;
  let cancel = (): void => {};

  function pump(): void {
    if (busy) return;
    cancel();
    const pending = next();
    if (!pending) return;
    const { clientId, text, attachments } = pending;
    const claims = attachments && { attachments: attachments.map(({ id, key }) => ({ id, key })) };
    busy = true;
    void wire.request('message:send', { conversationId, clientId, text, ...claims }).then((answer) => {
      busy = false;
      settle(clientId, answer);
    });
  }

  function settle(clientId: string, answer: Answer<{ seq: number; at: number }>): void {
    if (answer.ok) {
      apply({ type: 'sent', clientId, seq: answer.seq, at: answer.at });
      pump();
    } else if (answer.code === 'no-conversation') {
      rejoin();
    } else if (isPassing(answer.code)) {
      const pause = 'retryAfterMs' in answer ? answer.retryAfterMs : RETRY_MS;
      cancel = clock.after(pause, pump);
    } else {
      apply({ type: 'refused', clientId, code: answer.code });
      pump();
    }
  }

  return { pump, close: () => cancel() };
}
