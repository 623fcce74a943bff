import type { infer as Infer } from 'zod/mini';
import type { Acknowledgement } from '../../protocol/codes.ts';
import type { conversationRef } from '../../protocol/conversation.ts';
import type { CallDesk } from '../call/call-desk.ts';
import type { Peer } from '../call/call-model.ts';
import type { Actor } from './actors.ts';
import { belonging, type Floor } from './floor.ts';
import { done, refused, type Reply } from './reply.ts';
import { settle } from './settle.ts';

/** What the call desk answers to whoever belongs to the conversation. */
const MEDIA_ACTIONS = [
  'join',
  'transport',
  'connect',
  'restartIce',
  'produce',
  'consume',
  'startConsumer',
  'pause',
] as const satisfies (keyof CallDesk)[];
type MediaAction = (typeof MEDIA_ACTIONS)[number];

type Guarded<Handler> = Handler extends (
  peer: Peer,
  request: infer Request,
) => Promise<Acknowledgement<infer Value extends object>>
  ? (actor: Actor, request: Request) => Promise<Reply<Value>>
  : never;

export type CallActions = { [Action in MediaAction]: Guarded<CallDesk[Action]> } & {
  end(actor: Actor, request: Infer<typeof conversationRef>): Promise<Reply>;
};

export function createCallActions(floor: Floor): CallActions {
  const { book, calls, now } = floor;

  function guarded<Request extends { conversationId: string }, Value extends object>(
    handler: (peer: Peer, request: Request) => Promise<Acknowledgement<Value>>,
  ): (actor: Actor, request: Request) => Promise<Reply<Value>> {
    return async (actor, request) => {
      const found = belonging(floor, actor, request.conversationId);
      if (!found.ok) return refused(found.code);
      if (found.conversation.phase.name !== 'live') return refused('wrong-phase');
      return { answer: await handler({ connectionId: actor.connectionId, side: actor.side }, request) };
    };
  }

  return {
    join: guarded(calls.join),
    transport: guarded(calls.transport),
    connect: guarded(calls.connect),
    restartIce: guarded(calls.restartIce),
    produce: guarded(calls.produce),
    consume: guarded(calls.consume),
    startConsumer: guarded(calls.startConsumer),
    pause: guarded(calls.pause),

    end: (actor, { conversationId }) =>
      book.inLane(conversationId, async () => {
        const found = belonging(floor, actor, conversationId);
        if (!found.ok) return refused(found.code);
        // Both may hang up at the same moment.
        if (calls.stateOf(conversationId) === null) return done({});
        const changed = await book.change(found.conversation, { type: 'end-call', by: actor.side, at: now() });
        return changed.ok ? done({}, settle(floor, changed)) : refused(changed.code);
      }),
  };
}
