import type { Consumer, Effect, Peer, ReadyCall, Step, Stream, Transport } from './call-model.ts';

/**
 * What participants hold in a call whose room is open, as pure functions. The media server closes what hangs on a
 * transport or a producer by itself; here it leaves the books in the same step.
 */

/** A second one lets a new transport come up before the old one goes; a third replaces the oldest. */
const TRANSPORTS_PER_DIRECTION = 2;
/** The page one looks at, others left open, and some whose connection is not yet found dead. */
const PAGES_PER_SIDE = 4;

export function addPeer(call: ReadyCall, peer: Peer): Step<ReadyCall> {
  // Joining again is starting afresh: what the connection had belongs to a page that has forgotten it.
  const afresh = removePeer(call, peer.connectionId);
  const alike = afresh.call.peers.filter(({ side }) => side === peer.side);
  const oldest = alike.length >= PAGES_PER_SIDE ? alike[0] : undefined;
  const step = oldest ? removePeer(afresh.call, oldest.connectionId) : { call: afresh.call, effects: [] };
  return {
    call: { ...step.call, peers: [...step.call.peers, peer] },
    effects: [...afresh.effects, ...step.effects],
  };
}

export function removePeer(call: ReadyCall, connectionId: string): Step<ReadyCall> {
  const theirs = call.transports.filter(({ owner }) => owner === connectionId);
  const step = removeTransports(call, theirs);
  return { ...step, call: { ...step.call, peers: call.peers.filter((peer) => peer.connectionId !== connectionId) } };
}

export function addTransport(call: ReadyCall, transport: Transport): Step<ReadyCall> {
  if (!findPeer(call, transport.owner)) return undo(call, { type: 'close-transport', id: transport.id });
  const alike = call.transports.filter(
    ({ owner, direction }) => owner === transport.owner && direction === transport.direction,
  );
  const step = removeTransports(call, alike.slice(0, Math.max(0, alike.length + 1 - TRANSPORTS_PER_DIRECTION)));
  return { ...step, call: { ...step.call, transports: [...step.call.transports, transport] } };
}

export function addStream(call: ReadyCall, stream: Omit<Stream, 'from' | 'paused'>): Step<ReadyCall> {
  const peer = findPeer(call, stream.owner);
  if (!peer || !holds(call.transports, stream.transportId)) {
    return undo(call, { type: 'close-producer', id: stream.producerId });
  }
  // A side has one camera and one microphone. The newest counts: a page that was reloaded need not wait until the
  // old one's connection is found dead.
  const replaced = call.streams.filter(({ from, source }) => from === peer.side && source === stream.source);
  const step = removeStreams(call, replaced);
  const streams = [...step.call.streams, { ...stream, from: peer.side, paused: false }];
  return { call: { ...step.call, streams }, effects: [...step.effects, { type: 'notify' }] };
}

export function addConsumer(call: ReadyCall, consumer: Consumer): Step<ReadyCall> {
  const offered = call.streams.some(({ producerId }) => producerId === consumer.producerId);
  if (!offered || !holds(call.transports, consumer.transportId)) {
    return undo(call, { type: 'close-consumer', id: consumer.id });
  }
  const isSame = (other: Consumer) => other.owner === consumer.owner && other.producerId === consumer.producerId;
  return {
    call: { ...call, consumers: [...call.consumers.filter((other) => !isSame(other)), consumer] },
    effects: call.consumers.filter(isSame).map(({ id }) => ({ type: 'close-consumer', id })),
  };
}

export function setPaused(call: ReadyCall, producerId: string, paused: boolean): Step<ReadyCall> {
  const stream = call.streams.find((each) => each.producerId === producerId);
  if (!stream || stream.paused === paused) return { call, effects: [] };
  const streams = call.streams.map((each) => (each === stream ? { ...each, paused } : each));
  return { call: { ...call, streams }, effects: [{ type: 'notify' }] };
}

export function findPeer(call: ReadyCall, connectionId: string): Peer | undefined {
  return call.peers.find((peer) => peer.connectionId === connectionId);
}

function removeTransports(call: ReadyCall, gone: readonly Transport[]): Step<ReadyCall> {
  const ids = new Set(gone.map(({ id }) => id));
  const streams = call.streams.filter(({ transportId }) => !ids.has(transportId));
  const closing = gone.map(({ id }): Effect => ({ type: 'close-transport', id }));
  return {
    call: {
      ...call,
      transports: call.transports.filter(({ id }) => !ids.has(id)),
      streams,
      consumers: offeredBy(streams, call.consumers).filter(({ transportId }) => !ids.has(transportId)),
    },
    effects: streams.length < call.streams.length ? [...closing, { type: 'notify' }] : closing,
  };
}

function removeStreams(call: ReadyCall, gone: readonly Stream[]): Step<ReadyCall> {
  const streams = call.streams.filter((stream) => !gone.includes(stream));
  return {
    call: { ...call, streams, consumers: offeredBy(streams, call.consumers) },
    effects: gone.map(({ producerId }) => ({ type: 'close-producer', id: producerId })),
  };
}

function offeredBy(streams: readonly Stream[], consumers: readonly Consumer[]): Consumer[] {
  const offered = new Set(streams.map(({ producerId }) => producerId));
  return consumers.filter(({ producerId }) => offered.has(producerId));
}

/** The owner left while the media server was still at it: nobody else would ever close it. */
const undo = (call: ReadyCall, effect: Effect): Step<ReadyCall> => ({ call, effects: [effect] });

const holds = (transports: readonly Transport[], id: string): boolean =>
  transports.some((transport) => transport.id === id);
