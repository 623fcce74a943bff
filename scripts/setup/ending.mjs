/** How often a process that npm started looks whether its parent is still there, in milliseconds. */
const LOOK_EVERY = 500;

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Tells when this process is asked to end: by a signal, or by the end of what started it. npm puts a shell between
 * itself and us, and a signal sent to npm ends that shell without reaching us: nobody would be left to end the server.
 *
 * @param {(signal: NodeJS.Signals) => void} onAsked
 * @returns {() => void} stops listening
 */
export function whenAskedToEnd(onAsked) {
  for (const signal of SIGNALS) process.on(signal, onAsked);
  const parent = process.ppid;
  const looking = process.env['npm_lifecycle_event'] ? setInterval(look, LOOK_EVERY) : undefined;
  looking?.unref();

  function look() {
    if (process.ppid === parent) return;
    clearInterval(looking);
    onAsked('SIGTERM');
  }

  return () => {
    clearInterval(looking);
    for (const signal of SIGNALS) process.off(signal, onAsked);
  };
}
