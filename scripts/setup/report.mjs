/** How often a long step says how far it is, in milliseconds. */
const PROGRESS_EVERY = 5000;

/**
 * @typedef {object} Report
 * @property {(line: string) => void} say
 * @property {<Value>(step: Step, work: (progress: (how: string) => void) => Promise<Value>) => Promise<Value>} step
 *
 * @typedef {object} Step
 * @property {string} what what is being done, as a sentence begins
 * @property {string} usually how long it usually takes
 */

/**
 * Tells the person at the terminal what is going on. Plain lines, so that a log file reads as well as a screen.
 *
 * @param {{ write(text: string): unknown }} stream
 * @param {{ every?: number }} [options] milliseconds between two lines of progress
 * @returns {Report}
 */
export function createReport(stream, { every = PROGRESS_EVERY } = {}) {
  const say = (/** @type {string} */ line) => void stream.write(`${line}\n`);
  return {
    say,
    async step({ what, usually }, work) {
      const begun = Date.now();
      let how = '';
      const seconds = () => `${Math.round((Date.now() - begun) / 1000)} s`;
      say(`${what} (usually ${usually})`);
      const ticking = setInterval(() => say(`  … ${how ? `${how}, ` : ''}${seconds()}`), every);
      try {
        const value = await work((now) => (how = now));
        say(`  done in ${seconds()}`);
        return value;
      } finally {
        clearInterval(ticking);
      }
    },
  };
}
