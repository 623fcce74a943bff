import { randomUUID } from 'node:crypto';
import type { Operator as Connection } from '../../../../server/chat/actors.ts';
import type { World } from './world.ts';

/** An operator who has a moment looks after what was promised on another day. */
export async function keepPromise(world: World, connection: Connection): Promise<void> {
  const { callbacks, random, ledger } = world;
  await lookUp(world);
  const callback = world.toKeep.callbacks.pop();
  if (!callback) return;
  const { id: callbackId, conversationId } = callback;
  const attempt = {
    callbackId,
    clientId: randomUUID(),
    result: random.pick(['reached', 'no-answer', 'busy'] as const),
  };
  const tried = await ledger.ask('a promise is tried', callbacks.actions.attempt(connection, attempt));
  if (!tried || attempt.result !== 'reached') return;
  const outcome = random.chance(0.9) ? 'resolved' : 'unresolved';
  const closing = { callbackId, reason: 'information', topic: 'bollo', outcome } as const;
  const closed = await ledger.ask('promises kept', callbacks.actions.close(connection, closing));
  if (closed && conversationId !== null) ledger.outcomes.set(conversationId, outcome);
}

async function lookUp(world: World): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  if (world.toKeep.day === day) return;
  world.toKeep = { day, callbacks: [] };
  const open = await world.ledger.ask('promises are listed', world.callbacks.actions.list({ which: 'open' }));
  world.toKeep.callbacks = open?.callbacks.toReversed() ?? [];
}
