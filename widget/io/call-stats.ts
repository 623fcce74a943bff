import type { LineSample } from '../core/call-line.ts';

/** The few fields we read; all of them may be missing, depending on browser and moment. */
interface Stats {
  id: string;
  type: string;
  kind?: string;
  framesPerSecond?: number;
  packetsLost?: number;
  packetsReceived?: number;
  fractionLost?: number;
  currentRoundTripTime?: number;
  nominated?: boolean;
}

/** Reads what `getStats` gives for the transports of one call. Loss counts from one reading to the next. */
export function createStatsReader(): (reports: readonly RTCStatsReport[]) => LineSample {
  let before = { lost: 0, received: 0 };

  function lossSinceLast(inbound: readonly Stats[]): number | null {
    const now = { lost: sum(inbound, 'packetsLost'), received: sum(inbound, 'packetsReceived') };
    const lost = now.lost - before.lost;
    const all = lost + now.received - before.received;
    before = now;
    return all > 0 && lost >= 0 ? lost / all : null;
  }

  return (reports) => {
    const stats = reports.flatMap((report) => [...report.values()] as Stats[]);
    const of = (type: string): Stats[] => stats.filter((one) => one.type === type);
    const inbound = of('inbound-rtp');
    const ours = of('remote-inbound-rtp').map(({ fractionLost }) => fractionLost ?? null);
    const trips = of('candidate-pair').filter(({ nominated }) => nominated);
    return {
      fpsReceived: largest(inbound.filter(isPicture).map(({ framesPerSecond }) => framesPerSecond ?? null)),
      fpsSent: largest(
        of('outbound-rtp')
          .filter(isPicture)
          .map(({ framesPerSecond }) => framesPerSecond ?? null),
      ),
      roundTripMs: largest(trips.map(({ currentRoundTripTime: s }) => (s === undefined ? null : s * 1_000))),
      loss: largest([lossSinceLast(inbound), ...ours]),
    };
  };
}

function isPicture({ kind }: Stats): boolean {
  return kind === 'video';
}

function sum(stats: readonly Stats[], field: 'packetsLost' | 'packetsReceived'): number {
  return stats.reduce((total, one) => total + (one[field] ?? 0), 0);
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
