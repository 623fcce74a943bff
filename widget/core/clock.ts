/** Time as a port: the rules run on virtual time in tests, on the browser's in `widget/io/browser.ts`. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs once after `ms` milliseconds; the returned function calls it off. */
  after(ms: number, run: () => void): () => void;
}
