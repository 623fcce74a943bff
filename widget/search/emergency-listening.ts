import type { EmergencyKind } from './emergency-rules.ts';
import { learned, traitsOf, type Weights } from './emergency-tone.ts';
import { NO_POINTS, weigh } from './emergency-weighing.ts';

/** Danger is near itself: it may take a few words in a letter to an office, and those are to be heard by themselves. */
const LENGTHS = [
  { words: 60, less: 0 },
  { words: 16, less: 2 },
];
/** A message this much longer than a piece is read in pieces too. */
const LONGER = 1.3;

export interface Call {
  kind: EmergencyKind;
  /** Above 0 it is one. */
  tone: number;
}

/** The piece of a message that sounds most like a call for help. */
export function listen(words: string[], heard: number[][], weights: Weights = learned): Call {
  let loudest: Call = { kind: 'health', tone: -Infinity };
  for (const { from, to, less } of piecesOf(words.length)) {
    const piece = heard.slice(from, to);
    const danger = weigh(piece);
    const traits = traitsOf(words.slice(from, to), piece, danger?.points ?? NO_POINTS, weights.size);
    const tone = weights.sum(traits) - less;
    if (tone > loudest.tone) loudest = { kind: danger?.kind ?? loudest.kind, tone };
  }
  return loudest;
}

/** Where the pieces of a message of so many words begin and end. */
function piecesOf(count: number): { from: number; to: number; less: number }[] {
  return LENGTHS.filter(({ words, less }) => less === 0 || count > words * LONGER).flatMap(({ words, less }) =>
    Array.from({ length: Math.max(1, Math.ceil(count / (words / 2))) }, (_, at) => {
      const from = (at * words) / 2;
      return { from, to: from + words, less };
    }),
  );
}
