import type { infer as Infer } from 'zod/mini';
import type { MediaStreamState, openTransport } from '../../protocol/call.ts';
import type { Side } from '../../protocol/message.ts';

/** Who takes part: one page, connected for one of the two sides. */
export interface Peer {
  connectionId: string;
  side: Side;
}

/** `owner` is the connection that opened it. */
export interface Transport {
  id: string;
  owner: string;
  direction: Infer<typeof openTransport>['direction'];
}

export interface Stream extends MediaStreamState {
  owner: string;
  transportId: string;
}

/** One participant's reception of one stream. */
export interface Consumer {
  id: string;
  owner: string;
  transportId: string;
  producerId: string;
}

interface Identity {
  id: string;
  startedAt: number;
  /** Grows every time the media are built anew. */
  epoch: number;
}

export interface ReadyCall extends Identity {
  phase: 'ready';
  peers: readonly Peer[];
  /** Oldest first, as the other lists. */
  transports: readonly Transport[];
  streams: readonly Stream[];
  consumers: readonly Consumer[];
}

/** The room is being opened: for the first time, or again because its worker died. Nobody is in. */
export interface RepairingCall extends Identity {
  phase: 'repairing';
}

export interface EndedCall extends Identity {
  phase: 'ended';
}

export type Call = RepairingCall | ReadyCall | EndedCall;

/** What came of a request carries the request's epoch: the room may be another one by then. */
export type CallEvent =
  | { type: 'room-opened' }
  | { type: 'room-lost' }
  | { type: 'joined'; peer: Peer }
  | { type: 'left'; connectionId: string }
  | { type: 'transport-opened'; epoch: number; transport: Transport }
  | { type: 'produced'; epoch: number; stream: Omit<Stream, 'from' | 'paused'> }
  | { type: 'consumed'; epoch: number; consumer: Consumer }
  | { type: 'paused'; epoch: number; producerId: string; paused: boolean }
  | { type: 'ended' };

export type Effect =
  | { type: 'open-room' }
  | { type: 'close-room' }
  | { type: 'close-transport'; id: string }
  | { type: 'close-producer'; id: string }
  | { type: 'close-consumer'; id: string }
  /** What both sides are told of the call has changed. */
  | { type: 'notify' };

export interface Step<Next extends Call = Call> {
  call: Next;
  effects: Effect[];
}

/** Closes a switch over a union: the compiler refuses it while a member is missing. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
