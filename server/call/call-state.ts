import type { CallState, MediaStreamState } from '../../protocol/call.ts';
import type { Code } from '../../protocol/codes.ts';
import { unreachable } from './call-model.ts';
import type { Call, CallEvent, ReadyCall, RepairingCall, Step, Stream } from './call-model.ts';
import { addConsumer, addPeer, addStream, addTransport, findPeer, removePeer, setPaused } from './holdings-state.ts';

/** The rules of one call: a pure function of (call, event). The media are moved by the effects: see live-call.ts. */
export function startCall(id: string, startedAt: number): Step {
  return { call: { id, startedAt, epoch: 1, phase: 'repairing' }, effects: [{ type: 'open-room' }] };
}

export function advance(call: Call, event: CallEvent): Step {
  switch (call.phase) {
    case 'repairing':
      return whileRepairing(call, event);
    case 'ready':
      return whileReady(call, event);
    case 'ended':
      return unchanged(call);
    default:
      return unreachable(call);
  }
}

function whileRepairing(call: RepairingCall, event: CallEvent): Step {
  switch (event.type) {
    case 'room-opened':
      return {
        call: { ...call, phase: 'ready', peers: [], transports: [], streams: [], consumers: [] },
        effects: [{ type: 'notify' }],
      };
    case 'ended':
      return end(call);
    case 'room-lost':
    case 'joined':
    case 'left':
    case 'transport-opened':
    case 'produced':
    case 'consumed':
    case 'paused':
      return unchanged(call);
    default:
      return unreachable(event);
  }
}

function whileReady(call: ReadyCall, event: CallEvent): Step {
  // What was made in a room that is lost went with that room.
  if ('epoch' in event && event.epoch !== call.epoch) return unchanged(call);
  switch (event.type) {
    case 'room-lost':
      return repair(call);
    case 'joined':
      return addPeer(call, event.peer);
    case 'left':
      return removePeer(call, event.connectionId);
    case 'transport-opened':
      return addTransport(call, event.transport);
    case 'produced':
      return addStream(call, event.stream);
    case 'consumed':
      return addConsumer(call, event.consumer);
    case 'paused':
      return setPaused(call, event.producerId, event.paused);
    case 'ended':
      return end(call);
    case 'room-opened':
      return unchanged(call);
    default:
      return unreachable(event);
  }
}

function repair({ id, startedAt, epoch }: ReadyCall): Step {
  return {
    call: { id, startedAt, epoch: epoch + 1, phase: 'repairing' },
    effects: [{ type: 'notify' }, { type: 'open-room' }],
  };
}

function end({ id, startedAt, epoch }: Call): Step {
  return { call: { id, startedAt, epoch, phase: 'ended' }, effects: [{ type: 'close-room' }, { type: 'notify' }] };
}

const unchanged = (call: Call): Step => ({ call, effects: [] });

/** The call, if this connection may act in it with this epoch in hand; otherwise the code to refuse it with. */
export function admit(call: Call, connectionId: string, epoch: number): ReadyCall | Code {
  switch (call.phase) {
    case 'repairing':
      return 'wrong-phase';
    case 'ready':
      return epoch === call.epoch && findPeer(call, connectionId) ? call : 'wrong-phase';
    case 'ended':
      return 'not-found';
    default:
      return unreachable(call);
  }
}

/** What the request names, if it is there and this connection's own; otherwise the code to refuse it with. */
export function claim<Held extends { owner: string }>(held: Held | undefined, connectionId: string): Held | Code {
  if (!held) return 'not-found';
  return held.owner === connectionId ? held : 'forbidden';
}

/** What both sides are told of the call; null when there is none any more. */
export function toCallState(call: Call): CallState | null {
  const { id, epoch, startedAt } = call;
  switch (call.phase) {
    case 'repairing':
      return { id, epoch, startedAt, ready: false, streams: [] };
    case 'ready':
      return { id, epoch, startedAt, ready: true, streams: call.streams.map(toStreamState) };
    case 'ended':
      return null;
    default:
      return unreachable(call);
  }
}

const toStreamState = ({ producerId, from, source, paused }: Stream): MediaStreamState => ({
  producerId,
  from,
  source,
  paused,
});
