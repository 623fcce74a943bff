import type { Code } from '../../protocol/codes.ts';
import type { ConsumerOptions, MediaSource, Opaque, TransportOptions } from '../../protocol/call.ts';

/**
 * The media port: what a call needs of a media server, in the wire's own words. It knows no conversation and no
 * participant: who may touch what is decided before, in call-state.ts.
 */
export interface Media {
  /** Whether a room can be had: some worker is running, or is being replaced and has not failed to start. */
  available(): boolean;
  /** @throws MediaError `no-media` while no worker is running */
  openRoom(): Promise<Room>;
  /** Ends every room and every worker process; resolves when they are gone. Idempotent. */
  close(): Promise<void>;
}

/**
 * The media of one call. Every method that answers with a promise may reject with a MediaError: `bad-media` when the
 * parameters are refused, `not-found` when what it names is gone by now, `wrong-phase` once the room is lost.
 */
export interface Room {
  readonly routerRtpCapabilities: Opaque;
  createTransport(): Promise<TransportOptions>;
  /** Once per transport; a second time is `wrong-phase`. */
  connectTransport(transportId: string, dtlsParameters: Opaque): Promise<void>;
  /** New ICE parameters for a participant whose network has changed. */
  restartIce(transportId: string): Promise<Opaque>;
  /** Takes everything sent or received over it along. */
  closeTransport(transportId: string): void;
  /** Answers with the producer's id. */
  produce(transportId: string, stream: { source: MediaSource; rtpParameters: Opaque }): Promise<string>;
  setPaused(producerId: string, paused: boolean): Promise<void>;
  closeProducer(producerId: string): void;
  /** Starts paused, so that no key frame is spent on a receiver that is not set up yet. */
  consume(transportId: string, stream: { producerId: string; rtpCapabilities: Opaque }): Promise<ConsumerOptions>;
  startConsumer(consumerId: string): Promise<void>;
  closeConsumer(consumerId: string): void;
  /** The worker under the room died: the room is of no more use. Told once, and never after `close`. */
  onLost(listener: () => void): void;
  close(): void;
}

export type MediaErrorCode = Extract<Code, 'no-media' | 'bad-media' | 'not-found' | 'wrong-phase'>;

export class MediaError extends Error {
  readonly code: MediaErrorCode;

  constructor(code: MediaErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MediaError';
    this.code = code;
  }
}
