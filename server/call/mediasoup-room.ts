import type { types } from 'mediasoup';
import { MediaError } from './media.ts';
import type { Room } from './media.ts';
import { parseDtlsParameters, parseRtpCapabilities, parseRtpParameters } from './mediasoup-parameters.ts';

/** Bits per second offered to a receiver before anything is measured: 640×480 at 30 fps wants about 0.6 M. */
const INITIAL_BITRATE = 1_000_000;
/**
 * Browsers ignore a request for a key frame within 300 ms of the one before, and mediasoup repeats an unanswered one
 * only after a second: asked twice while a call begins, a picture would come that much later.
 */
const KEY_FRAME_REQUEST_DELAY_MS = 330;

/** A router and what lives in it. */
export function createMediasoupRoom(router: types.Router, server: types.WebRtcServer, worker: types.Worker): Room {
  const transports = new Map<string, types.WebRtcTransport>();
  const connected = new WeakSet<types.WebRtcTransport>();
  const producers = new Map<string, types.Producer>();
  const consumers = new Map<string, types.Consumer>();

  /** Whatever mediasoup throws becomes a MediaError: `refusal`, unless the ground went from under the request. */
  async function ask<Value>(
    subject: { readonly closed: boolean },
    refusal: 'bad-media' | 'no-media' | 'wrong-phase',
    work: () => Promise<Value>,
  ): Promise<Value> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof MediaError) throw cause;
      if (router.closed) throw new MediaError('wrong-phase', 'the room is closed', { cause });
      if (subject.closed) throw new MediaError('not-found', 'it was closed meanwhile', { cause });
      throw new MediaError(refusal, cause instanceof Error ? cause.message : String(cause), { cause });
    }
  }

  return {
    routerRtpCapabilities: { ...router.rtpCapabilities },

    async createTransport() {
      const transport = await ask(router, 'no-media', () =>
        router.createWebRtcTransport({
          webRtcServer: server,
          enableUdp: true,
          enableTcp: true,
          preferUdp: true,
          initialAvailableOutgoingBitrate: INITIAL_BITRATE,
        }),
      );
      keep(transports, transport);
      const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
      return { id, iceParameters, iceCandidates: [...iceCandidates], dtlsParameters };
    },

    async connectTransport(transportId, dtlsParameters) {
      const transport = find(transports, transportId);
      if (connected.has(transport)) throw new MediaError('wrong-phase', 'the transport is connected already');
      await ask(transport, 'bad-media', () =>
        transport.connect({ dtlsParameters: parseDtlsParameters(dtlsParameters) }),
      );
      connected.add(transport);
    },

    async restartIce(transportId) {
      const transport = find(transports, transportId);
      return ask(transport, 'wrong-phase', () => transport.restartIce());
    },

    closeTransport: (transportId) => transports.get(transportId)?.close(),

    async produce(transportId, { source, rtpParameters }) {
      const transport = find(transports, transportId);
      const kind = source === 'camera' ? 'video' : 'audio';
      const producer = await ask(transport, 'bad-media', () =>
        transport.produce({
          kind,
          rtpParameters: parseRtpParameters(rtpParameters, kind),
          keyFrameRequestDelay: KEY_FRAME_REQUEST_DELAY_MS,
        }),
      );
      keep(producers, producer);
      return producer.id;
    },

    async setPaused(producerId, paused) {
      const producer = find(producers, producerId);
      await ask(producer, 'wrong-phase', () => (paused ? producer.pause() : producer.resume()));
    },

    closeProducer: (producerId) => producers.get(producerId)?.close(),

    async consume(transportId, { producerId, rtpCapabilities }) {
      const transport = find(transports, transportId);
      const consumer = await ask(transport, 'bad-media', () =>
        transport.consume({ producerId, rtpCapabilities: parseRtpCapabilities(rtpCapabilities), paused: true }),
      );
      keep(consumers, consumer);
      const { id, kind, rtpParameters } = consumer;
      return { id, producerId, kind, rtpParameters };
    },

    async startConsumer(consumerId) {
      const consumer = find(consumers, consumerId);
      await ask(consumer, 'wrong-phase', () => consumer.resume());
    },

    closeConsumer: (consumerId) => consumers.get(consumerId)?.close(),

    onLost(listener) {
      // A router is closed with its worker also when the process stops: nothing to repair then.
      if (worker.died) queueMicrotask(listener);
      else router.once('workerclose', () => worker.died && listener());
    },

    close: () => router.close(),
  };
}

interface Entity {
  readonly id: string;
  readonly closed: boolean;
  readonly observer: { once(event: 'close', listener: () => void): unknown };
}

/** Until it is closed, by whomever. */
function keep<Kept extends Entity>(map: Map<string, Kept>, entity: Kept): void {
  if (entity.closed) return;
  map.set(entity.id, entity);
  entity.observer.once('close', () => map.delete(entity.id));
}

function find<Kept>(map: Map<string, Kept>, id: string): Kept {
  const found = map.get(id);
  if (!found) throw new MediaError('not-found', `nothing has the id ${id}`);
  return found;
}
