/** Work in small steps: between two of them whoever does it may let others go first. */
export type Steps<Result> = Generator<undefined, Result>;

/** Long enough to get on, short enough that nobody who types notices, on a slow telephone either. */
const SLICE_MS = 8;

export function doAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** @param pause resolves when others have had their turn */
export async function doInSlices<Result>(steps: Steps<Result>, pause: () => Promise<void>): Promise<Result> {
  for (;;) {
    const begun = Date.now();
    while (Date.now() - begun < SLICE_MS) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
    await pause();
  }
}
