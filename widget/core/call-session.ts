import type { CallState, JoinedCall, MediaSource } from '../../protocol/call.ts';
import type { Side } from '../../protocol/message.ts';
import type { LineSample } from './call-line.ts';
import { CallError, type Ask, type CallMedia, type CallWire } from './call-ports.ts';
import type { CallFailure } from './call-state.ts';
import { createReceivers, createSender } from './call-streams.ts';
import { openTransports } from './call-transports.ts';
import type { Clock } from './clock.ts';

const SOURCES: readonly MediaSource[] = ['camera', 'microphone'];

export interface SessionOptions<Track> {
  wire: CallWire;
  media: CallMedia<Track>;
  clock: Clock;
  conversationId: string;
  side: Side;
  /** Resolves when the join before this one has nothing under way: the server never sees two at once. */
  after: Promise<void>;
  /** What is switched on now; undefined while that is being decided. */
  track(source: MediaSource): Track | null | undefined;
  onAdmitted(call: CallState): void;
  onJoined(): void;
  /** A transport lost contact (true), or none misses it any more (false). */
  onLine(broken: boolean): void;
  /** Something more is received, or something less. */
  onStreams(): void;
  /** The session is over; it has closed itself. */
  onLost(code: CallFailure): void;
}

/** One join of one epoch: its transports and all that flows through them. What comes too late for it is dropped. */
export interface CallSession<Track> {
  /** The server's word has changed. */
  follow(call: CallState): void;
  /** What is switched on has changed. */
  sync(): void;
  track(producerId: string): Track | null;
  sample(): Promise<LineSample | null>;
  /** Resolves when its join has nothing under way any more. Never rejects. */
  readonly done: Promise<void>;
  /** Nothing is told to anybody from here on. Idempotent. */
  close(): void;
}

/** Thrown to leave a chain of steps whose session is over. */
class Over extends Error {}

type Streams<Track> = {
  senders: ReturnType<typeof createSender<Track>>[];
  receivers: ReturnType<typeof createReceivers<Track>>;
};

export function createCallSession<Track>(options: SessionOptions<Track>): CallSession<Track> {
  const { wire, media, clock, conversationId, side } = options;
  const owned: { close(): void }[] = [];
  let closed = false;
  let latest: CallState | null = null;
  let room: Awaited<ReturnType<CallMedia<Track>['open']>> | null = null;
  let streams: Streams<Track> | null = null;

  const ask: Ask = async (event, payload) => {
    const answer = await wire.request(event, payload);
    stopIfOver();
    if (!answer.ok) throw new CallError(answer.code);
    return answer;
  };

  function stopIfOver(): void {
    if (closed) throw new Over();
  }

  /** Everything a session makes is closed with it, even what is made a moment too late. */
  function own<Thing extends { close(): void }>(thing: Thing): Thing {
    owned.push(thing);
    if (closed) thing.close();
    stopIfOver();
    return thing;
  }

  function close(): void {
    if (closed) return;
    closed = true;
    for (const thing of owned) thing.close();
  }

  function lose(code: CallFailure): void {
    if (closed) return;
    close();
    options.onLost(code);
  }

  /** Carries out a step; if it fails, the whole session does. */
  async function run(step: Promise<unknown>): Promise<void> {
    try {
      await step;
    } catch (error) {
      lose(error instanceof CallError ? error.code : 'media-error');
    }
  }

  async function join(): Promise<void> {
    await options.after;
    stopIfOver();
    const joined = await ask('call:join', { conversationId });
    latest = joined.call;
    options.onAdmitted(joined.call);
    stopIfOver();
    streams = await openStreams(joined);
    await Promise.all([...streams.senders.map((sender) => sender.sync()), streams.receivers.follow(latest)]);
    stopIfOver();
    options.onJoined();
  }

  async function openStreams(joined: JoinedCall): Promise<Streams<Track>> {
    const opened = own(await media.open(joined));
    room = opened;
    const place = { conversationId, epoch: joined.call.epoch };
    const onGivenUp = (): void => lose('media-error');
    const onLine = (broken: boolean): void => void (closed || options.onLine(broken));
    const ways = own(await openTransports({ room: opened, ask, place, clock, run, onLine, onGivenUp }));
    const { rtpCapabilities } = opened;
    const onChange = (): void => void (closed || options.onStreams());
    return {
      senders: SOURCES.map((source) =>
        createSender({ source, transport: ways.sending, track: () => options.track(source), ask, place }),
      ),
      receivers: createReceivers({ side, transport: ways.receiving, rtpCapabilities, ask, place, onChange }),
    };
  }

  return {
    follow(call) {
      latest = call;
      if (streams && !closed) void run(streams.receivers.follow(call));
    },
    sync() {
      if (streams && !closed) for (const sender of streams.senders) void run(sender.sync());
    },
    track: (producerId) => streams?.receivers.track(producerId) ?? null,
    sample: async () => (room && !closed ? room.sample().catch(() => null) : null),
    done: run(join()),
    close,
  };
}
