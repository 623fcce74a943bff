import * as z from 'zod/mini';
import { id, type Side } from './message.ts';

/** What travels in a call. The microphone starts off: a signed call needs none. */
export const mediaSource = z.enum(['camera', 'microphone']);
export type MediaSource = z.infer<typeof mediaSource>;

export interface MediaStreamState {
  producerId: string;
  from: Side;
  source: MediaSource;
  /** The sender switched it off for a while. */
  paused: boolean;
}

/**
 * A call that is going on. `epoch` grows when the media had to be built anew (a media worker died): whoever joined
 * an older epoch drops its transports and joins again.
 */
export interface CallState {
  id: string;
  epoch: number;
  startedAt: number;
  /** False while the media are being repaired: wait for the next state before joining. */
  ready: boolean;
  streams: MediaStreamState[];
}

/**
 * Parameters that mediasoup and mediasoup-client exchange. The wire does not look inside: mediasoup checks them
 * itself and a refusal comes back as `bad-media`.
 */
const opaque = z.record(z.string(), z.unknown());
export type Opaque = z.infer<typeof opaque>;

export const joinCall = z.object({ conversationId: id });

export const openTransport = z.object({ conversationId: id, epoch: z.int(), direction: z.enum(['send', 'receive']) });

export const connectTransport = z.object({
  conversationId: id,
  epoch: z.int(),
  transportId: id,
  dtlsParameters: opaque,
});

export const restartIce = z.object({ conversationId: id, epoch: z.int(), transportId: id });

export const produce = z.object({
  conversationId: id,
  epoch: z.int(),
  transportId: id,
  source: mediaSource,
  rtpParameters: opaque,
});

export const consume = z.object({
  conversationId: id,
  epoch: z.int(),
  transportId: id,
  producerId: id,
  rtpCapabilities: opaque,
});

/** The receiver is set up: let the pictures come. */
export const startConsumer = z.object({ conversationId: id, epoch: z.int(), consumerId: id });

export const pauseProducer = z.object({ conversationId: id, epoch: z.int(), producerId: id, paused: z.boolean() });

export interface JoinedCall {
  call: CallState;
  routerRtpCapabilities: Opaque;
  iceServers: { urls: string[]; username?: string; credential?: string }[];
}

/** What mediasoup-client needs for a WebRTC transport. */
export interface TransportOptions {
  id: string;
  iceParameters: Opaque;
  iceCandidates: Opaque[];
  dtlsParameters: Opaque;
}

export interface ConsumerOptions {
  id: string;
  producerId: string;
  kind: 'audio' | 'video';
  rtpParameters: Opaque;
}
