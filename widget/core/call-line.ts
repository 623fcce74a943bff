/** What one look at the browser's statistics tells. Null: not known (nothing sent, nothing received, too early). */
export interface LineSample {
  /** Frames a second of the other's picture. */
  fpsReceived: number | null;
  /** Frames a second of ours. */
  fpsSent: number | null;
  /** Round trip to the media server, milliseconds. */
  roundTripMs: number | null;
  /** Share of packets lost since the last look, 0 to 1, in the worse direction. */
  loss: number | null;
}

/** In one word, as the person sees it; `unknown` and `good` are not shown. */
export type LineGrade = 'unknown' | 'good' | 'weak' | 'poor';

/** Signing needs 20 frames a second (EN 301 549, 6.5.3); a camera that gives exactly 20 measures a little less. */
const FEW_FRAMES = 19;
/** Below this, signs are guessed rather than read. */
const TOO_FEW_FRAMES = 12;
const WEAK = { loss: 0.025, roundTripMs: 150 };
/** Beyond 400 ms from end to end a signed talk stumbles (EN 301 549, 6.5.1). */
const POOR = { loss: 0.08, roundTripMs: 400 };

/** The grade of the last samples, oldest first: their mean, so that one bad moment does not flicker on screen. */
export function gradeLine(samples: readonly LineSample[]): LineGrade {
  const fps = mean(samples.map((sample) => sample.fpsReceived));
  const loss = mean(samples.map((sample) => sample.loss));
  const trip = mean(samples.map((sample) => sample.roundTripMs));
  if (fps === null && loss === null && trip === null) return 'unknown';
  if ((fps ?? 30) < TOO_FEW_FRAMES || beyond(POOR, loss, trip)) return 'poor';
  if ((fps ?? 30) < FEW_FRAMES || beyond(WEAK, loss, trip)) return 'weak';
  return 'good';
}

function beyond(limit: typeof WEAK, loss: number | null, trip: number | null): boolean {
  return (loss ?? 0) > limit.loss || (trip ?? 0) > limit.roundTripMs;
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
