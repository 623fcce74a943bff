import type { infer as Infer } from 'zod/mini';
import type { CallState } from '../../protocol/call.ts';
import type { Acknowledgement, Code } from '../../protocol/codes.ts';
import type { citizenRequests, ReplyTo } from '../../protocol/events.ts';
import type { Peer, ReadyCall, Transport } from './call-model.ts';
import { admit, claim, toCallState } from './call-state.ts';
import { startLiveCall } from './live-call.ts';
import type { LiveCall, LiveCallOptions } from './live-call.ts';
import { MediaError } from './media.ts';
import type { Room } from './media.ts';

type CallEventName = Extract<keyof typeof citizenRequests, `call:${string}`>;
type Handler<Event extends CallEventName> = (
  peer: Peer,
  request: Infer<(typeof citizenRequests)[Event]>,
) => Promise<Acknowledgement<ReplyTo<Event>>>;

/**
 * Every call under way, at most one per conversation. Whoever asks must already be known to belong to the
 * conversation; here it is checked that they are in the call, in its present epoch, and touch what is their own.
 */
export interface CallDesk {
  /** Whether a call can be opened now. */
  available(): boolean;
  /** Opens the conversation's call, or waits for the one that is there. @throws MediaError `no-media` */
  open(conversationId: string): Promise<void>;
  end(conversationId: string): void;
  /** Null when the conversation has no call, or none any more. */
  stateOf(conversationId: string): CallState | null;
  join: Handler<'call:join'>;
  transport: Handler<'call:transport'>;
  connect: Handler<'call:connect'>;
  restartIce: Handler<'call:restart-ice'>;
  produce: Handler<'call:produce'>;
  consume: Handler<'call:consume'>;
  startConsumer: Handler<'call:start-consumer'>;
  pause: Handler<'call:pause'>;
  /** The connection is gone: so is all it had in any call. */
  leave(connectionId: string): void;
  /** Ends every call. Idempotent. The media are the caller's to close. */
  close(): Promise<void>;
}

export interface CallDeskOptions extends Omit<LiveCallOptions, 'onChange'> {
  /** `stateOf` answers differently from now on; null also when a call could not be repaired and ended by itself. */
  onChange: (conversationId: string) => void;
}

export function createCallDesk({ onChange, ...options }: CallDeskOptions): CallDesk {
  const { media, log } = options;
  const calls = new Map<string, LiveCall>();
  let closed = false;

  function open(conversationId: string): Promise<void> {
    const present = calls.get(conversationId);
    if (present) return present.opened;
    if (closed || !media.available()) return Promise.reject(new MediaError('no-media', 'no media server'));
    const call = startLiveCall({
      ...options,
      onChange(state) {
        if (state.phase === 'ended') calls.delete(conversationId);
        onChange(conversationId);
      },
    });
    calls.set(conversationId, call);
    return call.opened;
  }

  async function answer<Value extends object>(work: () => Promise<Value>): Promise<Acknowledgement<Value>> {
    try {
      return { ok: true, ...(await work()) };
    } catch (error) {
      if (error instanceof MediaError || error instanceof Refused) return { ok: false, code: error.code };
      log.error({ err: error }, 'a call request failed');
      return { ok: false, code: 'internal' };
    }
  }

  /** Runs a request of someone who is in the call, and refuses it after all if the call has moved on meanwhile. */
  function inCall<Value extends object>(
    { connectionId }: Peer,
    { conversationId, epoch }: { conversationId: string; epoch: number },
    work: (room: Room, state: ReadyCall, call: LiveCall) => Promise<Value>,
  ): Promise<Acknowledgement<Value>> {
    return answer(async () => {
      const call = demand(calls.get(conversationId) ?? 'not-found');
      const state = demand(admit(call.state(), connectionId, epoch));
      const value = await work(call.room(), state, call);
      demand(admit(call.state(), connectionId, epoch));
      return value;
    });
  }

  return {
    available: () => !closed && media.available(),
    open,
    end: (conversationId) => calls.get(conversationId)?.apply({ type: 'ended' }),
    stateOf(conversationId) {
      const call = calls.get(conversationId);
      return call ? toCallState(call.state()) : null;
    },

    join: (peer, { conversationId }) =>
      answer(async () => {
        const call = demand(calls.get(conversationId) ?? 'not-found');
        const { routerRtpCapabilities } = call.room();
        call.apply({ type: 'joined', peer });
        const state = demand(toCallState(call.state()) ?? 'not-found');
        return { call: state, routerRtpCapabilities, iceServers: [] };
      }),

    transport: (peer, request) =>
      inCall(peer, request, async (room, _state, call) => {
        const { epoch, direction } = request;
        const transport = await room.createTransport();
        call.apply({
          type: 'transport-opened',
          epoch,
          transport: { id: transport.id, owner: peer.connectionId, direction },
        });
        return { transport };
      }),

    connect: (peer, request) =>
      inCall(peer, request, async (room, state) => {
        const { id } = own(state.transports, request.transportId, peer);
        await room.connectTransport(id, request.dtlsParameters);
        return {};
      }),

    restartIce: (peer, request) =>
      inCall(peer, request, async (room, state) => {
        const { id } = own(state.transports, request.transportId, peer);
        return { iceParameters: await room.restartIce(id) };
      }),

    produce: (peer, request) =>
      inCall(peer, request, async (room, state, call) => {
        const { epoch, source, rtpParameters } = request;
        const transportId = facing('send', own(state.transports, request.transportId, peer));
        const producerId = await room.produce(transportId, { source, rtpParameters });
        call.apply({ type: 'produced', epoch, stream: { producerId, transportId, owner: peer.connectionId, source } });
        return { producerId };
      }),

    consume: (peer, request) =>
      inCall(peer, request, async (room, state, call) => {
        const { epoch, producerId, rtpCapabilities } = request;
        const transportId = facing('receive', own(state.transports, request.transportId, peer));
        demand(state.streams.find((stream) => stream.producerId === producerId) ?? 'not-found');
        const consumer = await room.consume(transportId, { producerId, rtpCapabilities });
        call.apply({
          type: 'consumed',
          epoch,
          consumer: { id: consumer.id, owner: peer.connectionId, transportId, producerId },
        });
        return { consumer };
      }),

    startConsumer: (peer, request) =>
      inCall(peer, request, async (room, state) => {
        await room.startConsumer(own(state.consumers, request.consumerId, peer).id);
        return {};
      }),

    pause: (peer, request) =>
      inCall(peer, request, async (room, state, call) => {
        const { epoch, producerId, paused } = request;
        const stream = state.streams.find((each) => each.producerId === producerId);
        demand(claim(stream, peer.connectionId));
        await room.setPaused(producerId, paused);
        call.apply({ type: 'paused', epoch, producerId, paused });
        return {};
      }),

    leave(connectionId) {
      for (const call of calls.values()) call.apply({ type: 'left', connectionId });
    },

    async close() {
      closed = true;
      const ending = [...calls.values()];
      for (const call of ending) call.apply({ type: 'ended' });
      await Promise.allSettled(ending.map((call) => call.opened));
    },
  };
}

/** Leaves a request with a code for the one who asked. */
class Refused extends Error {
  readonly code: Code;

  constructor(code: Code) {
    super(code);
    this.name = 'Refused';
    this.code = code;
  }
}

function demand<Value extends object>(value: Value | Code): Value {
  if (typeof value === 'string') throw new Refused(value);
  return value;
}

function own<Held extends { id: string; owner: string }>(held: readonly Held[], id: string, peer: Peer): Held {
  const found = held.find((each) => each.id === id);
  return demand(claim(found, peer.connectionId));
}

/** A transport carries one way only: asked the other way, it is not the one that is needed. */
function facing(direction: Transport['direction'], transport: Transport): string {
  if (transport.direction !== direction) throw new Refused('not-found');
  return transport.id;
}
