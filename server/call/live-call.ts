import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { unreachable } from './call-model.ts';
import type { Call, CallEvent, Effect } from './call-model.ts';
import { advance, startCall } from './call-state.ts';
import { MediaError } from './media.ts';
import type { Media, Room } from './media.ts';

/** One call under way: its state and its room, and what moves the second when the first changes. */
export interface LiveCall {
  /** Resolves when it can be joined for the first time. @throws MediaError when it ended before that */
  readonly opened: Promise<void>;
  state(): Call;
  /** @throws MediaError `wrong-phase` while there is none */
  room(): Room;
  apply(event: CallEvent): void;
}

export interface LiveCallOptions {
  media: Media;
  now: () => number;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Milliseconds after which a call that finds no media ends: someone waits for a beginning, or for a repair. */
  patience?: { opening: number; repair: number };
  /** What is told of the call has changed; it may have ended. */
  onChange: (state: Call) => void;
}

const RETRY_MS = 150;
const PATIENCE = { opening: 3_000, repair: 30_000 };

export function startLiveCall({ media, now, log, patience = PATIENCE, onChange }: LiveCallOptions): LiveCall {
  const opened = Promise.withResolvers<void>();
  const ending = new AbortController();
  const start = startCall(randomUUID(), now());
  let state = start.call;
  let room: Room | null = null;

  function apply(event: CallEvent): void {
    const step = advance(state, event);
    state = step.call;
    step.effects.forEach(run);
  }

  function run(effect: Effect): void {
    switch (effect.type) {
      case 'open-room':
        void openRoom();
        return;
      case 'close-room':
        ending.abort();
        opened.reject(new MediaError('no-media', 'the call ended before it could be joined'));
        room?.close();
        room = null;
        return;
      case 'close-transport':
        return room?.closeTransport(effect.id);
      case 'close-producer':
        return room?.closeProducer(effect.id);
      case 'close-consumer':
        return room?.closeConsumer(effect.id);
      case 'notify':
        return onChange(state);
      default:
        return unreachable(effect);
    }
  }

  async function openRoom(): Promise<void> {
    const { id: callId, epoch } = state;
    const since = performance.now();
    const found = await findRoom(epoch === 1 ? patience.opening : patience.repair);
    if (ending.signal.aborted) return found?.close();
    if (!found) {
      log.error({ callId, epoch }, 'no room for the call: it ends');
      return apply({ type: 'ended' });
    }
    room = found;
    found.onLost(() => {
      log.warn({ callId, epoch }, 'the media worker of a call died: the call is being repaired');
      room = null;
      apply({ type: 'room-lost' });
    });
    apply({ type: 'room-opened' });
    opened.resolve();
    log.info({ callId, epoch, ms: Math.round(performance.now() - since) }, 'call ready');
  }

  async function findRoom(withinMs: number): Promise<Room | null> {
    const giveUpAt = performance.now() + withinMs;
    while (!ending.signal.aborted && performance.now() < giveUpAt) {
      try {
        return await media.openRoom();
      } catch {
        await pause(RETRY_MS, undefined, { signal: ending.signal }).catch(() => undefined);
      }
    }
    return null;
  }

  start.effects.forEach(run);
  return {
    opened: opened.promise,
    state: () => state,
    room() {
      if (!room) throw new MediaError('wrong-phase', 'the call is being repaired');
      return room;
    },
    apply,
  };
}
