import { gradeLine, type LineGrade, type LineSample } from './call-line.ts';
import type { Clock } from './clock.ts';

const EVERY_MS = 2_000;
/** Four seconds: long enough not to flicker, short enough to help. */
const KEPT = 2;

interface SamplerOptions {
  clock: Clock;
  sample(): Promise<LineSample | null>;
  onChange(): void;
}

/** Looks at the line every two seconds while it is wanted, and keeps its grade. */
export function createLineSampler({ clock, sample, onChange }: SamplerOptions) {
  let samples: readonly LineSample[] = [];
  let grade: LineGrade = 'unknown';
  let stop: (() => void) | null = null;

  function become(next: readonly LineSample[]): void {
    samples = next;
    const before = grade;
    grade = gradeLine(samples);
    if (grade !== before) onChange();
  }

  async function look(): Promise<void> {
    const one = await sample();
    if (!stop) return;
    stop = clock.after(EVERY_MS, look);
    if (one) become([...samples, one].slice(-KEPT));
  }

  return {
    get grade() {
      return grade;
    },
    /** Idempotent in both directions. */
    want(wanted: boolean): void {
      if (wanted === (stop !== null)) return;
      stop?.();
      stop = wanted ? clock.after(EVERY_MS, look) : null;
      if (!wanted) become([]);
    },
  };
}
