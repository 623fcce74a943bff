import type { Acknowledgement, Code } from '../../protocol/codes.ts';
import type {
  CitizenToServer,
  OperatorToServer,
  ReplyTo,
  ServerToCitizen,
  ServerToOperator,
} from '../../protocol/events.ts';
import type { Clock } from './clock.ts';
import type { Unsubscribe } from './observable.ts';

/**
 * Nothing came back: the line broke or the server was silent too long. The request may or may not have been carried
 * out, so only what is safe to repeat may be sent again.
 */
export interface NoAnswer {
  ok: false;
  code: 'no-answer';
}

/** Every reason a screen may have to put into words. */
export type Trouble = Code | NoAnswer['code'];

/** What a request comes to. A wire never throws: a screen needs words and a next step either way. */
export type Answer<Value extends object = object> = Acknowledgement<Value> | NoAnswer;

/** Where the line stands. */
export type Connection =
  | { name: 'connecting' | 'connected' }
  /** Being tried again: the line broke (`lost`), or this device has no network (`offline`). */
  | { name: 'lost' | 'offline' }
  /** Final: the page speaks another version, or the session has ended. */
  | { name: 'refused'; code: Code }
  | { name: 'closed' };

type Payloads<Requests> = {
  [Event in keyof Requests]: Requests[Event] extends (request: infer Payload, ...rest: never[]) => void
    ? Payload
    : never;
};

export type CitizenPayloads = Payloads<CitizenToServer>;
export type OperatorPayloads = Payloads<OperatorToServer>;

/**
 * The port through which everything in the browser speaks to the server. `widget/io/socket.ts` is the real one.
 * `Up` maps each request to its payload, `Down` each notification to its listener.
 */
export interface Wire<Up extends object = CitizenPayloads, Down extends object = ServerToCitizen> {
  readonly connection: Connection;
  /** Sends and waits for the answer. Without a connection the answer is `no-answer` at once: nothing is queued here. */
  request<Event extends keyof Up & string>(event: Event, payload: Up[Event]): Promise<Answer<ReplyTo<Event>>>;
  on<Event extends keyof Down & string>(event: Event, listener: Down[Event]): Unsubscribe;
  /** Called at every change, not at once: read `connection` for where it stands now. */
  onConnection(listener: (connection: Connection) => void): Unsubscribe;
  /** Idempotent. */
  close(): void;
}

export type CitizenWire = Wire<CitizenPayloads, ServerToCitizen>;
export type OperatorWire = Wire<OperatorPayloads, ServerToOperator>;

/** What both sides of a conversation may ask and hear: either wire will do. */
type SharedEvent = Exclude<keyof CitizenPayloads & keyof OperatorPayloads, 'conversation:close'>;
export type ConversationWire = Wire<Pick<CitizenPayloads, SharedEvent>, ServerToCitizen>;

type Passing = 'no-answer' | 'unavailable' | 'too-many';

/** Whether the same request may well succeed a little later. */
export function isPassing(code: Trouble): code is Passing {
  return code === 'no-answer' || code === 'unavailable' || code === 'too-many';
}

/** Resolves true once connected; false when refused, closed or after `ms` milliseconds. */
export function whenConnected(
  wire: Pick<Wire, 'connection' | 'onConnection'>,
  clock: Clock,
  ms: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (connected: boolean): void => {
      cancel();
      forget();
      resolve(connected);
    };
    const look = ({ name }: Connection): void => {
      if (name === 'connected') settle(true);
      else if (name === 'refused' || name === 'closed') settle(false);
    };
    const cancel = clock.after(ms, () => settle(false));
    const forget = wire.onConnection(look);
    look(wire.connection);
  });
}
