import type { CallState, MediaSource, MediaStreamState, Opaque } from '../../protocol/call.ts';
import type { Side } from '../../protocol/message.ts';
import { CallError, type Ask, type Incoming, type Outgoing, type Place } from './call-ports.ts';
import type { ReceivingTransport, SendingTransport } from './call-ports.ts';

interface SenderOptions<Track> {
  source: MediaSource;
  transport: SendingTransport<Track>;
  /** What is to be sent now; null for nothing, undefined while that is being decided. */
  track(): Track | null | undefined;
  ask: Ask;
  place: Place;
}

/** Keeps what goes out in line with what is switched on, one step at a time. */
export function createSender<Track>({ source, transport, track, ask, place }: SenderOptions<Track>) {
  let outgoing: Outgoing<Track> | null = null;
  let sent: Track | null = null;
  let tail = Promise.resolve();

  async function step(): Promise<void> {
    const wanted = track();
    if (wanted === sent || wanted === undefined) return;
    if (outgoing) await change(outgoing, wanted);
    else if (wanted) outgoing = await transport.produce(source, wanted);
    sent = wanted;
    // The person may have thought better of it while we waited.
    return step();
  }

  async function change(stream: Outgoing<Track>, wanted: Track | null): Promise<void> {
    await stream.setTrack(wanted);
    const paused = wanted === null;
    if (paused !== (sent === null)) await ask('call:pause', { ...place, producerId: stream.producerId, paused });
  }

  return {
    /** Call whenever what is switched on may have changed. Rejects with whatever went wrong. */
    sync: (): Promise<void> => (tail = tail.then(step)),
  };
}

interface ReceiverOptions<Track> {
  side: Side;
  transport: ReceivingTransport<Track>;
  rtpCapabilities: Opaque;
  ask: Ask;
  place: Place;
  onChange(): void;
}

/** Receives what the others send, as the server's word lists it. */
export function createReceivers<Track>(options: ReceiverOptions<Track>) {
  const { side, transport, rtpCapabilities, ask, place, onChange } = options;
  /** By producer; null while it is being set up. */
  const incoming = new Map<string, Incoming<Track> | null>();

  async function receive({ producerId }: MediaStreamState): Promise<void> {
    incoming.set(producerId, null);
    const { consumer } = await ask('call:consume', {
      ...place,
      transportId: transport.id,
      producerId,
      rtpCapabilities,
    });
    const one = await transport.consume(consumer);
    if (!incoming.has(producerId)) return one.close();
    incoming.set(producerId, one);
    onChange();
    await ask('call:start-consumer', { ...place, consumerId: consumer.id });
  }

  function drop(producerId: string): void {
    incoming.get(producerId)?.close();
    incoming.delete(producerId);
    onChange();
  }

  return {
    /** Resolves when every stream of this state is set up. */
    async follow({ streams }: CallState): Promise<void> {
      const others = streams.filter(({ from }) => from !== side);
      const gone = [...incoming.keys()].filter((id) => !others.some(({ producerId }) => producerId === id));
      gone.forEach(drop);
      const fresh = others.filter(({ producerId }) => !incoming.has(producerId));
      await Promise.all(fresh.map((stream) => receive(stream).catch(forgiveGone(() => drop(stream.producerId)))));
    },
    track: (producerId: string): Track | null => incoming.get(producerId)?.track ?? null,
  };
}

/** A stream may end between the server's word and our asking for it. */
function forgiveGone(drop: () => void) {
  return (error: unknown): void => {
    if (!(error instanceof CallError && error.code === 'not-found')) throw error;
    drop();
  };
}
