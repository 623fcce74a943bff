import type { ConsumerOptions, JoinedCall, MediaSource, Opaque, TransportOptions } from '../../protocol/call.ts';
import type { ReplyTo } from '../../protocol/events.ts';
import type { LineSample } from './call-line.ts';
import type { CallFailure } from './call-state.ts';
import type { CitizenPayloads, ConversationWire, OperatorPayloads } from './wire.ts';

/** What a call asks of the wire; a citizen's and an operator's both fit. */
export type CallWire = Pick<ConversationWire, 'request' | 'connection' | 'onConnection'>;

/** The port to the browser's media: `widget/io/call-media.ts`. `Track` is the browser's; core never looks inside. */
export interface CallMedia<Track> {
  /** Throws `CallError('unsupported')` where the browser cannot do it. */
  open(joined: JoinedCall): Promise<MediaRoom<Track>>;
}

/** The media of one join; closing it closes all it made. */
export interface MediaRoom<Track> {
  /** What this browser can receive. */
  readonly rtpCapabilities: Opaque;
  openSending(options: TransportOptions, signals: TransportSignals): SendingTransport<Track>;
  openReceiving(options: TransportOptions, signals: TransportSignals): ReceivingTransport<Track>;
  sample(): Promise<LineSample>;
  /** Idempotent. */
  close(): void;
}

export type TransportHealth = 'connecting' | 'connected' | 'disconnected' | 'failed';

/** What a transport needs done, and tells. */
export interface TransportSignals {
  connect(dtlsParameters: Opaque): Promise<void>;
  /** Resolves to the producer's id. */
  produce(source: MediaSource, rtpParameters: Opaque): Promise<string>;
  onHealth(health: TransportHealth): void;
}

interface MediaTransport {
  readonly id: string;
  restartIce(iceParameters: Opaque): Promise<void>;
}

export interface SendingTransport<Track> extends MediaTransport {
  produce(source: MediaSource, track: Track): Promise<Outgoing<Track>>;
}

export interface ReceivingTransport<Track> extends MediaTransport {
  consume(options: ConsumerOptions): Promise<Incoming<Track>>;
}

export interface Outgoing<Track> {
  readonly producerId: string;
  /** Null sends nothing until the next track. */
  setTrack(track: Track | null): Promise<void>;
}

export interface Incoming<Track> {
  readonly track: Track;
  close(): void;
}

/** Why a step of a call did not work. */
export class CallError extends Error {
  readonly code: CallFailure;

  constructor(code: CallFailure, cause?: unknown) {
    super(`call: ${code}`, { cause });
    this.name = 'CallError';
    this.code = code;
  }
}

type CallRequest = Extract<keyof CitizenPayloads & keyof OperatorPayloads, `call:${string}`>;

/** What one join asks of the server. Refusals are thrown as `CallError`; once the join is over nothing comes back. */
export type Ask = <Event extends CallRequest>(event: Event, payload: CitizenPayloads[Event]) => Promise<ReplyTo<Event>>;

/** Which media a request is about. */
export interface Place {
  conversationId: string;
  epoch: number;
}
