import type { Opaque } from '../../protocol/call.ts';
import type { Ask, MediaRoom, Place, TransportSignals } from './call-ports.ts';
import { createLineRepair, type LineRepair } from './call-repair.ts';
import type { Clock } from './clock.ts';

type Direction = 'send' | 'receive';

export interface TransportsOptions<Track> {
  room: MediaRoom<Track>;
  ask: Ask;
  place: Place;
  clock: Clock;
  /** Carries out a step; its failure is the session's. */
  run(step: Promise<unknown>): Promise<void>;
  /** One of the two lost contact (true), or none of them misses it any more (false). */
  onLine(broken: boolean): void;
  onGivenUp(): void;
}

/** The way out and the way in, each watched and repaired by itself. */
export async function openTransports<Track>({ room, ask, place, ...options }: TransportsOptions<Track>) {
  const broken = new Set<Direction>();
  const repairs: LineRepair[] = [];

  function signals(direction: Direction, transportId: string, apply: (ice: Opaque) => Promise<void>): TransportSignals {
    const repair = createLineRepair({
      clock: options.clock,
      restart: () => options.run(restart(transportId, apply)),
      onBroken: () => note(direction, true),
      onConnected: () => note(direction, false),
      onGivenUp: options.onGivenUp,
    });
    repairs.push(repair);
    return {
      connect: async (dtlsParameters) => void (await ask('call:connect', { ...place, transportId, dtlsParameters })),
      produce: async (source, rtpParameters) =>
        (await ask('call:produce', { ...place, transportId, source, rtpParameters })).producerId,
      onHealth: repair.note,
    };
  }

  async function restart(transportId: string, apply: (ice: Opaque) => Promise<void>): Promise<void> {
    const { iceParameters } = await ask('call:restart-ice', { ...place, transportId });
    await apply(iceParameters);
  }

  function note(direction: Direction, isBroken: boolean): void {
    if (isBroken) broken.add(direction);
    else broken.delete(direction);
    options.onLine(broken.size > 0);
  }

  const [out, back] = await Promise.all([
    ask('call:transport', { ...place, direction: 'send' }),
    ask('call:transport', { ...place, direction: 'receive' }),
  ]);
  const sending = room.openSending(
    out.transport,
    signals('send', out.transport.id, (ice) => sending.restartIce(ice)),
  );
  const receiving = room.openReceiving(
    back.transport,
    signals('receive', back.transport.id, (ice) => receiving.restartIce(ice)),
  );
  return {
    sending,
    receiving,
    /** Idempotent. The room closes the transports themselves. */
    close(): void {
      for (const repair of repairs) repair.close();
    },
  };
}
